using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PactKit.Verifier.Reports;

/// <summary>A page in the making. Whatever comes from a pact or a provider goes through <see cref="Text"/>, which encodes it.</summary>
internal sealed class HtmlPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own.</summary>
    public HtmlPage Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlPage Text(string text)
    {
        _html.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>A heading over text that keeps its line breaks; nothing where there is no text.</summary>
    public HtmlPage Block(string title, string text, string tone = "")
    {
        if (text.Length == 0) return this;
        return Raw($"<figure class=\"code {tone}\"><figcaption>{title}</figcaption><pre>").Text(text).Raw("</pre></figure>\n");
    }

    public static string Duration(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMilliseconds} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    public override string ToString() => _html.ToString();
}

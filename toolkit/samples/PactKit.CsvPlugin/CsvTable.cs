using System.Text;
using Google.Protobuf;
using PactKit.Plugins.Protocol;

namespace PactKit.CsvPlugin;

/// <summary>A CSV body: its columns and rows.</summary>
/// <param name="Columns">What each column is called in rules: <c>$.Name</c> or <c>$['First name']</c> with a header, else <c>$[0]</c>.</param>
/// <param name="Names">What each column is called by people.</param>
/// <param name="Rows">The rows below the header.</param>
internal sealed record CsvTable(IReadOnlyList<string> Columns, IReadOnlyList<string> Names, List<IReadOnlyList<string>> Rows)
{
    /// <exception cref="FormatException">The bytes are no CSV in UTF-8.</exception>
    public static CsvTable Parse(Body? body, bool headers)
    {
        var rows = CsvText.Parse(Text(body?.Content ?? ByteString.Empty));
        var first = rows.Count > 0 ? rows[0] : [];
        return headers
            ? new CsvTable([.. first.Select(PathOf)], first, rows[Math.Min(1, rows.Count)..])
            : new CsvTable([.. first.Select((_, index) => $"$[{index}]")], [.. first.Select((_, index) => $"{index + 1}")], rows);
    }

    /// <summary>The path of a column with this header.</summary>
    public static string PathOf(string header) =>
        header.Length > 0 && header.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"$.{header}"
            : $"$['{header.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static string Text(ByteString bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("it is not UTF-8");
        }
    }
}

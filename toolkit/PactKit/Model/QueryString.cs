using System.Globalization;
using System.Text;

namespace PactKit.Model;

/// <summary>The query of a request target: text to parameters and back.</summary>
internal static class QueryString
{
    /// <summary>
    /// Splits at <c>&amp;</c> and at the first <c>=</c>, decodes <c>+</c> and percent escapes as UTF-8. A bad escape is kept as it is;
    /// a parameter without <c>=</c> has a null value. A <c>?</c> is a character like others.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string?>> Parse(string query)
    {
        var values = new Dictionary<string, IReadOnlyList<string?>>();
        foreach (var piece in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? piece : piece[..equals]);
            if (!values.TryGetValue(name, out var list)) values[name] = list = new List<string?>();
            ((List<string?>)list).Add(equals < 0 ? null : Decode(piece[(equals + 1)..]));
        }

        return values.Count == 0 ? Empty.Query : values;
    }

    /// <summary>
    /// Parameters sorted by name, everything but letters, digits and <c>-</c> encoded in small letters, a blank as <c>+</c>: the form of V1 and V2 files.
    /// Names are written as they are, as others do, unless that would change what is read back.
    /// </summary>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<string?>> query) =>
        WriteSorted(query, static name => HasReserved(name) ? EncodeSmall(name) : name, EncodeSmall);

    /// <summary>Parameters sorted by name, encoded as in a request target: no <c>+</c> for a blank.</summary>
    public static string WriteTarget(IReadOnlyDictionary<string, IReadOnlyList<string?>> query) =>
        WriteSorted(query, Uri.EscapeDataString, Uri.EscapeDataString);

    /// <summary>A form body: fields in their order, names and values encoded.</summary>
    public static string WriteForm(IEnumerable<(string Name, IReadOnlyList<string?> Values)> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in fields) Append(text, Encode(name), values, Encode);
        return text.ToString();
    }

    public static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny('%', '+') < 0) return text;
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '%' && TryEscape(text, at, out var value))
            {
                bytes.Add(value);
                at += 3;
            }
            else
            {
                var next = text.AsSpan(at + 1).IndexOfAny('%', '+') is var i and >= 0 ? at + 1 + i : text.Length;
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at] == '+' ? " " + text[(at + 1)..next] : text[at..next]));
                at = next;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool HasReserved(string name)
    {
        foreach (var c in name) if (c is '&' or '=' or '+' or '%' or '?' or ' ') return true;
        return false;
    }

    private static string WriteSorted(
        IReadOnlyDictionary<string, IReadOnlyList<string?>> query, Func<string, string> encodeName, Func<string, string> encodeValue)
    {
        if (query.Count == 0) return "";
        var names = query.Keys.ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var name in names) Append(text, encodeName(name), query[name], encodeValue);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<string?> values, Func<string, string> encodeValue)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (text.Length > 0) text.Append('&');
            text.Append(name);
            if (values[i] is { } value) text.Append('=').Append(encodeValue(value));
        }
    }

    private static bool TryEscape(string text, int at, out byte value)
    {
        value = 0;
        return at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static string Encode(string text) => Encode(text, "X2");

    // As the official engine spells it in files.
    private static string EncodeSmall(string text) => Encode(text, "x2");

    private static string Encode(string text, string hexadecimal)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b == '-') encoded.Append((char)b);
            else if (b == ' ') encoded.Append('+');
            else encoded.Append('%').Append(b.ToString(hexadecimal, CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}

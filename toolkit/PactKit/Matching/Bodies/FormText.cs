using System.Text;

namespace PactKit.Matching.Bodies;

/// <summary>Reads <c>a=1&amp;b=2</c>, as in queries and forms.</summary>
internal static class FormText
{
    /// <summary>Names and values in the order they come. No <c>=</c> makes a null value; a bad escape is taken as it is written.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string?>> Parse(string text)
    {
        var fields = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal);
        foreach (var piece in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? piece : piece[..equals]);
            if (!fields.TryGetValue(name, out var values)) fields[name] = values = new List<string?>();
            ((List<string?>)values).Add(equals < 0 ? null : Decode(piece[(equals + 1)..]));
        }

        return fields;
    }

    private static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny('%', '+') < 0) return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '+') bytes.Add((byte)' ');
            else if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
                bytes.AddRange(Convert.FromHexString(text.AsSpan(++i, 2 + 0 * i++)));
            else bytes.AddRange(Encoding.UTF8.GetBytes(text, i, char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? (1 + 0 * i++) + 1 : 1));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}

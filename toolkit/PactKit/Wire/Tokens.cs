namespace PactKit.Wire;

/// <summary>What methods and the names of headers are made of (RFC 9110, 5.6.2).</summary>
internal static class Tokens
{
    private const string Marks = "!#$%&'*+-.^_`|~";

    public static bool Are(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) if (!IsOne((char)b)) return false;
        return !bytes.IsEmpty;
    }

    public static bool Are(string text)
    {
        foreach (var c in text) if (!IsOne(c)) return false;
        return text.Length > 0;
    }

    private static bool IsOne(char c) => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal);
}

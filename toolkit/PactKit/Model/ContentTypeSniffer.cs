using System.Text;
using System.Text.Unicode;

namespace PactKit.Model;

/// <summary>Guesses what text a body is from its beginning, in the order other Pact implementations use.</summary>
internal static class ContentTypeSniffer
{
    private const int Window = 32;

    private static readonly ContentType Xml = new("application", "xml");

    private static readonly ContentType Html = new("text", "html");

    private static readonly ContentType Plain = new("text", "plain");

    private static readonly string[] JsonLiterals = ["true", "false", "null"];

    public static ContentType Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var start = bytes.Length > Window ? bytes[..WholeCharacters(bytes)] : bytes;
        if (!Utf8.IsValid(start)) return ContentType.Unknown;
        var text = Encoding.UTF8.GetString(start).AsSpan().TrimStart();
        if (StartsWithXmlDeclaration(text)) return Xml;
        if (StartsWithHtml(text)) return Html;
        if (text.Length > 1 && text[0] == '<' && IsWord(text[1])) return Xml;
        return StartsLikeJson(text) ? ContentType.Json : Plain;
    }

    /// <summary>Where the last whole character within the window ends: a character cut in two must not make a text look binary.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        var end = Window;
        while (end > Window - 4 && (bytes[end] & 0xC0) == 0x80) end--;
        return end;
    }

    private static bool StartsWithXmlDeclaration(ReadOnlySpan<char> text) =>
        text.StartsWith("<?xml", StringComparison.Ordinal) && text[5..].TrimStart().StartsWith("version", StringComparison.Ordinal);

    private static bool StartsWithHtml(ReadOnlySpan<char> text) =>
        text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || !IsWord(text[5])));

    private static bool StartsLikeJson(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        if (text[0] == '{') return text[1..].TrimStart() is ['"' or '}', ..];
        if (text[0] is '"' or '[' || char.IsAsciiDigit(text[0])) return true;
        foreach (var literal in JsonLiterals)
            if (text.StartsWith(literal, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}

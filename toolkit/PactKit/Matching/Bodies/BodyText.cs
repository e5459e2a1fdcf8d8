using System.Text;
using System.Text.Unicode;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>The text of a body, whatever charset its content type names.</summary>
internal static class BodyText
{
    /// <summary>The text as UTF-8 without a byte-order mark. False where it cannot be read; the error says why.</summary>
    public static bool TryUtf8(ReadOnlyMemory<byte> content, ContentType type, out ReadOnlyMemory<byte> utf8, out string error)
    {
        (utf8, error) = (content, "");
        if (EncodingOf(content.Span, type) is { } encoding)
        {
            utf8 = Encoding.UTF8.GetBytes(encoding.GetString(content.Span));
        }
        else if (!Utf8.IsValid(content.Span))
        {
            error = "it is not valid UTF-8";
            return false;
        }

        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        return true;
    }

    /// <summary>The text, or null where it cannot be read.</summary>
    public static string? TryRead(ReadOnlyMemory<byte> content, ContentType type) =>
        TryUtf8(content, type, out var utf8, out _) ? Encoding.UTF8.GetString(utf8.Span) : null;

    // Null where the bytes are UTF-8, or have to be taken for it.
    private static Encoding? EncodingOf(ReadOnlySpan<byte> content, ContentType type)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (!type.Parameters.TryGetValue("charset", out var charset)) return null;
        try
        {
            var encoding = Encoding.GetEncoding(charset.Trim('"', '\''));
            return encoding.CodePage is 65001 or 20127 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

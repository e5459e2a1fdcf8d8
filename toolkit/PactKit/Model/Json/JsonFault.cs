using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PactKit.Model.Json;

/// <summary>Finds what is wrong with a JSON text, and where, in words for a person.</summary>
internal static class JsonFault
{
    /// <summary>Bytes that are not UTF-8, or a string that is half of a surrogate pair: both pass the parser and break later.</summary>
    public static string? OfText(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8)) return $"{LineAndColumn(utf8, InvalidByte(utf8))}: expected UTF-8 but found a byte that is not";
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0) return null;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped || reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            if (IsHalfPair(reader)) return $"{LineAndColumn(utf8, reader.TokenStartIndex)}: expected whole characters but found half of a surrogate pair";
        }

        return null;
    }

    public static string Of(JsonException fault, ReadOnlySpan<byte> utf8)
    {
        var at = Offset(utf8, fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        if (utf8.IsEmpty) return "the file is empty; expected a JSON object";
        if (utf8 is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [_, 0, ..]) return "the text is UTF-16; save it as UTF-8";
        var message = fault.Message;
        var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (tail < 0) tail = message.IndexOf(" Path:", StringComparison.Ordinal);
        return $"{LineAndColumn(utf8, at)}: {(tail < 0 ? message : message[..tail]).TrimEnd('.')}";
    }

    /// <summary>"line 3, column 14", both counted from 1; columns count characters.</summary>
    public static string LineAndColumn(ReadOnlySpan<byte> utf8, long offset)
    {
        var before = utf8[..(int)Math.Min(offset, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var line = before.Count((byte)'\n') + 1;
        return $"line {line}, column {Encoding.UTF8.GetCharCount(before[lineStart..]) + 1}";
    }

    private static long Offset(ReadOnlySpan<byte> utf8, long line, long byteInLine)
    {
        long start = 0;
        for (var i = 0L; i < line; i++)
        {
            var next = utf8[(int)start..].IndexOf((byte)'\n');
            if (next < 0) break;
            start += next + 1;
        }

        return Math.Min(start + byteInLine, utf8.Length);
    }

    private static int InvalidByte(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) at += consumed;
        return at;
    }

    private static bool IsHalfPair(Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}

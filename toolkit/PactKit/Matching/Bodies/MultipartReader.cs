using System.Text;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Takes a multipart body apart. Line ends may be CRLF, as they should, or LF.</summary>
internal static class MultipartReader
{
    /// <summary>Null where the content type names no boundary, or the body does not have it.</summary>
    public static List<MultipartPart>? Read(ReadOnlyMemory<byte> content, ContentType type)
    {
        if (!type.Parameters.TryGetValue("boundary", out var boundary)) return null;
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary.Trim('"'));
        var parts = new List<MultipartPart>();
        if (NextDelimiter(content.Span, delimiter, 0) is not (var at and >= 0)) return null;
        while (at >= 0)
        {
            var start = at + delimiter.Length;
            if (content.Span[start..].StartsWith("--"u8)) break;
            var next = NextDelimiter(content.Span, delimiter, start);
            var end = next < 0 ? content.Length : WithoutLineEnd(content.Span, next);
            var line = content.Span[start..].IndexOf((byte)'\n');
            if (line >= 0 && start + line + 1 <= end) parts.Add(ReadPart(content[(start + line + 1)..end]));
            at = next;
        }

        return parts;
    }

    // A delimiter stands at the beginning of a line.
    private static int NextDelimiter(ReadOnlySpan<byte> content, ReadOnlySpan<byte> delimiter, int from)
    {
        while (from < content.Length && content[from..].IndexOf(delimiter) is var found and >= 0)
        {
            from += found;
            if (from == 0 || content[from - 1] == '\n') return from;
            from += delimiter.Length;
        }

        return -1;
    }

    private static int WithoutLineEnd(ReadOnlySpan<byte> content, int delimiter)
    {
        var end = delimiter - 1;
        return end > 0 && content[end - 1] == '\r' ? end - 1 : end;
    }

    private static MultipartPart ReadPart(ReadOnlyMemory<byte> part)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < part.Length)
        {
            var length = part.Span[at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(part.Span.Slice(at, length < 0 ? part.Length - at : length)).TrimEnd('\r');
            at = length < 0 ? part.Length : at + length + 1;
            if (line.Length == 0) break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        headers.TryGetValue("Content-Disposition", out var disposition);
        var file = Parameter(disposition, "filename") ?? Parameter(disposition, "filename*");
        return new MultipartPart(Parameter(disposition, "name"), file is not null, headers, Decode(part[at..], headers));
    }

    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, Dictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Content-Transfer-Encoding", out var encoding) || !encoding.Equals("base64", StringComparison.OrdinalIgnoreCase)) return content;
        var decoded = new byte[content.Length];
        return Convert.TryFromBase64String(Encoding.ASCII.GetString(content.Span), decoded, out var count) ? decoded.AsMemory(0, count) : content;
    }

    private static string? Parameter(string? disposition, string name)
    {
        if (disposition is null || !ContentType.TryParse("x/" + disposition, out var parsed)) return null;
        return parsed.Parameters.TryGetValue(name, out var value) ? value.Trim('"') : null;
    }
}

using System.Globalization;
using System.Text;
using PactKit.Wire;

namespace PactKit.MockServer.Http1;

/// <summary>A header as it came.</summary>
internal sealed record HeaderField(string Name, string Value);

/// <summary>The request line and the headers, and what follows from them for the body and the connection (RFC 9112).</summary>
internal sealed class RequestHead
{
    private RequestHead(string method, string target, List<HeaderField> fields, bool isHttp10)
    {
        (Method, Target, Fields) = (method, target, fields);
        var connection = Value("Connection");
        KeepsAlive = isHttp10 ? Names(connection, "keep-alive") : !Names(connection, "close");
        ExpectsContinue = Names(Value("Expect"), "100-continue");
        var coding = Value("Transfer-Encoding");
        IsChunked = Names(coding, "chunked");
        if (coding is not null && !IsChunked) throw new RequestFault(501, $"The transfer coding '{coding}' is not supported: use chunked.");

        // Where both are there the length does not count, and what follows on the connection cannot be trusted.
        if (IsChunked && Value("Content-Length") is not null) KeepsAlive = false;
        else if (!IsChunked) ContentLength = Length(fields);
    }

    public string Method { get; }

    /// <summary>As it is spelled.</summary>
    public string Target { get; }

    public IReadOnlyList<HeaderField> Fields { get; }

    public bool KeepsAlive { get; }

    public bool ExpectsContinue { get; }

    public bool IsChunked { get; }

    /// <summary>Null where no length is given.</summary>
    public long? ContentLength { get; }

    /// <summary>Of the lines up to the blank one.</summary>
    /// <exception cref="RequestFault">It is no HTTP/1 request.</exception>
    public static RequestHead Parse(ReadOnlySpan<byte> head)
    {
        var line = NextLine(ref head);
        var (first, last) = (line.IndexOf((byte)' '), line.LastIndexOf((byte)' '));
        if (first <= 0 || last <= first + 1) throw new RequestFault(400, "A request begins with a method, a target and HTTP/1.1.");
        var version = line[(last + 1)..];
        if (!version.SequenceEqual("HTTP/1.1"u8) && !version.SequenceEqual("HTTP/1.0"u8)) throw new RequestFault(505, "Only HTTP/1.1 and HTTP/1.0 are understood.");
        if (!Tokens.Are(line[..first])) throw new RequestFault(400, "The method of the request holds a character no method may have.");
        var fields = new List<HeaderField>();
        while (!head.IsEmpty) fields.Add(Field(NextLine(ref head)));
        return new RequestHead(Encoding.ASCII.GetString(line[..first]), TargetOf(line[(first + 1)..last], line[..first].SequenceEqual("CONNECT"u8)), fields, version[^1] == '0');
    }

    /// <summary>The first line of this name, or null.</summary>
    public string? Value(string name)
    {
        foreach (var field in Fields)
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return field.Value;
        return null;
    }

    private static string TargetOf(ReadOnlySpan<byte> bytes, bool isConnect)
    {
        foreach (var b in bytes)
            if (b <= (byte)' ') throw new RequestFault(400, "The target of the request holds a blank or a control character: write a blank as %20.");
        if (bytes is not [(byte)'/', ..] && !bytes.SequenceEqual("*"u8) && bytes.IndexOf("://"u8) <= 0 && !isConnect)
            throw new RequestFault(400, "The target of a request begins with a slash, or is a whole address.");
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw new RequestFault(400, "The target of the request is neither ASCII nor UTF-8: write other characters as escapes such as %C3%BC.");
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line is [.. var before, (byte)'\r'] ? before : line;
    }

    private static HeaderField Field(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || !Tokens.Are(line[..colon])) throw new RequestFault(400, $"A header is a name, a colon and a value, not '{Text(line)}'.");
        return new HeaderField(Encoding.ASCII.GetString(line[..colon]), Text(Trimmed(line[(colon + 1)..])));
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> value)
    {
        while (value is [(byte)' ' or (byte)'\t', ..]) value = value[1..];
        while (value is [.., (byte)' ' or (byte)'\t']) value = value[..^1];
        return value;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => HeaderText.Of(bytes);

    private static bool Names(string? list, string word) =>
        list is not null && list.Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    private static long? Length(List<HeaderField> fields)
    {
        long? known = null;
        foreach (var field in fields)
        {
            if (!field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) continue;
            if (!long.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw new RequestFault(400, $"The Content-Length '{field.Value}' is no length.");
            if (known is not null && known != length) throw new RequestFault(400, $"The request has two lengths, {known} and {length}.");
            known = length;
        }

        return known;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PactKit.Broker.Tests.Robustness;

internal sealed record RawRequest(string Method, string Target, string? ContentType, byte[]? Body, string? Accept)
{
    /// <summary>The length that is claimed.</summary>
    public long Length { get; init; } = Body?.Length ?? 0;

    public override string ToString() =>
        $"{Method} {Shorten(Target)} Accept: {Accept ?? "-"} Content-Type: {ContentType ?? "-"} Body: {(Body is null ? "-" : Shorten(Encoding.UTF8.GetString(Body)))}";

    private static string Shorten(string text) => text.Length <= 600 ? text : $"{text[..600]}… ({text.Length})";
}

internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string ContentType => Headers.GetValueOrDefault("Content-Type", "");

    /// <summary>Said by the broker, not by the server below it that could not even read the request line.</summary>
    public bool IsOfBroker => Headers.ContainsKey("X-Pact-Broker-Version");
}

/// <summary>Sends a request exactly as written: clients tidy up what this is meant to try.</summary>
internal static class RawHttp
{
    public static async Task<RawAnswer> SendAsync(Uri address, RawRequest request, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, ct);
        await using var stream = client.GetStream();
        var head = new StringBuilder($"{request.Method} {request.Target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n");
        if (request.Accept is not null) head.Append(CultureInfo.InvariantCulture, $"Accept: {request.Accept}\r\n");
        if (request.ContentType is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {request.ContentType}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {request.Length}\r\n\r\n");
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()), ct);
            if (request.Body is not null) await stream.WriteAsync(request.Body, ct);
            await stream.CopyToAsync(answer, ct);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // Refused before all of it was read: the answer is there, the connection is reset.
        }

        return Parse(answer.ToArray());
    }

    private static RawAnswer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0) throw new InvalidDataException($"No answer, but: '{Encoding.UTF8.GetString(bytes)}'");
        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.OrdinalIgnoreCase);
        var body = bytes[(end + 4)..];
        if (headers.GetValueOrDefault("Transfer-Encoding") == "chunked") body = Joined(body);
        return new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }

    private static byte[] Joined(byte[] chunked)
    {
        using var body = new MemoryStream();
        for (var at = 0; ;)
        {
            var line = chunked.AsSpan(at).IndexOf("\r\n"u8);
            if (line < 0) throw new InvalidDataException("The answer broke off.");
            var length = int.Parse(Encoding.ASCII.GetString(chunked, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0) return body.ToArray();
            body.Write(chunked, at + line + 2, length);
            at += line + 2 + length + 2;
        }
    }
}

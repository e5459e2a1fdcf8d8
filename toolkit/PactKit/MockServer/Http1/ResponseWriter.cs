using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.MockServer.Http1;

/// <summary>Sends responses down one connection.</summary>
internal sealed class ResponseWriter(Socket socket, TimeProvider clock)
{
    // A body up to this size goes out together with its head.
    private const int SmallBody = 16 * 1024;

    public async ValueTask ContinueAsync() => await SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());

    /// <summary>Sends the response; false where the connection is to end after it.</summary>
    /// <exception cref="InvalidOperationException">A header has a name that cannot be sent.</exception>
    public async ValueTask<bool> WriteAsync(Response answer, string method, bool keepAlive)
    {
        var hasBody = method != "HEAD" && answer.Status is >= 200 and not 204 and not 304;
        var body = hasBody && answer.Status != 205 ? answer.Body.Content : default;
        var output = new ArrayBufferWriter<byte>(512 + Math.Min(body.Length, SmallBody));
        using (var phrase = new HttpResponseMessage((HttpStatusCode)answer.Status)) Status(output, answer.Status, phrase.ReasonPhrase);
        keepAlive &= Headers(output, answer, method, keepAlive);
        if (hasBody) Line(output, "Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        output.Write("\r\n"u8);
        if (body.Length <= SmallBody) output.Write(body.Span);
        await SendAsync(output.WrittenMemory);
        if (body.Length > SmallBody) await SendAsync(body);
        return keepAlive;
    }

    // False where the response itself says that the connection ends.
    private bool Headers(ArrayBufferWriter<byte> output, Response answer, string method, bool keepAlive)
    {
        var (hasDate, hasConnection, closes) = (false, false, false);
        foreach (var (name, values) in answer.Headers)
        {
            // The length follows from the bytes; a different one would break the connection.
            if (Is(name, "Transfer-Encoding") || (Is(name, "Content-Length") && method != "HEAD")) continue;
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Tokens.Chars)) throw new InvalidOperationException($"The response has a header '{name}', which is no name a header can have.");
            hasDate |= Is(name, "Date");
            hasConnection |= Is(name, "Connection");
            closes |= Is(name, "Connection") && values.Any(value => value.Contains("close", StringComparison.OrdinalIgnoreCase));
            for (var i = 0; i < values.Count; i++) Line(output, name, values[i]);
        }

        if (!hasDate) Line(output, "Date", clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        if (!keepAlive && !hasConnection) Line(output, "Connection", "close");
        return !closes;
    }

    private static void Status(ArrayBufferWriter<byte> output, int status, string? phrase) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {phrase}\r\n"), output);

    private static void Line(ArrayBufferWriter<byte> output, string name, string value)
    {
        Encoding.ASCII.GetBytes(name, output);
        output.Write(": "u8);

        // A line end within a value would begin another header.
        if (value.AsSpan().ContainsAny('\r', '\n', '\0')) value = value.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ');
        (value.AsSpan().ContainsAnyExceptInRange('\0', 'ÿ') ? Encoding.UTF8 : Encoding.Latin1).GetBytes(value, output);
        output.Write("\r\n"u8);
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.MockServer.Http1;

/// <summary>A response ready to be sent: the head, with the body where that is small, and the rest of it.</summary>
/// <param name="Head">Valid until the next response of the connection is written.</param>
/// <param name="Rest">The body, where it was not worth copying.</param>
/// <param name="KeepsAlive">False where the connection is to end after it.</param>
internal sealed record ResponseBytes(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Rest, bool KeepsAlive);

/// <summary>Puts the responses of one connection into bytes.</summary>
internal sealed class ResponseWriter(TimeProvider clock)
{
    // A body up to this size goes out together with its head.
    private const int SmallBody = 16 * 1024;

    private byte[] _output = new byte[1024];
    private int _count;

    /// <exception cref="InvalidOperationException">A header has a name that cannot be sent.</exception>
    public ResponseBytes Write(Response answer, string method, bool keepAlive)
    {
        _count = 0;
        var hasBody = method != "HEAD" && answer.Status is >= 200 and not 204 and not 304;
        var body = hasBody && answer.Status != 205 ? answer.Body.Content : default;
        using (var phrase = new HttpResponseMessage((HttpStatusCode)answer.Status)) Append($"HTTP/1.1 {answer.Status.ToString(CultureInfo.InvariantCulture)} {phrase.ReasonPhrase}\r\n");
        keepAlive &= Headers(answer, method, keepAlive);
        if (hasBody) Line("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        Append("\r\n");
        if (body.Length > SmallBody) return new ResponseBytes(_output.AsMemory(0, _count), body, keepAlive);
        Append(body.Span);
        return new ResponseBytes(_output.AsMemory(0, _count), default, keepAlive);
    }

    // False where the response itself says that the connection ends.
    private bool Headers(Response answer, string method, bool keepAlive)
    {
        var (hasDate, hasConnection, closes) = (false, false, false);
        foreach (var (name, values) in answer.Headers)
        {
            // The length follows from the bytes; a different one would break the connection.
            if (Is(name, "Transfer-Encoding") || (Is(name, "Content-Length") && method != "HEAD")) continue;
            if (!Tokens.Are(name)) throw new InvalidOperationException($"The response has a header '{name}', which is no name a header can have.");
            hasDate |= Is(name, "Date");
            hasConnection |= Is(name, "Connection");
            closes |= Is(name, "Connection") && values.Any(value => value.Contains("close", StringComparison.OrdinalIgnoreCase));
            for (var i = 0; i < values.Count; i++) Line(name, values[i]);
        }

        if (!hasDate) Line("Date", clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        if (!keepAlive && !hasConnection) Line("Connection", "close");
        return !closes;
    }

    private void Line(string name, string value)
    {
        Append(name);
        Append(": ");
        Append(IsOneLine(value) ? value : value.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' '));
        Append("\r\n");
    }

    // A line end within a value would begin another header.
    private static bool IsOneLine(string value)
    {
        foreach (var c in value) if (c is '\r' or '\n' or '\0') return false;
        return true;
    }

    /// <summary>As Latin-1, in which headers are meant; as UTF-8 where that does not hold all of it.</summary>
    private void Append(string text)
    {
        var room = Room(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > 'ÿ')
            {
                Append(Encoding.UTF8.GetBytes(text));
                return;
            }

            room[i] = (byte)text[i];
        }

        _count += text.Length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_output.Length - _count < bytes) Array.Resize(ref _output, Math.Max(_count + bytes, _output.Length * 2));
        return _output.AsSpan(_count);
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}

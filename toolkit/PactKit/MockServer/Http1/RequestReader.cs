using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PactKit.MockServer.Http1;

/// <summary>Reads the requests of one connection, one after another. Bytes of the next one that came along are kept for it.</summary>
internal sealed class RequestReader(Socket socket) : IDisposable
{
    /// <summary>As much as the official mock server takes: cookies and tokens grow long.</summary>
    public const int MostHeadBytes = 8 * 1024 + 100 * 4096;

    private const int MostBodyBytes = 256 * 1024 * 1024;

    private const int MostDiscarded = 16 * 1024 * 1024;

    private static readonly TimeSpan LongestDiscard = TimeSpan.FromSeconds(1);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _end;

    /// <summary>Nothing of what follows the head has come yet.</summary>
    public bool IsDrained => _start == _end;

    /// <summary>Null where the client has closed the connection.</summary>
    /// <exception cref="RequestFault">It is no HTTP/1 request.</exception>
    public async ValueTask<RequestHead?> ReadHeadAsync()
    {
        for (var searched = 0; ;)
        {
            SkipBlankLines();
            var (length, next) = EndOfHead(searched);
            if (next > 0)
            {
                var head = RequestHead.Parse(_buffer.AsSpan(_start, length));
                _start += next;
                return head;
            }

            searched = Math.Max(0, _end - _start - 3);
            if (_end - _start > MostHeadBytes) throw new RequestFault(431, $"The head of the request is longer than {MostHeadBytes} bytes.");
            if (!await FillAsync()) return IsDrained ? null : throw new IOException("The connection ended within a request.");
        }
    }

    /// <summary>Null where the request has none.</summary>
    public async ValueTask<byte[]?> ReadBodyAsync(RequestHead head)
    {
        if (head.IsChunked) return await ReadChunksAsync();
        if (head.ContentLength is not { } length) return null;
        if (length > MostBodyBytes) throw TooLong();
        var body = new byte[length];
        await ReadExactlyAsync(body);
        return body;
    }

    /// <summary>Takes what is still under way before the connection is closed: closed upon unread bytes, it would take the answer along.</summary>
    public async ValueTask DiscardAsync()
    {
        using var enough = new CancellationTokenSource(LongestDiscard);
        for (var left = MostDiscarded; left > 0;)
        {
            var read = await socket.ReceiveAsync(_buffer, SocketFlags.None, enough.Token);
            if (read == 0) return;
            left -= read;
        }
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private async ValueTask<byte[]> ReadChunksAsync()
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var size = ChunkSize(await ReadLineAsync());
            if (size == 0) break;
            if (size > MostBodyBytes - body.WrittenCount) throw TooLong();
            await ReadExactlyAsync(body.GetMemory((int)size)[..(int)size]);
            body.Advance((int)size);
            if ((await ReadLineAsync()).Length > 0) throw new RequestFault(400, "A chunk of the body is longer than it says.");
        }

        // Trailers, which nobody here asks for.
        while ((await ReadLineAsync()).Length > 0) { }
        return body.WrittenSpan.ToArray();
    }

    private static long ChunkSize(string line)
    {
        var digits = line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : line.Length).Trim();
        return digits.Length <= 15 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new RequestFault(400, $"The size of a chunk of the body, '{line}', is no hexadecimal number.");
    }

    private async ValueTask<string> ReadLineAsync()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, end).TrimEnd('\r');
                _start += end + 1;
                return line;
            }

            if (_end - _start > MostHeadBytes) throw new RequestFault(400, "A line within the body is too long.");
            if (!await FillAsync()) throw new IOException("The connection ended within a request.");
        }
    }

    private async ValueTask ReadExactlyAsync(Memory<byte> target)
    {
        var ready = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, ready).CopyTo(target.Span);
        _start += ready;
        for (target = target[ready..]; !target.IsEmpty;)
        {
            var read = await socket.ReceiveAsync(target, SocketFlags.None);
            if (read == 0) throw new IOException("The connection ended within a request.");
            target = target[read..];
        }
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_start == _end) _start = _end = 0;
        if (_end == _buffer.Length) MakeRoom();
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None);
        _end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        var larger = length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(larger);
        if (larger != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (larger, 0, length);
    }

    // Some clients send an empty line after a body.
    private void SkipBlankLines()
    {
        while (_start < _end && _buffer[_start] is (byte)'\r' or (byte)'\n') _start++;
    }

    private (int Length, int Next) EndOfHead(int from)
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        for (var at = from; at < bytes.Length; at++)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            if (end < 0) break;
            at += end;
            if (bytes[(at + 1)..] is [(byte)'\n', ..]) return (at, at + 2);
            if (bytes[(at + 1)..] is [(byte)'\r', (byte)'\n', ..]) return (at, at + 3);
        }

        return (0, 0);
    }

    private static RequestFault TooLong() => new(413, $"The body of the request is longer than {MostBodyBytes} bytes.");
}

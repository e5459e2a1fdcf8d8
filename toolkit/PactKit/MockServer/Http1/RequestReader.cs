using System.Buffers;
using System.Globalization;
using System.Text;

namespace PactKit.MockServer.Http1;

/// <summary>
/// Reads the requests of one connection, one after another, out of the bytes that are given to it. It never waits, so all the waiting a
/// connection does is in one place. Bytes of the next request that came along are kept for it.
/// </summary>
internal sealed class RequestReader : IDisposable
{
    /// <summary>As much as the official mock server takes: cookies and tokens grow long.</summary>
    public const int MostHeadBytes = 8 * 1024 + 100 * 4096;

    private const int MostBodyBytes = 256 * 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _end;

    // So many of the bytes from _start on are known not to end what is being read.
    private int _searched;

    private Stage _stage;
    private RequestHead? _head;
    private bool _continued;

    // Where the length is known, the bytes of a body go straight to their place.
    private byte[] _body = [];
    private int _filled;
    private bool _intoBody;

    private ArrayBufferWriter<byte>? _chunks;
    private int _chunkLeft;

    private enum Stage
    {
        Head,
        Body,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailers,
    }

    /// <summary>Where the next bytes go; <see cref="Received"/> tells how many there were.</summary>
    public Memory<byte> Room()
    {
        _intoBody = _stage == Stage.Body;
        if (_intoBody) return _body.AsMemory(_filled);
        if (_start == _end) _start = _end = 0;
        if (_end == _buffer.Length) MakeRoom();
        return _buffer.AsMemory(_end);
    }

    public void Received(int count)
    {
        if (_intoBody) _filled += count;
        else _end += count;
    }

    /// <summary>True once for a request whose client waits to be told to go on before it sends the body.</summary>
    public bool AsksToContinue()
    {
        if (_continued || _stage == Stage.Head || !_head!.ExpectsContinue || _start < _end || _filled > 0) return false;
        return _continued = true;
    }

    /// <summary>The next request, once all of it has come; its body is null where it has none.</summary>
    /// <exception cref="RequestFault">It is no HTTP/1 request.</exception>
    public RequestHead? Read(out byte[]? body)
    {
        body = null;
        while (true)
        {
            switch (_stage)
            {
                case Stage.Head:
                    if (!ReadHead()) return null;
                    if (_head!.IsChunked) Begin(Stage.ChunkSize);
                    else if (_head.ContentLength is { } length) BeginBody(length);
                    else return Done();
                    break;
                case Stage.Body:
                    if (!ReadBody()) return null;
                    body = _body;
                    return Done();
                case Stage.ChunkSize:
                    if (ReadLine() is not { } size) return null;
                    BeginChunk(ChunkSize(size));
                    break;
                case Stage.Chunk:
                    if (!ReadChunk()) return null;
                    _stage = Stage.ChunkEnd;
                    break;
                case Stage.ChunkEnd:
                    if (ReadLine() is not { } rest) return null;
                    if (rest.Length > 0) throw new RequestFault(400, "A chunk of the body is longer than it says.");
                    _stage = Stage.ChunkSize;
                    break;
                default:
                    // Nobody here asks for trailers.
                    if (ReadLine() is not { } trailer) return null;
                    if (trailer.Length > 0) break;
                    body = _chunks!.WrittenSpan.ToArray();
                    return Done();
            }
        }
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Begin(Stage stage)
    {
        _stage = stage;
        _continued = false;
        _filled = 0;
        _chunks = stage == Stage.ChunkSize ? new ArrayBufferWriter<byte>() : null;
    }

    private void BeginBody(long length)
    {
        if (length > MostBodyBytes) throw TooLong();
        Begin(Stage.Body);
        _body = length == 0 ? [] : new byte[length];
    }

    private void BeginChunk(long size)
    {
        if (size > MostBodyBytes - _chunks!.WrittenCount) throw TooLong();
        _chunkLeft = (int)size;
        _stage = size == 0 ? Stage.Trailers : Stage.Chunk;
    }

    private RequestHead Done()
    {
        var head = _head!;
        (_stage, _head, _body, _chunks, _filled) = (Stage.Head, null, [], null, 0);
        return head;
    }

    private bool ReadHead()
    {
        SkipBlankLines();
        var (length, next) = EndOfHead(_searched);
        if (next == 0)
        {
            _searched = Math.Max(0, _end - _start - 3);
            if (_end - _start > MostHeadBytes) throw new RequestFault(431, $"The head of the request is longer than {MostHeadBytes} bytes.");
            return false;
        }

        _head = RequestHead.Parse(_buffer.AsSpan(_start, length));
        Take(next);
        return true;
    }

    private bool ReadBody()
    {
        var ready = Math.Min(_body.Length - _filled, _end - _start);
        _buffer.AsSpan(_start, ready).CopyTo(_body.AsSpan(_filled));
        Take(ready);
        _filled += ready;
        return _filled == _body.Length;
    }

    private bool ReadChunk()
    {
        var ready = Math.Min(_chunkLeft, _end - _start);
        _chunks!.Write(_buffer.AsSpan(_start, ready));
        Take(ready);
        _chunkLeft -= ready;
        return _chunkLeft == 0;
    }

    private static long ChunkSize(string line)
    {
        var digits = line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : line.Length).Trim();
        return digits.Length <= 15 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new RequestFault(400, $"The size of a chunk of the body, '{line}', is no hexadecimal number.");
    }

    private string? ReadLine()
    {
        var length = _end - _start;
        var end = Array.IndexOf(_buffer, (byte)'\n', _start + _searched, length - _searched);
        if (end < 0)
        {
            _searched = length;
            if (length > MostHeadBytes) throw new RequestFault(400, "A line within the body is too long.");
            return null;
        }

        var line = Encoding.Latin1.GetString(_buffer, _start, end - _start).TrimEnd('\r');
        Take(end + 1 - _start);
        return line;
    }

    private void Take(int bytes)
    {
        _start += bytes;
        _searched = 0;
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

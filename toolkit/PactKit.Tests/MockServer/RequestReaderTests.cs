using System.Text;
using PactKit.MockServer.Http1;

namespace PactKit.Tests.MockServer;

/// <summary>However the network cuts the bytes of a connection, the same requests come out.</summary>
public class RequestReaderTests
{
    private const string Stream =
        "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n"
        + "\r\nPOST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\nhello\r\n\r\nyo"
        + "POST /chunks HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;note=1\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: ignored\r\n\r\n"
        + "PUT /empty HTTP/1.1\nContent-Length: 0\n\n"
        + "DELETE /last HTTP/1.1\r\nX-Blank:  \t both ends \t\r\n\r\n";

    private static readonly string[] Requests =
    [
        "GET /a?b=c (none)", "POST /body hello\r\n\r\nyo", "POST /chunks hello!", "PUT /empty ", "DELETE /last (none)",
    ];

    public static TheoryData<int> Sizes => [1, 2, 3, 5, 7, 11, 13, 64, 1000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_same_requests_come_out_of_pieces_of_any_size(int size) => Assert.Equal(Requests, Read(Encoding.ASCII.GetBytes(Stream), size));

    [Fact]
    public void A_head_of_many_buffers_is_read_from_pieces()
    {
        var value = new string('v', 100_000);
        Assert.Equal(["GET /long (none)"], Read(Encoding.ASCII.GetBytes($"GET /long HTTP/1.1\r\nX: {value}\r\n\r\n"), 1000));
    }

    [Fact]
    public void A_head_that_never_ends_is_refused_in_time()
    {
        var fault = Assert.Throws<RequestFault>(() => Read(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nX: " + new string('v', RequestReader.MostHeadBytes)), 64));
        Assert.Equal(431, fault.Status);
    }

    [Fact]
    public void Who_asks_is_told_to_go_on_once_and_only_before_the_body()
    {
        using var reader = new RequestReader();
        Feed(reader, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Null(reader.Read(out _));
        Assert.True(reader.AsksToContinue());
        Assert.False(reader.AsksToContinue());
        Feed(reader, "o");
        Assert.Null(reader.Read(out _));
        Assert.False(reader.AsksToContinue());
        Feed(reader, "k");
        Assert.NotNull(reader.Read(out var body));
        Assert.Equal("ok", Encoding.ASCII.GetString(body!));
        Feed(reader, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");
        Assert.Null(reader.Read(out _));
        Assert.True(reader.AsksToContinue());
    }

    [Fact]
    public void Who_sends_the_body_along_is_not_told_to_go_on()
    {
        using var reader = new RequestReader();
        Feed(reader, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\no");
        Assert.Null(reader.Read(out _));
        Assert.False(reader.AsksToContinue());
    }

    private static List<string> Read(byte[] stream, int size)
    {
        var requests = new List<string>();
        using var reader = new RequestReader();
        for (var rest = stream.AsSpan(); !rest.IsEmpty;)
        {
            rest = rest[Feed(reader, rest[..Math.Min(size, rest.Length)])..];
            while (reader.Read(out var body) is { } head) requests.Add($"{head.Method} {head.Target} {(body is null ? "(none)" : Encoding.ASCII.GetString(body))}");
        }

        return requests;
    }

    private static void Feed(RequestReader reader, string text) => Assert.Equal(text.Length, Feed(reader, Encoding.ASCII.GetBytes(text)));

    // No more than there is room for: the rest of a body may be all that is asked for.
    private static int Feed(RequestReader reader, ReadOnlySpan<byte> bytes)
    {
        var room = reader.Room().Span;
        var count = Math.Min(room.Length, bytes.Length);
        bytes[..count].CopyTo(room);
        reader.Received(count);
        return count;
    }
}

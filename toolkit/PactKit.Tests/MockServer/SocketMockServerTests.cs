using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

public sealed class SocketMockServerTests : MockServerTests
{
    private const string Get = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";

    internal override Task<OpenServer> OpenAsync(MockServerOptions options, params HttpInteraction[] interactions)
    {
        var provider = new MockProvider(interactions, options);
        var server = SocketMockServer.Start(provider, options);
        return Task.FromResult(new OpenServer(provider, new HttpClient { BaseAddress = server.BaseUri }, server));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("::1", "[::1]")]
    public async Task A_free_port_of_the_address_is_chosen(string address, string host)
    {
        if (!Socket.OSSupportsIPv6 && address.Contains(':', StringComparison.Ordinal)) Assert.Skip("This machine has no IPv6.");
        await using var server = SocketMockServer.Start(new MockProvider([]), new MockServerOptions { Address = IPAddress.Parse(address) });

        Assert.Equal(host, server.BaseUri.Host);
        Assert.True(server.BaseUri.Port > 0);
        Assert.EndsWith("/", server.BaseUri.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_refused_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var failure = Assert.Throws<InvalidOperationException>(() => SocketMockServer.Start(new MockProvider([]), new MockServerOptions { Port = port }));

        Assert.StartsWith($"Unable to start mock server on 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Choose another port, or leave it out to get a free one.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_can_be_used_again_at_once_and_often()
    {
        var first = SocketMockServer.Start(new MockProvider([Interactions.Get("/a")]), MockServerOptions.Default);
        var port = first.BaseUri.Port;
        await first.DisposeAsync();
        using var client = new HttpClient();
        for (var i = 0; i < 20; i++)
        {
            await using var again = SocketMockServer.Start(new MockProvider([Interactions.Get("/a")]), new MockServerOptions { Port = port });
            using var answer = await client.GetAsync(new Uri(again.BaseUri, "a"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Stopping_cuts_off_what_is_open()
    {
        var server = SocketMockServer.Start(new MockProvider([Interactions.Get("/a")]), MockServerOptions.Default);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Get));
        var answer = new byte[4096];
        Assert.True(await stream.ReadAsync(answer) > 0);
        await server.DisposeAsync();

        var end = await Record.ExceptionAsync(async () => Assert.Equal(0, await stream.ReadAsync(answer)));
        Assert.True(end is null or IOException, $"{end}");
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var late = new TcpClient();
            await late.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        });
    }

    [Fact]
    public async Task Once_it_is_told_to_stop_a_request_that_has_come_already_is_neither_answered_nor_recorded()
    {
        var clock = new Watched();
        var provider = new MockProvider([Interactions.Get("/a")]);
        await using var server = SocketMockServer.Start(provider, MockServerOptions.Default with { Clock = clock });
        // The first answer asks for the date; by then the second request is there as well.
        clock.Asked = server.Stop;
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Get + Get));

        using var answers = new StreamReader(connection.GetStream());
        var text = await Record.ExceptionAsync(answers.ReadToEndAsync);

        Assert.True(text is null or IOException, $"{text}");
        Assert.Single(provider.Verdict().Requests);
    }

    [Fact]
    public async Task Disposing_after_a_stop_waits_until_the_port_is_free()
    {
        for (var i = 0; i < 50; i++)
        {
            var server = SocketMockServer.Start(new MockProvider([]), MockServerOptions.Default);
            server.Stop();
            await server.DisposeAsync();
            await server.DisposeAsync();

            using var again = new TcpListener(IPAddress.Loopback, server.BaseUri.Port);
            again.Start();
        }
    }

    [Theory]
    [InlineData("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n", "abcde")]
    [InlineData("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "abc")]
    [InlineData("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde", "abcde")]
    [InlineData("\r\nPOST /a HTTP/1.0\nContent-Length: 5\n\nabcde", "abcde")]
    public async Task A_body_is_read_whatever_way_its_length_is_told(string sent, string expected)
    {
        var provider = new MockProvider([]);
        await Exchange(provider, sent);

        Assert.Equal(expected, Encoding.UTF8.GetString(provider.Verdict().Requests.Single().Request.Body.Content.Span));
    }

    [Fact]
    public async Task A_request_that_comes_byte_by_byte_is_answered()
    {
        await using var server = SocketMockServer.Start(new MockProvider([Interactions.Get("/a")]), MockServerOptions.Default);
        using var connection = new TcpClient { NoDelay = true };
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        foreach (var octet in Encoding.ASCII.GetBytes(Get.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)))
            await connection.GetStream().WriteAsync(new[] { octet });

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await ReadToEnd(connection.GetStream()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_sent_ahead_are_answered_in_turn()
    {
        var answers = await Exchange(new MockProvider([Interactions.Get("/a")]), Get + Get + "GET /a HTTP/1.0\r\n\r\n");

        Assert.Equal(3, answers.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Contains("Connection: close\r\n", answers, StringComparison.Ordinal);
    }

    // The chunks count; what follows might be somebody else's request that was slipped in.
    [Fact]
    public async Task A_request_with_two_lengths_is_the_last_on_its_connection()
    {
        var answers = await Exchange(new MockProvider([Interactions.Of("POST", "/a"), Interactions.Get("/a")]),
            "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n" + Get);

        Assert.Equal(1, answers.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Contains("Connection: close\r\n", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_before_sending_a_body_is_told_to_go_on()
    {
        await using var server = SocketMockServer.Start(new MockProvider([Interactions.Of("POST", "/a")]), MockServerOptions.Default);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        Assert.Equal("", await reader.ReadLineAsync());
        await stream.WriteAsync("ok"u8.ToArray());

        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n", "400 Bad Request", "A request begins with")]
    [InlineData("GET /a HTTP/2.0\r\n\r\n", "505 ", "Only HTTP/1.1")]
    [InlineData("G(T /a HTTP/1.1\r\n\r\n", "400 ", "The method of the request")]
    [InlineData("GET /a HTTP/1.1\r\nno colon\r\n\r\n", "400 ", "'no colon'")]
    [InlineData("GET /a HTTP/1.1\r\nX : 1\r\n\r\n", "400 ", "A header is a name")]
    [InlineData("POST /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400 ", "'-1' is no length")]
    [InlineData("POST /a HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\n", "413 ", "longer than")]
    [InlineData("POST /a HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "501 ", "use chunked")]
    [InlineData("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "400 ", "'zz'")]
    [InlineData("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n20000000\r\n", "413 ", "longer than")]
    public async Task What_is_no_request_is_refused_with_a_sentence(string sent, string status, string sentence)
    {
        var provider = new MockProvider([]);
        var answer = await Exchange(provider, sent);

        Assert.StartsWith("HTTP/1.1 " + status, answer, StringComparison.Ordinal);
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Empty(provider.Verdict().Requests);
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        var answer = await Exchange(new MockProvider([]), "GET /a HTTP/1.1\r\nX: " + new string('x', 500_000));

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_request_is_told_the_length_the_interaction_declares_and_gets_no_body()
    {
        var provider = new MockProvider([Interactions.Of("HEAD", "/a", response: r => r with { Headers = Interactions.Headers(("Content-Length", ["42"])), Body = Interactions.Json("{}") })]);
        var answer = await Exchange(provider, "HEAD /a HTTP/1.0\r\n\r\n");

        Assert.Contains("Content-Length: 42\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_beyond_ascii_arrive_and_none_can_be_slipped_in()
    {
        var provider = new MockProvider([Interactions.Get("/a", response: r => r with { Headers = Interactions.Headers(("X-Name", ["Grüße"]), ("X-Evil", ["a\r\nX-Slipped: 1"])) })]);
        await using var server = SocketMockServer.Start(provider, MockServerOptions.Default);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.BaseUri, "a"));

        Assert.Equal("Grüße", answer.Headers.GetValues("X-Name").Single());
        Assert.False(answer.Headers.Contains("X-Slipped"));
    }

    [Fact]
    public async Task A_header_that_cannot_be_sent_is_told_to_the_consumer()
    {
        var provider = new MockProvider([Interactions.Get("/a", response: r => r with { Headers = Interactions.Headers(("not a name", ["1"])) })]);
        var answer = await Exchange(provider, Get);

        Assert.StartsWith("HTTP/1.1 500 ", answer, StringComparison.Ordinal);
        Assert.Contains("'not a name'", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_answered_and_recorded()
    {
        var provider = new MockProvider([Interactions.Get("/a")]);
        await using var server = SocketMockServer.Start(provider, MockServerOptions.Default);
        using var client = new HttpClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetStringAsync(new Uri(server.BaseUri, "a"))));

        Assert.Equal(200, answers.Length);
        Assert.Equal(200, provider.Verdict().Requests.Count(request => request.Pick is MatchedInteraction));
    }

    [Theory]
    [InlineData("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST /a HTTP/1.1\r\nContent-Length: 41943040\r\n\r\n")]
    public async Task A_large_body_is_read_whole(string head)
    {
        var body = new byte[40 * 1024 * 1024];
        body.AsSpan().Fill((byte)'x');
        var provider = new MockProvider([]);
        var chunked = head.Contains("chunked", StringComparison.Ordinal);
        await Exchange(provider, head, stream => stream.WriteAsync(chunked ? [.. "2800000\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8] : body).AsTask());

        Assert.True(provider.Verdict().Requests.Single().Request.Body.Content.Span.SequenceEqual(body));
    }

    private static async Task<string> Exchange(MockProvider provider, string sent, Func<NetworkStream, Task>? further = null)
    {
        await using var server = SocketMockServer.Start(provider, MockServerOptions.Default);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent));
        if (further is not null) await further(stream);
        connection.Client.Shutdown(SocketShutdown.Send);
        return await ReadToEnd(stream);
    }

    private static async Task<string> ReadToEnd(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private sealed class Watched : TimeProvider
    {
        public Action? Asked { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Asked?.Invoke();
            return base.GetUtcNow();
        }
    }
}

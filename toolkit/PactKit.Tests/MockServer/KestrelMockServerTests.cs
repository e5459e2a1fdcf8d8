using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

public sealed class KestrelMockServerTests : MockServerTests
{
    internal override async Task<OpenServer> OpenAsync(MockServerOptions options, params HttpInteraction[] interactions)
    {
        var provider = new MockProvider(interactions, options);
        var server = await KestrelMockServer.StartAsync(provider, options);
        return new OpenServer(provider, new HttpClient { BaseAddress = server.BaseUri }, server);
    }

    [Fact]
    public async Task A_free_port_of_the_loopback_address_is_chosen()
    {
        await using var server = await KestrelMockServer.StartAsync(new MockProvider([]), MockServerOptions.Default);

        Assert.Equal("127.0.0.1", server.BaseUri.Host);
        Assert.True(server.BaseUri.Port > 0);
        Assert.EndsWith("/", server.BaseUri.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_addresses_are_named_as_such()
    {
        await using var server = await KestrelMockServer.StartAsync(new MockProvider([]), new MockServerOptions { Address = IPAddress.Any });

        Assert.Equal("0.0.0.0", server.BaseUri.Host);
    }

    [Fact]
    public async Task A_port_in_use_is_refused_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => KestrelMockServer.StartAsync(new MockProvider([]), new MockServerOptions { Port = port }));

        Assert.StartsWith("Unable to start mock server", failure.Message, StringComparison.Ordinal);
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_can_be_used_again_at_once()
    {
        var first = await KestrelMockServer.StartAsync(new MockProvider([Interactions.Get("/a")]), MockServerOptions.Default);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(first.BaseUri, "a"));
        var port = first.BaseUri.Port;
        await first.DisposeAsync();

        await using var second = await KestrelMockServer.StartAsync(new MockProvider([]), new MockServerOptions { Port = port });

        Assert.Equal(port, second.BaseUri.Port);
    }

    [Fact]
    public async Task Escapes_in_the_path_are_compared_as_they_came_over_the_wire()
    {
        var provider = new MockProvider([Interactions.Get("/%41/a%2Fb")]);
        await using var server = await KestrelMockServer.StartAsync(provider, MockServerOptions.Default);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.BaseUri.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("GET /%41/a%2Fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task Https_is_served_with_a_certificate_of_its_own()
    {
        var provider = new MockProvider([Interactions.Get("/a")]);
        await using var server = await KestrelMockServer.StartAsync(provider, new MockServerOptions { Tls = true });
        using var client = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        });

        using var answer = await client.GetAsync(new Uri(server.BaseUri, "a"));

        Assert.Equal("https", server.BaseUri.Scheme);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_large_body_is_read_whole()
    {
        var body = new string('x', 40 * 1024 * 1024);
        var provider = new MockProvider([Interactions.Of("POST", "/a", request: r => r with { Body = Body.Of(Encoding.UTF8.GetBytes(body)) })]);
        await using var server = await KestrelMockServer.StartAsync(provider, MockServerOptions.Default);
        using var client = new HttpClient();

        using var answer = await client.PostAsync(new Uri(server.BaseUri, "a"), new StringContent(body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

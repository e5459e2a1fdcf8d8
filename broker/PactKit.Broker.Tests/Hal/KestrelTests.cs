using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PactKit.Broker.Tests.Hal;

/// <summary>A broker behind a socket, with a user who writes and one who reads.</summary>
public sealed class GuardedBroker : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-kestrel-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string[] args = ["--urls=http://127.0.0.1:0", $"--PACT_BROKER_DATABASE_URL=sqlite:///{_folder}/broker.sqlite3", "--PACT_BROKER_BASIC_AUTH_USERNAME=rw", "--PACT_BROKER_BASIC_AUTH_PASSWORD=pw",
            "--PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME=ro", "--PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD=pw", "--PACT_BROKER_PUBLIC_HEARTBEAT=true"];
        _app = BrokerApp.Build(args, builder => builder.Logging.ClearProviders());
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Over a real socket, because only there the request target arrives as it was written.</summary>
public sealed class KestrelTests(GuardedBroker broker) : IClassFixture<GuardedBroker>
{
    private async Task<string> Send(string line, string user = "rw:pw", string extra = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, broker.Address.Port);
        await using var stream = client.GetStream();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(user));
        var request = $"{line} HTTP/1.1\r\nHost: broker.example\r\nConnection: close\r\nAccept: application/hal+json\r\n{(user.Length > 0 ? $"Authorization: Basic {credentials}\r\n" : "")}{extra}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task An_encoded_slash_stays_in_its_segment()
    {
        Assert.StartsWith("HTTP/1.1 201", await Send("PUT /pacticipants/Foo%2FBar/branches/feat%2Fx/versions/1%252F2", extra: "Content-Type: application/json\r\nContent-Length: 0\r\n"), StringComparison.Ordinal);
        var answer = await Send("GET /pacticipants/Foo%2FBar/branches/feat%2Fx/versions/1%252F2");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("http://broker.example/pacticipants/Foo%2FBar/versions/1%252F2", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/hal+json;charset=utf-8\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("X-Pact-Broker-Version: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_two_hundred_versions_fits_into_a_request()
    {
        await Send("PUT /pacticipants/Asked/branches/main/versions/1", extra: "Content-Type: application/json\r\nContent-Length: 0\r\n");
        var selectors = string.Join('&', Enumerable.Range(1, 200).Select(i => $"q%5B%5D%5Bpacticipant%5D=Asked&q%5B%5D%5Bversion%5D={i:x40}"));
        Assert.StartsWith("HTTP/1.1 200", await Send("GET /matrix?" + selectors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_is_get_without_the_body()
    {
        var answer = await Send("HEAD /pacticipants");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/hal+json;charset=utf-8\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET //", "404")]
    [InlineData("GET /%70acticipants", "404")]
    [InlineData("GET /pacticipants/%zz", "40")]
    [InlineData("GET /pacticipants/%ff", "40")]
    [InlineData("GET /pacticipants/a%00b", "4")]
    [InlineData("GET /pacticipants?page=%zz", "4")]
    [InlineData("BREW /pacticipants", "501")]
    [InlineData("HEAD /contracts/publish", "405")]
    public async Task Odd_targets_are_refused(string line, string status) => Assert.StartsWith($"HTTP/1.1 {status}", await Send(line), StringComparison.Ordinal);

    [Fact]
    public async Task The_proxy_says_what_links_begin_with() =>
        Assert.Contains("\"href\":\"https://pacts.example:8443\"", await Send("GET /", extra: "X-Forwarded-Proto: https\r\nX-Forwarded-Host: pacts.example:8443\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET /", "", "401")]
    [InlineData("GET /", "ro:pw", "200")]
    [InlineData("GET /", "ro:wrong", "401")]
    [InlineData("GET /css/broker.css", "", "401")]
    [InlineData("GET /diagnostic/status/heartbeat", "", "200")]
    [InlineData("DELETE /pacticipants/Foo", "ro:pw", "401")]
    [InlineData("DELETE /pacticipants/Foo", "rw:pw", "404")]
    [InlineData("POST /pacts/provider/Foo/for-verification", "ro:pw", "404")]
    [InlineData("POST /contracts/publish", "ro:pw", "401")]
    public async Task Readers_read_and_writers_write(string line, string user, string status)
    {
        var answer = await Send(line, user, "Content-Length: 0\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.Equal(status == "401", answer.Contains("WWW-Authenticate: Basic realm=\"Restricted area\"", StringComparison.Ordinal));
    }
}

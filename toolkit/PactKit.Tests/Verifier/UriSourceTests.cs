using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PactKit.Brokers;
using PactKit.Verifier.Sources;

namespace PactKit.Tests.Verifier;

/// <summary>A pact from an address where something else is, or nothing.</summary>
public sealed class UriSourceTests
{
    private const string Pact = """{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""";

    private static readonly Uri Address = new("http://files.test/pact.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "text/plain", "no", "There is no pact at http://files.test/pact.json (404).")]
    [InlineData(404, "text/html", "<html></html>", "http://files.test/pact.json is not a pact: its answer is text/html, not JSON (404). Give the address of the pact file itself.")]
    [InlineData(200, "text/html", "<html></html>", "http://files.test/pact.json is not a pact: its answer is text/html, not JSON. Give the address of the pact file itself.")]
    [InlineData(200, "application/json", "{\"consumer\":\n{\"name\":}}", "http://files.test/pact.json is not a pact: its answer says it is application/json, but is broken at line 2, byte 9. Give the address of the pact file itself.")]
    [InlineData(401, "text/plain", "", "The broker refused GET http://files.test/pact.json (401): check the user name and password, or the token.")]
    public async Task What_is_no_pact_is_told_in_a_sentence(int status, string type, string text, string sentence) =>
        Assert.Equal(sentence, (await LoadAsync(_ => Answer(status, text, type))).Errors.SingleOrDefault());

    [Fact]
    public async Task A_pact_that_has_moved_is_found_and_the_credentials_stay_behind()
    {
        var seen = new List<string>();
        var result = await LoadAsync(request =>
        {
            seen.Add($"{request.RequestUri} {request.Headers.Authorization}".Trim());
            return request.RequestUri!.Host == "files.test" ? Moved("https://other.test/x.json") : Answer(200, Pact, "text/plain");
        });
        Assert.Empty(result.Errors);
        Assert.Equal("p", Assert.Single(result.Pacts).Pact.Provider);
        Assert.Equal(["http://files.test/pact.json Bearer secret", "https://other.test/x.json"], seen);
    }

    [Fact]
    public async Task A_pact_that_moves_in_circles_is_given_up() => Assert.Equal(
        "Could not read the pact at http://files.test/pact.json: http://files.test/pact.json leads on to http://files.test/pact.json, which was not followed after 5 others.",
        (await LoadAsync(_ => Moved("/pact.json"))).Errors.SingleOrDefault());

    [Fact]
    public async Task No_way_leads_from_a_secure_address_to_an_open_one()
    {
        var source = new UriSource(new HttpMessageInvoker(new Peer(_ => Moved("http://files.test/"))), new Uri("https://files.test/p"), Access, publish: null);
        Assert.EndsWith("which was not followed because that is not secure.", (await source.LoadAsync("p", Cancellation)).Errors.SingleOrDefault());
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end() => Assert.Equal(
        "Could not read the pact at http://files.test/pact.json: it is longer than 512 MB.",
        (await LoadAsync(_ =>
        {
            var answer = Answer(200, Pact, "application/json");
            answer.Content.Headers.ContentLength = 5_000_000_000;
            return answer;
        })).Errors.SingleOrDefault());

    [Fact]
    public async Task A_connection_that_takes_too_long_is_told_with_the_time_it_took()
    {
        // It accepts, and never answers the handshake.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/pact.json");
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(0.3) });
        var error = (await new UriSource(http, address, Access, publish: null).LoadAsync("p", Cancellation)).Errors.SingleOrDefault();
        Assert.StartsWith($"Could not read the pact at {address}: no secure connection to 127.0.0.1:{address.Port} after 0.", error);
    }

    [Fact]
    public async Task What_speaks_no_TLS_is_told_as_such()
    {
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        var answering = Task.Run(
            async () =>
            {
                using var client = await plain.AcceptTcpClientAsync(Cancellation);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Cancellation);
            },
            Cancellation);
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}/pact.json");
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        Assert.Contains("no secure connection to 127.0.0.1", (await new UriSource(http, address, Access, publish: null).LoadAsync("p", Cancellation)).Errors.SingleOrDefault());
        await answering;
    }

    private static BrokerOptions Access => new() { BaseUrl = Address, Token = "secret" };

    private static async Task<SourceResult> LoadAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var http = new HttpMessageInvoker(new Peer(answer));
        return await new UriSource(http, Address, Access, publish: null).LoadAsync("p", Cancellation);
    }

    private static HttpResponseMessage Answer(int status, string text, string type) =>
        new((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };

    private static HttpResponseMessage Moved(string to) => new(HttpStatusCode.Found) { Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) } };

    private sealed class Peer(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}

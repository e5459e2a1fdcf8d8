using System.Text;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Verifier;

/// <summary>Providers, state endpoints and message endpoints that misbehave are named, with what they did, in one sentence.</summary>
public sealed class BadProviderTests
{
    private const string CutOff = "closed the connection before its answer was complete.";

    public static TheoryData<string, string> Answers => new()
    {
        { "", CutOff },
        { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", CutOff },
        { "hello\r\n\r\n", "did not answer in HTTP: Received an invalid status line: 'hello'." },
        { "HTTP/1.1 200 OK\r\nX: " + new string('v', 200_000) + "\r\n\r\n", "gave an answer that is too long: " },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nnotgzip", "gave an answer that cannot be unpacked: its bytes are not what its Content-Encoding says." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_provider_that_does_not_speak_HTTP_is_told_so(string answer, string expected)
    {
        using var peer = new BadPeer(Encoding.ASCII.GetBytes(answer));

        Assert.Contains($"The provider at {peer.Address} {expected}", await ErrorAsync(peer, Interactions.Get("/a")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_state_endpoint_that_does_not_speak_HTTP_is_told_so(string answer, string expected)
    {
        using var peer = new BadPeer(Encoding.ASCII.GetBytes(answer));
        using var http = ProviderHttp.Create(acceptAnyCertificate: false);
        var options = new VerifierOptions
        {
            Provider = "p", Http = http, BaseUri = peer.Address,
            States = new StateEndpoint(http, new Uri(peer.Address, "states"), new StateEndpointOptions { RetryDelay = TimeSpan.FromMilliseconds(1) }),
        };

        var error = await ErrorAsync(options, Interactions.Get("/a") with { ProviderStates = [new ProviderState("a state")] });

        Assert.StartsWith($"State change request failed: setup of 'a state' at {peer.Address}states {expected}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_message_endpoint_that_does_not_speak_HTTP_is_told_so(string answer, string expected)
    {
        using var peer = new BadPeer(Encoding.ASCII.GetBytes(answer));

        var error = await ErrorAsync(peer, new AsynchronousMessage { Description = "m", Contents = new MessageContents { Contents = Body.Of("{}"u8.ToArray(), ContentType.Json) } });

        Assert.StartsWith($"The message endpoint {expected}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_resets_the_connection_is_told_so()
    {
        using var peer = new BadPeer([], resets: true);

        Assert.Contains(CutOff, await ErrorAsync(peer, Interactions.Get("/a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_nobody_trusts_is_the_reason_that_is_given()
    {
        using var peer = new BadPeer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), tls: true);

        var error = await ErrorAsync(peer, Interactions.Get("/a"));

        Assert.StartsWith($"The provider at {peer.Address} could not be reached over TLS: The remote certificate is invalid", error, StringComparison.Ordinal);
        Assert.EndsWith("Trust its certificate, or switch the check of certificates off.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_nobody_knows_is_named()
    {
        using var http = ProviderHttp.Create(acceptAnyCertificate: false);

        var error = await ErrorAsync(new VerifierOptions { Provider = "p", Http = http, BaseUri = new Uri("http://nowhere.invalid/") }, Interactions.Get("/a"));

        Assert.StartsWith("The provider at http://nowhere.invalid/ could not be reached: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("G ET", "X", "v", "The request cannot be sent: 'G ET' is no HTTP method. Correct it in the pact.")]
    [InlineData("", "X", "v", "The request cannot be sent: '' is no HTTP method. Correct it in the pact.")]
    [InlineData("GET", "", "v", "The request cannot be sent: '' is no name a header can have. Correct it in the pact.")]
    [InlineData("GET", "X Y", "v", "The request cannot be sent: 'X Y' is no name a header can have. Correct it in the pact.")]
    [InlineData("GET", "X", "a\nb", "The request cannot be sent: the value of the header 'X' holds a line end. Correct it in the pact.")]
    public async Task A_request_that_cannot_be_sent_is_not_sent_in_part(string method, string header, string value, string expected)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        var report = await ProviderVerifierTests.VerifyAsync(provider, Interactions.Of(method, "/a", request: r => r with { Headers = Interactions.Headers((header, [value])) }));

        Assert.Equal(expected, report.Pacts.Single().Interactions.Single().Error);
        Assert.Empty(provider.Requests);
    }

    private static async Task<string> ErrorAsync(BadPeer peer, Interaction interaction)
    {
        using var http = ProviderHttp.Create(acceptAnyCertificate: false);
        return await ErrorAsync(new VerifierOptions { Provider = "p", Http = http, BaseUri = peer.Address }, interaction);
    }

    private static async Task<string> ErrorAsync(VerifierOptions options, Interaction interaction)
    {
        var report = await new ProviderVerifier(options).VerifyAsync([new MemorySource(ProviderVerifierTests.PactOf(interaction))]);
        Assert.False(report.Success);
        return Assert.IsType<string>(report.Pacts.Single().Interactions.Single().Error);
    }
}

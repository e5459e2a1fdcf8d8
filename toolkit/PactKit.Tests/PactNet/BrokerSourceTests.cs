using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Tests.Verifier;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.Tests.PactNet;

/// <summary>What the verifier says to a broker, which here is a mock server that answers with links.</summary>
public sealed class BrokerSourceTests
{
    private const string Pact = """
        {
          "consumer": { "name": "c" }, "provider": { "name": "p" },
          "interactions": [
            {
              "_id": "i-1", "description": "a user", "request": { "method": "GET", "path": "/users/1" },
              "response": { "status": 200, "headers": { "Content-Type": "application/json" }, "body": { "id": 1 } }
            }
          ],
          "metadata": { "pactSpecification": { "version": "3.0.0" } },
          "_links": {
            "self": { "href": "/pact/1" },
            "pb:provider": { "href": "/pacticipants/p" },
            "pb:publish-verification-results": { "href": "/pact/1/results" }
          }
        }
        """;

    [Fact]
    public async Task The_whole_conversation_in_order()
    {
        await using var broker = await BrokerAsync();
        using var verifier = NewVerifier(out var output);

        verifier.WithHttpEndpoint(Provider(1)).WithPactBrokerSource(broker.BaseUri, options => options
            .TokenAuthentication("secret")
            .ProviderBranch("main")
            .EnablePending()
            .IncludeWipPactsSince(new DateTime(2026, 1, 2))
            .ConsumerVersionSelectors(new ConsumerVersionSelector { MainBranch = true, Latest = false })
            .PublishResults("1.0.0", publish => publish.ProviderBranch("main").ProviderTags("dev").BuildUri(new Uri("http://build.example/1")))).Verify();

        var requests = broker.Requests();
        Assert.Equal(
            [
                "GET /", "GET /for-verification", "POST /for-verification", "GET /pact/1", "GET /pacticipants/p",
                "PUT /pacticipants/p/branches/main/versions/1.0.0", "PUT /pacticipants/p/versions/1.0.0/tags/dev", "POST /pact/1/results",
            ],
            requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.All(requests, request => Assert.Equal("Bearer secret", request.Headers["Authorization"].Single()));
        AssertJson(
            """
            {"providerVersionBranch":"main","consumerVersionSelectors":[{"mainBranch":true,"latest":false}],
             "includePendingStatus":true,"includeWipPactsSince":"2026-01-02"}
            """,
            requests[2]);
        var results = Json(requests[^1]);
        Assert.True((bool)results["success"]!);
        Assert.Equal("1.0.0", (string)results["providerApplicationVersion"]!);
        Assert.Equal("http://build.example/1", (string)results["buildUrl"]!);
        Assert.Equal("i-1", (string)results["testResults"]![0]!["interactionId"]!);
        Assert.True((bool)results["testResults"]![0]!["success"]!);
        Assert.Contains("Please verify this", output.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_published_with_what_differs()
    {
        await using var broker = await BrokerAsync();
        using var verifier = NewVerifier(out _);

        Assert.Throws<PactVerificationFailedException>(() => verifier.WithHttpEndpoint(Provider(2))
            .WithPactBrokerSource(broker.BaseUri, options => options.PublishResults("1.0.0")).Verify());

        var results = Json(broker.Requests()[^1]);
        Assert.False((bool)results["success"]!);
        var mismatch = results["testResults"]![0]!["mismatches"]![0]!;
        Assert.Equal("body", (string)mismatch["attribute"]!);
        Assert.Equal("$.id", (string)mismatch["identifier"]!);
    }

    [Fact]
    public async Task A_pending_pact_fails_without_failing_the_run_and_is_published_as_failed()
    {
        await using var broker = await BrokerAsync(pending: true);
        using var verifier = NewVerifier(out var output);

        verifier.WithHttpEndpoint(Provider(2))
            .WithPactBrokerSource(broker.BaseUri, options => options.EnablePending().PublishResults("1.0.0")).Verify();

        Assert.Contains("Pending Failures", output.Text, StringComparison.Ordinal);
        Assert.False((bool)Json(broker.Requests()[^1])["success"]!);
    }

    [Fact]
    public async Task Tags_become_selectors_unless_there_are_selectors()
    {
        await using var broker = await BrokerAsync();
        using var verifier = NewVerifier(out _);

        verifier.WithHttpEndpoint(Provider(1))
            .WithPactBrokerSource(broker.BaseUri, options => options.ConsumerTags("dev").PublishResults(false, "1.0.0")).Verify();

        var requests = broker.Requests();
        AssertJson("""{"consumerVersionSelectors":[{"tag":"dev","latest":true}],"includePendingStatus":false}""", requests[2]);
        Assert.Equal("GET", requests[^1].Method);
    }

    [Fact]
    public async Task Results_of_a_filtered_run_are_not_published()
    {
        await using var broker = await BrokerAsync();
        using var verifier = NewVerifier(out var output);

        verifier.WithHttpEndpoint(Provider(1)).WithPactBrokerSource(broker.BaseUri, options => options.PublishResults("1.0.0"))
            .WithFilter(description: "user").Verify();

        Assert.DoesNotContain(broker.Requests(), request => request.Path == "/pact/1/results");
        Assert.Contains("not published", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_without_pacts_fails_unless_told_otherwise()
    {
        await using var broker = await BrokerAsync(pacts: false);
        using var strict = NewVerifier(out _);
        using var relaxed = NewVerifier(out var output);

        var failure = Assert.Throws<PactVerificationFailedException>(
            () => strict.WithHttpEndpoint(Provider(1)).WithPactBrokerSource(broker.BaseUri).Verify());
        relaxed.WithHttpEndpoint(Provider(1)).WithPactBrokerSource(broker.BaseUri, options => options.NoPactsIsError(false)).Verify();

        Assert.Contains("no pacts to verify for the provider 'p'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no pacts to verify", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broker_that_cannot_be_reached_is_a_verification_failure()
    {
        using var verifier = NewVerifier(out _);

        var failure = Assert.Throws<PactVerificationFailedException>(
            () => verifier.WithHttpEndpoint(Provider(1)).WithPactBrokerSource(new Uri("http://127.0.0.1:9")).Verify());

        Assert.Contains("127.0.0.1:9", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pact_from_an_address_is_fetched_plainly_and_published_by_its_links()
    {
        await using var broker = await BrokerAsync();
        using var verifier = NewVerifier(out _);

        verifier.WithHttpEndpoint(Provider(1))
            .WithUriSource(new Uri(broker.BaseUri, "pact/1"), options => options.BasicAuthentication("u", "p").PublishResults("1.0.0")).Verify();

        var requests = broker.Requests();
        Assert.Equal(["GET /pact/1", "POST /pact/1/results"], requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.All(requests, request => Assert.StartsWith("Basic ", request.Headers["Authorization"].Single(), StringComparison.Ordinal));
    }

    private static StubProvider Provider(int id) => new(_ => StubProvider.Json($$"""{"id":{{id}}}"""));

    private static PactVerifier NewVerifier(out MemoryOutput output)
    {
        output = new MemoryOutput();
        return new PactVerifier("p", new PactVerifierConfig { Outputters = [output] });
    }

    private static JsonNode Json(Request request) => JsonNode.Parse(request.Body.Content.Span)!;

    private static void AssertJson(string expected, Request actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Json(actual)), Encoding.UTF8.GetString(actual.Body.Content.Span));

    private static async Task<StubBroker> BrokerAsync(bool pending = false, bool pacts = true)
    {
        var listed = !pacts ? "[]" : $$"""
            [{
              "verificationProperties": {
                "pending": {{JsonSerializer.Serialize(pending)}},
                "notices": [
                  { "when": "before_verification", "text": "Please verify this" },
                  { "when": "after_verification:success_true_published_true", "text": "Thank you" }
                ]
              },
              "_links": { "self": { "href": "/pact/1", "name": "Pact between c and p" } }
            }]
            """;
        var provider = new MockProvider(
            [
                Answer("GET", "/", """{"_links":{"self":{"href":"/"},"pb:provider-pacts-for-verification":{"href":"/for-verification"}}}"""),
                Answer("GET", "/for-verification", """{"_links":{"self":{"href":"/for-verification"}}}"""),
                Answer("POST", "/for-verification", """{"_links":{"self":{"href":"/for-verification"}},"_embedded":{"pacts":""" + listed + "}}"),
                Answer("GET", "/pact/1", Pact),
                Answer("GET", "/pacticipants/p", """
                    {"_links":{"pb:branch-version":{"href":"/pacticipants/p/branches/{branch}/versions/{version}"},
                               "pb:version-tag":{"href":"/pacticipants/p/versions/{version}/tags/{tag}"}}}
                    """),
                Answer("PUT", "/pacticipants/p/branches/main/versions/1.0.0", "{}"),
                Answer("PUT", "/pacticipants/p/versions/1.0.0/tags/dev", "{}"),
                Answer("POST", "/pact/1/results", """{"_links":{"self":{"href":"/results/1"}}}""", 201),
            ]);
        return new StubBroker(provider, await KestrelMockServer.StartAsync(provider, MockServerOptions.Default));
    }

    private static HttpInteraction Answer(string method, string path, string json, int status = 200) =>
        Interactions.Of(method, path, response: r => r with
        {
            Status = status,
            Headers = Interactions.Headers(("Content-Type", ["application/hal+json"])),
            Body = Interactions.Json(json),
        });

    private sealed record StubBroker(MockProvider Provider, KestrelMockServer Server) : IAsyncDisposable
    {
        public Uri BaseUri => Server.BaseUri;

        public IReadOnlyList<Request> Requests()
        {
            var verdict = Provider.Verdict();
            Assert.All(verdict.Requests, received => Assert.IsType<MatchedInteraction>(received.Pick));
            return [.. verdict.Requests.Select(received => received.Request)];
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}

using System.Net;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Tests.Verifier;

public sealed class ProviderVerifierTests
{
    [Fact]
    public async Task A_provider_that_answers_as_expected_passes()
    {
        var provider = new StubProvider(_ => StubProvider.Json("""{"id":1,"more":true}"""));

        var report = await VerifyAsync(provider, UserInteraction());

        Assert.True(report.Success);
        Assert.True(report.Pacts.Single().Interactions.Single().Passed);
        Assert.Equal("/users/1", provider.Requests.Single().Target);
    }

    [Fact]
    public async Task Everything_that_differs_is_reported()
    {
        var provider = new StubProvider(_ => StubProvider.Json("""{"id":2}""", HttpStatusCode.Created));

        var report = await VerifyAsync(provider, UserInteraction());

        Assert.False(report.Success);
        var mismatches = report.Pacts.Single().Interactions.Single().Mismatches;
        Assert.Contains(mismatches, mismatch => mismatch is StatusMismatch { Expected: 200, Actual: 201 });
        Assert.Contains(mismatches, mismatch => mismatch is BodyMismatch { Path: "$.id" });
        var text = VerificationText.Failures(report);
        Assert.Contains("$.id", text, StringComparison.Ordinal);
        Assert.Contains("a user", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public async Task An_answer_is_kept_only_where_something_is_wrong_with_it(int status, bool isKept)
    {
        var report = await VerifyAsync(new StubProvider(_ => StubProvider.Json("""{"id":1}""", (HttpStatusCode)status)), UserInteraction());

        Assert.Equal(isKept, report.Pacts.Single().Interactions.Single().Response is not null);
    }

    [Fact]
    public async Task Method_query_headers_and_body_are_sent_as_the_pact_has_them()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());
        var interaction = Interactions.Of("PATCH", "/a%2Fb/%41", request: r => r with
        {
            Query = new Dictionary<string, IReadOnlyList<string?>> { ["z"] = ["1 2", "&"], ["a"] = ["ü"] },
            Headers = Interactions.Headers(("X-One", ["1"]), ("Content-Type", ["application/vnd.one+json"]), ("Accept", ["a/b", "c/d"])),
            Body = Interactions.Json("[1]"),
        });

        var report = await VerifyAsync(provider, interaction);

        Assert.True(report.Success);
        var sent = provider.Requests.Single();
        Assert.Equal("PATCH", sent.Method);
        Assert.Equal("/a%2Fb/%41?a=%C3%BC&z=1%202&z=%26", sent.Target);
        Assert.Equal(("1", "application/vnd.one+json", "a/b, c/d"), (sent.Headers["X-One"], sent.Headers["Content-Type"], sent.Headers["Accept"]));
        Assert.Equal("[1]", sent.Body);
    }

    [Theory]
    [InlineData("http://localhost/base/", "/base/a")]
    [InlineData("http://localhost/base", "/base/a")]
    [InlineData("http://localhost", "/a")]
    public async Task The_path_of_the_endpoint_is_a_prefix(string baseUri, string expected)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, o => o with { BaseUri = new Uri(baseUri) }, Interactions.Get("/a"));

        Assert.Equal(expected, provider.Requests.Single().Target);
    }

    [Theory]
    [InlineData("/a?b=c", "/a?b=c")]
    [InlineData("/a?b=c", "/a?b=c&x=1", "x")]
    [InlineData("/a#b", "/a%23b")]
    public async Task A_query_that_stands_in_the_path_is_sent_as_one(string path, string expected, string? parameter = null)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());
        var query = parameter is null ? Interactions.Get("/").Request.Query : new Dictionary<string, IReadOnlyList<string?>> { [parameter] = ["1"] };

        await VerifyAsync(provider, Interactions.Of("GET", path, request: r => r with { Query = query }));

        Assert.Equal(expected, provider.Requests.Single().Target);
    }

    [Fact]
    public async Task Who_does_not_say_what_is_accepted_accepts_anything()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, Interactions.Get("/a"), Interactions.Of("GET", "/b", request: r => r with { Headers = Interactions.Headers(("accept", ["text/plain"])) }));

        Assert.Equal(["*/*", "text/plain"], provider.Requests.OrderBy(request => request.Target).Select(request => request.Headers["Accept"]));
    }

    [Theory]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/{id}/\"<x>\"/`\\", "/%7Bid%7D/%22%3Cx%3E%22/%60%5C")]
    [InlineData("/a|b^c[d]", "/a|b^c[d]")]
    public async Task What_no_request_line_may_hold_is_encoded(string path, string expected)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, Interactions.Get(path));

        Assert.Equal(expected, provider.Requests.Single().Target);
    }

    [Theory]
    [InlineData("application/json", "null")]
    [InlineData("text/plain", "")]
    [InlineData(null, "")]
    public async Task A_null_body_is_sent_as_the_JSON_document_where_the_type_is_JSON(string? type, string expected)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());
        var headers = type is null ? Interactions.Headers() : Interactions.Headers(("Content-Type", [type]));

        await VerifyAsync(provider, Interactions.Of("POST", "/a", request: r => r with { Headers = headers, Body = Body.Null }));

        Assert.Equal(expected, provider.Requests.Single().Body);
    }

    [Fact]
    public async Task Headers_beyond_ASCII_go_both_ways_over_a_port()
    {
        var interaction = Interactions.Get(
            "/a", request: r => r with { Headers = Interactions.Headers(("X-Name", ["Zoë"])) }, response: r => r with { Headers = Interactions.Headers(("X-Town", ["Łódź"])) });
        await using var server = await KestrelMockServer.StartAsync(new MockProvider([interaction]), MockServerOptions.Default);
        using var http = ProviderHttp.Create(acceptAnyCertificate: false);
        var options = new VerifierOptions { Provider = "p", Http = http, BaseUri = server.BaseUri };

        var report = await new ProviderVerifier(options).VerifyAsync([new MemorySource(PactOf([interaction]))]);

        Assert.True(report.Success, VerificationText.Failures(report));
    }

    [Fact]
    public async Task A_custom_header_replaces_the_pacts_own_whatever_its_case()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());
        var interaction = Interactions.Get("/a", request: r => r with { Headers = Interactions.Headers(("authorization", ["Bearer old"])) });

        await VerifyAsync(provider, o => o with { CustomHeaders = [new("Authorization", "Bearer new")] }, interaction);

        Assert.Equal("Bearer new", provider.Requests.Single().Headers["Authorization"]);
    }

    [Fact]
    public async Task A_request_filter_sees_each_request_and_may_change_it()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, o => o with
        {
            RequestFilter = (request, _) =>
            {
                request.Headers.Add("X-Signature", "signed");
                return Task.CompletedTask;
            },
        }, Interactions.Get("/a"));

        Assert.Equal("signed", provider.Requests.Single().Headers["X-Signature"]);
    }

    [Fact]
    public async Task A_provider_that_throws_fails_one_interaction_and_not_the_run()
    {
        var provider = new StubProvider(request => request.Target == "/a" ? throw new InvalidOperationException("boom") : new HttpResponseMessage());

        var report = await VerifyAsync(provider, Interactions.Get("/a"), Interactions.Get("/b"));

        var interactions = report.Pacts.Single().Interactions;
        Assert.Contains("boom", interactions[0].Error!, StringComparison.Ordinal);
        Assert.True(interactions[1].Passed);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_in_time_fails_with_the_time_it_had()
    {
        using var never = new NeverAnswers();

        var report = await new ProviderVerifier(new VerifierOptions
        {
            Provider = "p",
            Http = new HttpMessageInvoker(never),
            Timeout = TimeSpan.FromMilliseconds(50),
        }).VerifyAsync([new MemorySource(PactOf(Interactions.Get("/a")))]);

        Assert.Equal("The provider did not answer within 0.05 s.", report.Pacts.Single().Interactions.Single().Error);
    }

    [Fact]
    public async Task An_interaction_that_is_pending_fails_without_failing_the_run()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage(HttpStatusCode.NotFound));

        var report = await VerifyAsync(provider, Interactions.Get("/a") with { Pending = true });

        Assert.True(report.Success);
        Assert.False(report.Pacts.Single().Passed);
        Assert.Contains("Pending Failures", VerificationText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_verifies_nothing_more()
    {
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var messages = new PactKit.Verifier.Messages.MessageProducers().Add("a", (_, _) =>
        {
            asked++;
            stop.Cancel();
            return Task.FromResult(new MessageContents());
        });
        var pact = new Pact { Consumer = "c", Provider = "p", Interactions = [.. Enumerable.Repeat(new AsynchronousMessage { Description = "a", Contents = new MessageContents() }, 3)] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ProviderVerifier(new VerifierOptions { Provider = "p", Messages = messages }).VerifyAsync([new MemorySource(pact)], stop.Token));

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_source_that_failed_is_told_among_the_failures_and_not_among_the_pending_ones()
    {
        var pending = new InteractionReport(Interactions.Get("/a")) { Error = "no answer", Pending = true };
        var text = VerificationText.Of(Reports.SampleReport.Of(pending) with { Errors = ["x.json: not JSON"] });

        Assert.Contains("\nPending Failures:\n\n1) Verifying", text, StringComparison.Ordinal);
        Assert.Contains("\nFailures:\n\n1) x.json: not JSON\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("x.json").Length);
    }

    [Theory]
    [InlineData("us.r", null, new[] { "a user" })]
    [InlineData(null, "exist", new[] { "a user", "an order" })]
    [InlineData("order", "exist", new[] { "an order" })]
    [InlineData("nothing like it", null, new string[0])]
    public async Task Filters_are_searched_for_and_both_must_hold(string? description, string? state, string[] expected)
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        var report = await VerifyAsync(
            provider,
            o => o with { Filter = new InteractionFilter(description, state) },
            Interactions.Get("/1", "a user") with { ProviderStates = [new ProviderState("it exists")] },
            Interactions.Get("/2", "an order") with { ProviderStates = [new ProviderState("x"), new ProviderState("orders exist")] },
            Interactions.Get("/3", "a thing"));

        Assert.True(report.Success);
        Assert.Equal(expected, report.Pacts.Single().Interactions.Select(interaction => interaction.Interaction.Description));
        Assert.Equal(expected.Length == 0, report.Warnings.Count == 1);
    }

    [Fact]
    public async Task A_pact_without_interactions_passes_with_a_warning()
    {
        var report = await VerifyAsync(new StubProvider(_ => new HttpResponseMessage()));

        Assert.True(report.Success);
        Assert.Contains("no interactions", report.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_interactions_take_time_in_proportion()
    {
        var provider = new StubProvider(_ => StubProvider.Json("""{"id":1}"""));
        var interactions = Enumerable.Range(0, 1000).Select(_ => UserInteraction()).ToArray();
        await VerifyAsync(provider, interactions[..100]);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var report = await VerifyAsync(provider, interactions);

        Assert.True(report.Success);
        Assert.Equal(1000, report.Pacts.Single().Interactions.Count);

        // Tens of milliseconds on an idle machine; a quadratic loop would take a minute.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task A_request_without_an_endpoint_says_what_to_call()
    {
        var report = await new ProviderVerifier(new VerifierOptions { Provider = "p" }).VerifyAsync([new MemorySource(PactOf(Interactions.Get("/a")))]);

        Assert.Contains("call WithHttpEndpoint", report.Pacts.Single().Interactions.Single().Error!, StringComparison.Ordinal);
    }

    internal static Pact PactOf(params Interaction[] interactions) => new() { Consumer = "c", Provider = "p", Interactions = interactions };

    internal static Task<VerificationReport> VerifyAsync(StubProvider provider, params Interaction[] interactions) =>
        VerifyAsync(provider, options => options, interactions);

    internal static async Task<VerificationReport> VerifyAsync(
        StubProvider provider, Func<VerifierOptions, VerifierOptions> change, params Interaction[] interactions)
    {
        using var invoker = new HttpMessageInvoker(provider, disposeHandler: false);
        var options = change(new VerifierOptions { Provider = "p", Http = invoker });
        return await new ProviderVerifier(options).VerifyAsync([new MemorySource(PactOf(interactions))]);
    }

    private static HttpInteraction UserInteraction() => Interactions.Get("/users/1", "a user", response: r => r with
    {
        Headers = Interactions.Headers(("Content-Type", ["application/json"])),
        Body = Interactions.Json("""{"id":1}"""),
    });

    private sealed class NeverAnswers : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}

using System.Text.Json;
using PactKit.Model;
using PactKit.Tests.MockServer;

namespace PactKit.Tests.Verifier;

/// <summary>Answers are compared beside the requests, which stay one after another.</summary>
public sealed class ComparisonTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_provider_has_its_next_request_while_an_answer_is_compared()
    {
        using var second = new ManualResetEventSlim();
        var provider = new StubProvider(request =>
        {
            if (request.Target == "/2") second.Set();
            return StubProvider.Json("{}");
        });
        var arrived = false;
        var waiting = new Kind(() => arrived = second.Wait(Longest));

        var report = await ProviderVerifierTests.VerifyAsync(provider, Get("/1", waiting), Interactions.Get("/2"));

        Assert.True(arrived);
        Assert.True(report.Success);
        Assert.Equal(["/1", "/2"], provider.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_comparison_that_throws_fails_its_interaction_alone_and_says_why()
    {
        var provider = new StubProvider(_ => StubProvider.Json("{}"));
        var broken = new Kind(() => throw new InvalidOperationException("the plugin has gone"));

        var report = await ProviderVerifierTests.VerifyAsync(provider, Get("/1", broken), Interactions.Get("/2"));

        var results = report.Pacts.Single().Interactions;
        Assert.Contains("the plugin has gone", results[0].Error!, StringComparison.Ordinal);
        Assert.Null(results[1].Error);
        Assert.False(report.Success);
    }

    private static HttpInteraction Get(string path, BodyKind kind) =>
        Interactions.Get(path, response: r => r with { Body = Body.Of("{}"u8.ToArray(), new ContentType("application", "json")) with { Kind = kind } });

    private sealed class Kind(Action compare) : BodyKind
    {
        public override IReadOnlyList<BodyDifference> Compare(
            TypedBody expected, TypedBody actual, IReadOnlyDictionary<string, RuleList> rules, bool unexpectedKeysAllowed)
        {
            compare();
            return [];
        }

        public override Body Generate(
            TypedBody body, IReadOnlyDictionary<string, Generator> generators, bool forProvider, IReadOnlyDictionary<string, JsonElement> context, Action<string> warn) => body.Body;
    }
}

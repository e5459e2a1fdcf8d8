using PactKit.Brokers;
using PactKit.Tests.Brokers;
using PactKit.Verifier.Sessions;
using PactKit.Verifier.Sources;

namespace PactKit.XunitTests;

/// <summary>Interactions of a broker's pacts: all results of a pact together are one result at the broker.</summary>
public sealed class BrokerTests : IDisposable
{
    private const string List = "/pacts/provider/shop/for-verification";
    private const string Pact = "/pacts/provider/shop/consumer/web/pact-version/1";
    private const string Results = "/results";

    private static readonly PactsForVerificationQuery Query = new() { Provider = "shop" };

    private readonly Shop _shop = new();
    private readonly FakeBroker _broker = new();

    [Fact]
    public async Task The_last_interaction_publishes_the_results_of_its_pact()
    {
        var rows = await RowsAsync();
        await using var session = _shop.Open(new PublishOptions("abc"));

        foreach (var row in rows.Take(2)) await session.VerifyAsync(row);
        Assert.DoesNotContain(_broker.Requests, IsResult);
        await session.VerifyAsync(rows[2]);

        var published = Assert.Single(_broker.Requests, IsResult);
        Assert.Contains("\"providerApplicationVersion\":\"abc\"", published, StringComparison.Ordinal);
        Assert.True(Assert.Single(session.Report.Pacts).Published);
    }

    [Fact]
    public async Task Nothing_is_published_when_only_some_interactions_were_verified()
    {
        var rows = await RowsAsync();
        var session = _shop.Open(new PublishOptions("abc"));
        await session.VerifyAsync(rows[0]);

        await session.DisposeAsync();

        Assert.DoesNotContain(_broker.Requests, IsResult);
        Assert.Contains("only some interactions were verified", Assert.Single(session.Report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_that_cannot_be_published_are_a_warning_of_the_last_interaction()
    {
        var rows = await RowsAsync(resultsStatus: 403);
        await using var session = _shop.Open(new PublishOptions("abc"));
        await session.VerifyAsync(rows[0]);
        await session.VerifyAsync(rows[1]);

        var last = await session.VerifyAsync(rows[2]);

        Assert.Contains("the results could not be published", Assert.Single(last.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_without_pacts_is_an_error_or_no_rows()
    {
        _broker.On($"GET {List}", """{"_links":{"self":{"href":"{B}/pacts/provider/shop/for-verification"}}}""").On($"POST {List}", """{"_embedded":{"pacts":[]},"_links":{}}""");
        using var client = Client();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => InteractionsToVerify.FromBrokerAsync(client, Query));
        Assert.Contains("no pacts to verify for the provider 'shop'", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await InteractionsToVerify.FromBrokerAsync(client, Query, noPactsIsError: false));
    }

    [Fact]
    public async Task Without_the_address_of_a_broker_one_skipped_test_says_so()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PACT_BROKER_BASE_URL") is null, "A broker is set.");
        var attribute = new PactBrokerInteractionsAttribute("shop");

        var row = Assert.Single(await attribute.GetData(typeof(BrokerTests).GetMethod(nameof(Dispose))!, new Xunit.Sdk.DisposalTracker()));

        Assert.Equal("Set PACT_BROKER_BASE_URL to verify the pacts of a broker.", row.Skip);
        Assert.False(attribute.SupportsDiscoveryEnumeration());
    }

    public void Dispose()
    {
        _shop.Dispose();
        _broker.Dispose();
    }

    private static bool IsResult(string request) => request.StartsWith($"POST {Results}", StringComparison.Ordinal);

    private PactBroker Client() => new(
        new HttpMessageInvoker(_broker, disposeHandler: false), new BrokerOptions { BaseUrl = new Uri(FakeBroker.Base), Tries = 1 });

    private Task<IReadOnlyList<InteractionToVerify>> RowsAsync(int resultsStatus = 201)
    {
        var pact = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pacts", "web-shop.json")).TrimEnd()[..^1];
        _broker
            .On($"GET {List}", """{"_links":{"self":{"href":"{B}/pacts/provider/shop/for-verification"}}}""")
            .On($"POST {List}", """{"_embedded":{"pacts":[{"_links":{"self":{"href":"{B}PACT","name":"Pact"}}}]},"_links":{}}""".Replace("PACT", Pact, StringComparison.Ordinal))
            .On($"GET {Pact}", pact + ""","_links":{"pb:publish-verification-results":{"href":"{B}RESULTS"}}}""".Replace("RESULTS", Results, StringComparison.Ordinal))
            .On($"POST {Results}", "{}", resultsStatus);
        return InteractionsToVerify.FromBrokerAsync(Client(), Query);
    }
}

using System.Text;
using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class ForVerificationTests
{
    private const string List = "/pacts/provider/Stock%20API/for-verification";
    private const string PactUrl = "/pacts/provider/Stock%20API/consumer/Shop/pact-version/abc/metadata/xyz";

    private static FakeBroker Broker() => new FakeBroker()
        .On("GET " + List, """{"_links":{"self":{"href":"{B}/pacts/provider/Stock%20API/for-verification"}}}""")
        .On("POST " + List, """
            {"_embedded":{"pacts":[{"shortDescription":"latest from main branch",
              "verificationProperties":{"pending":true,"wip":true,"notices":[
                {"when":"before_verification","text":"Why it is here"},
                {"when":"after_verification:success_true_published_false","text":"Still pending"}]},
              "_links":{"self":{"href":"{B}/pacts/provider/Stock%20API/consumer/Shop/pact-version/abc/metadata/xyz","name":"Pact between Shop (1) and Stock API"}}}]}}
            """)
        .On("GET " + PactUrl, """
            {"consumer":{"name":"Shop"},"price":1.0,"_links":{"pb:publish-verification-results":{"href":"{B}/results"},
             "pb:provider":{"href":"{B}/pacticipants/Stock%20API"}}}
            """);

    [Fact]
    public async Task Selected_pacts_come_with_everything_needed_to_report_on_them()
    {
        using var client = Client.Of(Broker());
        var pacts = (await client.Pacts.ForVerificationAsync(new() { Provider = "Stock API" })).ValueOrThrow();
        var pact = Assert.Single(pacts);
        Assert.Equal("Pact between Shop (1) and Stock API", pact.Name);
        Assert.Equal("latest from main branch", pact.ShortDescription);
        Assert.True(pact.Pending);
        Assert.True(pact.Wip);
        Assert.Equal(["Why it is here"], pact.NoticesBefore);
        Assert.Equal(["Still pending"], pact.NoticesAfter(success: true, published: false));
        Assert.Empty(pact.NoticesAfter(success: false, published: true));
        Assert.Equal("http://broker.test/results", pact.PublishResultsUrl?.AbsoluteUri);
        Assert.Contains("\"price\":1.0", Encoding.UTF8.GetString(pact.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_asked_with_GET_before_the_selectors_are_posted_to_its_self_link()
    {
        var fake = Broker();
        using var client = Client.Of(fake);
        await client.Pacts.ForVerificationAsync(new()
        {
            Provider = "Stock API",
            ProviderBranch = "feat/x",
            ProviderTags = ["dev"],
            Selectors = [new() { MainBranch = true }, new() { Branch = "feat/x", FallbackBranch = "main", Consumer = "Shop" }, new() { Tag = "prod", Latest = true }, new() { DeployedOrReleased = true }],
            IncludePending = true,
            IncludeWipPactsSince = new DateOnly(2026, 1, 2),
        });
        Assert.Equal(
            [
                "GET /", "GET " + List,
                "POST " + List + " {\"providerVersionBranch\":\"feat/x\",\"providerVersionTags\":[\"dev\"],\"consumerVersionSelectors\":["
                + "{\"mainBranch\":true},{\"consumer\":\"Shop\",\"branch\":\"feat/x\",\"fallbackBranch\":\"main\"},{\"tag\":\"prod\",\"latest\":true},{\"deployedOrReleased\":true}],"
                + "\"includePendingStatus\":true,\"includeWipPactsSince\":\"2026-01-02\"}",
                "GET " + PactUrl,
            ],
            fake.Requests);
    }

    [Fact]
    public async Task Nothing_but_the_pending_flag_is_sent_where_nothing_was_asked()
    {
        var fake = Broker();
        using var client = Client.Of(fake);
        await client.Pacts.ForVerificationAsync(new() { Provider = "Stock API" });
        Assert.Contains("POST " + List + " {\"includePendingStatus\":false}", fake.Requests);
    }

    [Fact]
    public async Task A_provider_the_broker_does_not_know_has_no_pacts()
    {
        using var client = Client.Of(new FakeBroker());
        Assert.Empty((await client.Pacts.ForVerificationAsync(new() { Provider = "Nobody" })).ValueOrThrow());
    }

    [Fact]
    public async Task A_selector_the_broker_rejects_is_named()
    {
        var fake = Broker().On("POST /pacts/provider/P/for-verification",
            """{"errors":{"consumerVersionSelectors":["environment must exist (at index 0)"]}}""", 400)
            .On("GET /pacts/provider/P/for-verification", """{"_links":{"self":{"href":"/pacts/provider/P/for-verification"}}}""");
        using var client = Client.Of(fake);
        var answer = await client.Pacts.ForVerificationAsync(new() { Provider = "P", Selectors = [new() { Environment = "nope" }] });
        Assert.Equal(BrokerErrorKind.Rejected, answer.Error?.Kind);
        Assert.Equal(["consumerVersionSelectors: environment must exist (at index 0)"], answer.Error?.Details);
    }

    [Theory]
    [InlineData("pacts")]
    [InlineData("pb:pacts")]
    public async Task The_latest_pacts_of_a_provider_are_read_under_the_old_and_the_new_name(string relation)
    {
        var fake = new FakeBroker()
            .On("GET /pacts/provider/P/latest", $$$"""{"_links":{"{{{relation}}}":[{"href":"{B}/a","title":"Pact A"},{"href":"{B}/b"}]}}""")
            .On("GET /a", "{\"a\":1}").On("GET /b", "{\"b\":2}");
        using var client = Client.Of(fake);
        var pacts = (await client.Pacts.LatestForProviderAsync("P")).ValueOrThrow();
        Assert.Equal(["{\"a\":1}", "{\"b\":2}"], pacts.Select(pact => Encoding.UTF8.GetString(pact.Json.Span)));
        Assert.Equal("Pact A", pacts[0].Name);
    }
}

using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Pacts;

public abstract class SelectorTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Url = "/pacts/provider/Bar/for-verification";

    private const string Data = """
        Foo 1 {main} -> Bar; Foo 2 {main} -> Bar; Foo 3 {feat/x} -> Bar; Foo 4 [dev] -> Bar; Foo 1 [dev]; Baz 1 {main} -> Bar; Baz 2 -> Bar;
        Foo 1 deployed prod; Foo 2 released prod; Baz 1 deployed test (one); Solo 1 -> Bar
        """;

    private async Task<List<string>> Numbers(string selector, string? branch = null)
    {
        await Given.TellAsync(Data);
        var body = JsonNode.Parse($$"""{"consumerVersionSelectors":[{{selector}}]}""")!;
        if (branch is not null) body["providerVersionBranch"] = branch;
        var answer = await TestData.Ok(Given.Post(Url, body.ToJsonString()));
        return answer.Json["_embedded"]!["pacts"]!.AsArray().Select(pact => ((string)pact!["_links"]!["self"]!["name"]!)["Pact between ".Length..^" and Bar".Length]).ToList();
    }

    [Theory]
    [InlineData("""{"mainBranch":true}""", "Baz (1)", "Foo (2)")]
    [InlineData("""{"mainBranch":true,"consumer":"Foo"}""", "Foo (2)")]
    [InlineData("""{"branch":"feat/x"}""", "Foo (3)")]
    [InlineData("""{"branch":"nope","fallbackBranch":"main"}""", "Baz (1)", "Foo (2)")]
    [InlineData("""{"branch":"feat/x","fallbackBranch":"main"}""", "Foo (3)")]
    [InlineData("""{"tag":"dev"}""", "Foo (1)", "Foo (4)")]
    [InlineData("""{"tag":"dev","latest":true}""", "Foo (4)")]
    [InlineData("""{"tag":"nope","latest":true,"fallbackTag":"dev"}""", "Foo (4)")]
    [InlineData("""{"latest":true}""", "Baz (2)", "Foo (4)", "Solo (1)")]
    [InlineData("""{"latest":true,"consumer":"Solo"}""", "Solo (1)")]
    [InlineData("""{"deployed":true}""", "Baz (1)", "Foo (1)")]
    [InlineData("""{"deployed":true,"environment":"prod"}""", "Foo (1)")]
    [InlineData("""{"released":true}""", "Foo (2)")]
    [InlineData("""{"deployedOrReleased":true}""", "Baz (1)", "Foo (1)", "Foo (2)")]
    [InlineData("""{"environment":"prod"}""", "Foo (1)", "Foo (2)")]
    [InlineData("""{"mainBranch":true},{"branch":"feat/x"}""", "Baz (1)", "Foo (2)", "Foo (3)")]
    [InlineData("""{"latest":true,"consumer":"Unknown"}""")]
    public async Task A_selector_chooses_these_pacts(string selector, params string[] expected) => Assert.Equal(expected, await Numbers(selector));

    [Fact]
    public async Task The_matching_branch_is_that_of_the_provider() => Assert.Equal(["Foo (3)"], await Numbers("""{"matchingBranch":true}""", "feat/x"));

    [Fact]
    public async Task Without_selectors_main_branches_or_the_latest_and_whatever_is_in_an_environment() =>
        Assert.Equal(["Baz (1)", "Foo (1)", "Foo (2)", "Solo (1)"], await Numbers(""));

    [Fact]
    public async Task A_head_without_a_pact_is_not_replaced_by_an_older_version()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        await Given.Version("Foo", "2", "main");
        var pacts = (await Given.Post(Url, """{"consumerVersionSelectors":[{"mainBranch":true}]}""")).Json["_embedded"]!["pacts"]!.AsArray();
        Assert.Empty(pacts);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacts/provider/Bar/consumer/Foo/branch/main/latest")).Status);
    }

    [Fact]
    public async Task Equal_contents_are_one_entry_with_all_reasons()
    {
        var content = TestData.Content("Foo", "Bar", "same");
        await Given.Publish("Foo", "1", "Bar", content, "main");
        await Given.Publish("Foo", "2", "Bar", content, "feat");
        var pact = Assert.Single((await Given.Post(Url, """{"consumerVersionSelectors":[{"mainBranch":true},{"branch":"feat"}]}""")).Json["_embedded"]!["pacts"]!.AsArray());
        Assert.Equal("latest from main branch, latest from branch feat", (string?)pact!["shortDescription"]);
        Assert.Contains("(2)", (string)pact["_links"]!["self"]!["name"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"mainBranch":false}""")]
    [InlineData("""{"mainBranch":true,"tag":"x"}""")]
    [InlineData("""{"mainBranch":true,"latest":false}""")]
    [InlineData("""{"matchingBranch":true}""")]
    [InlineData("""{"tag":"a","branch":"b"}""")]
    [InlineData("""{"tag":"a","environment":"prod"}""")]
    [InlineData("""{"fallbackTag":"a"}""")]
    [InlineData("""{"tag":"a","fallbackTag":"b"}""")]
    [InlineData("""{"fallbackBranch":"a","latest":true}""")]
    [InlineData("""{"branch":"a","latest":false}""")]
    [InlineData("""{"deployed":true,"released":true}""")]
    [InlineData("""{"environment":"unknown"}""")]
    [InlineData("""{"tag":""}""")]
    [InlineData("""{"consumer":" ","latest":true}""")]
    [InlineData("""{"main_branch":true}""")]
    [InlineData("1")]
    public async Task A_bad_selector_is_refused_with_its_place(string selector)
    {
        await Given.Publish("Foo", "1", "Bar");
        var answer = await Given.Post(Url, $$"""{"consumerVersionSelectors":[{"latest":true},{{selector}}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.All(answer.Json["errors"]!["consumerVersionSelectors"]!.AsArray(), error => Assert.EndsWith("(at index 1)", (string)error!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_handshake_begins_with_a_get_whose_self_is_posted_to()
    {
        await Given.TellAsync(Data);
        var answer = await Given.Get(Url + "?include_pending_status=true");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("http://example.org" + Url, answer.Link("self"));
        Assert.Equal(4, answer.Json["_embedded"]!["pacts"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await Given.Send(HttpMethod.Post, Url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacts/provider/Nope/for-verification")).Status);
    }

    [Fact]
    public async Task The_metadata_travels_into_the_results_url()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        var self = (string)(await Given.Post(Url, "{}")).Json["_embedded"]!["pacts"]![0]!["_links"]!["self"]!["href"]!;
        var pact = await Given.Get(self);
        Assert.Equal(self + "/verification-results", pact.Link("pb:publish-verification-results"));
        Assert.Equal(HttpStatusCode.OK, (await Given.Get(self[..self.LastIndexOf('/')] + "/garbage!!")).Status);
    }

    [Fact]
    public async Task An_item_of_work_in_progress_says_so_and_its_metadata_only_that()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "feat/x");
        var item = Assert.Single((await Given.Post(Url, """{"providerVersionBranch":"main","consumerVersionSelectors":[{"mainBranch":true}],"includeWipPactsSince":"2020-01-01"}""")).Json["_embedded"]!["pacts"]!.AsArray())!;
        Assert.Equal("latest from branch feat/x", (string?)item["shortDescription"]);
        var properties = item["verificationProperties"]!.AsObject();
        Assert.Equal(["notices", "pending", "wip"], properties.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal((true, true), ((bool)properties["pending"]!, (bool)properties["wip"]!));
        Assert.Equal(
            ["before_verification", "before_verification", "after_verification:success_true_published_false", "after_verification:success_false_published_false", "after_verification:success_true_published_true", "after_verification:success_false_published_true"],
            properties["notices"]!.AsArray().Select(notice => (string)notice!["when"]!));
        Assert.Equal("Pact between Foo (1) and Bar", (string?)item["_links"]!["self"]!["name"]);
        var self = (string)item["_links"]!["self"]!["href"]!;
        Assert.Equal("w=true", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(self.AsSpan(self.LastIndexOf('/') + 1))));
        Assert.Null((await Given.Get(self)).Json["_links"]!["pb:consumer-versions"]);
    }
}

public sealed class SelectorOnSqliteTests(SqliteBroker db) : SelectorTests<SqliteBroker>(db);

public sealed class SelectorOnPostgresTests(PostgresBroker db) : SelectorTests<PostgresBroker>(db);

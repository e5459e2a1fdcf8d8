using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Examples;

/// <summary>What is easy to get wrong in a Pact Broker, by rank: of what verifiers are given, and of the matrix.</summary>
public abstract partial class Traps<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Pair = "/pacts/provider/Bar/consumer/Foo";
    private const string ForVerification = "/pacts/provider/Bar/for-verification";
    private const string HalUtf8 = "application/hal+json;charset=utf-8";

    private async Task<JsonArray> Ask(object body) => (await TestData.Ok(Given.Post(ForVerification, body))).Json["_embedded"]!["pacts"]!.AsArray();

    private static object FromBranch(string branch, object? selector = null) => new { providerVersionBranch = branch, consumerVersionSelectors = new[] { selector ?? new { latest = true } } };

    /// <summary>What a provider branch is given as work in progress, when it asks for the main branches by name.</summary>
    private async Task<List<JsonNode>> Wip(string branch, string since = "2020-01-01") => (await Ask(new { providerVersionBranch = branch, includeWipPactsSince = since, consumerVersionSelectors = new[] { new { mainBranch = true } } }))
        .Where(pact => (bool?)pact!["verificationProperties"]!["wip"] == true).ToList()!;

    private static bool IsPending(JsonArray pacts) => (bool)Assert.Single(pacts)!["verificationProperties"]!["pending"]!;

    private async Task VerifyThrough(JsonNode pact, string version, bool success = true) =>
        await TestData.Ok(Given.PublishResult((await Given.Get((string)pact["_links"]!["self"]!["href"]!)).Link("pb:publish-verification-results"), version, success));

    private async Task<bool?> Deployable(string query) => (bool?)(await TestData.Ok(Given.Get("/matrix?" + query))).Json["summary"]!["deployable"];

    [Fact]
    public async Task Trap_01_the_verifier_gets_before_it_posts_and_both_list_the_same()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Nobody 1");
        var got = await Given.Get(ForVerification);
        Assert.Equal("http://example.org" + ForVerification, got.Link("self"));
        var posted = await Given.Post(got.Link("self"), "{}");
        static IEnumerable<string> Names(Answer answer) => answer.Json["_embedded"]!["pacts"]!.AsArray().Select(pact => (string)pact!["_links"]!["self"]!["name"]!);
        Assert.Equal(Names(got), Names(posted));
        Assert.NotNull(posted.Json["_embedded"]!["pacts"]![0]!["shortDescription"]);
        Assert.Empty(Names(await Given.Get("/pacts/provider/Nobody/for-verification")));
    }

    [Fact]
    public async Task Trap_02_pending_is_of_the_content_and_by_default()
    {
        var content = TestData.Content("Foo", "Bar", "same");
        await Given.Publish("Foo", "1", "Bar", content, "main");
        Assert.True(IsPending(await Ask(new { })));
        await Given.Verify("Foo", "1", "Bar", "b1", success: true);
        await Given.Publish("Foo", "2", "Bar", content, "main");
        Assert.False(IsPending(await Ask(new { })));
    }

    [Fact]
    public async Task Trap_02_a_success_elsewhere_counts_when_it_is_older_than_the_branch_row_or_there_is_no_row()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Bar b0 {older}; Bar b1 {other}; Bar b1 ok Foo 1; Bar b2 {newer}");
        Assert.False(IsPending(await Ask(FromBranch("other"))));
        Assert.True(IsPending(await Ask(FromBranch("older"))));
        Assert.False(IsPending(await Ask(FromBranch("newer"))));
        Assert.False(IsPending(await Ask(FromBranch("not there"))));
    }

    [Fact]
    public async Task Trap_02_a_success_of_a_version_without_a_branch_does_not_count_for_a_branch()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Bar b1 ok Foo 1");
        Assert.True(IsPending(await Ask(FromBranch("main"))));
        Assert.False(IsPending(await Ask(new { })));
    }

    [Fact]
    public async Task Trap_02_a_success_gained_as_work_in_progress_counts_for_pending()
    {
        await Given.TellAsync("Foo 0 {main}; Foo 1 {feat} -> Bar; Bar b1 {main}");
        await VerifyThrough(Assert.Single(await Wip("main")), "b1");
        Assert.Single(await Wip("main"));
        Assert.False(IsPending(await Ask(FromBranch("main"))));
    }

    [Fact]
    public async Task Trap_03_only_heads_are_work_in_progress()
    {
        await Given.TellAsync("Foo 0 {main}; Foo 1 {feat} -> Bar; Foo 2 {feat} -> Bar; Foo 3 {bare} -> Bar; Foo 4 {bare}");
        Assert.Contains("(2)", (string)Assert.Single(await Wip("main"))["_links"]!["self"]!["name"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trap_03_a_success_as_work_in_progress_does_not_end_it_and_an_explicit_one_does()
    {
        await Given.TellAsync("Foo 0 {main}; Foo 1 {feat} -> Bar; Bar b1 {main}");
        await VerifyThrough(Assert.Single(await Wip("main")), "b1");
        Assert.Single(await Wip("main"));
        await VerifyThrough(Assert.Single(await Ask(FromBranch("main", new { branch = "feat" })))!, "b1");
        Assert.Empty(await Wip("main"));
    }

    [Fact]
    public async Task Trap_03_a_success_counts_for_thirty_days()
    {
        await Given.TellAsync("Foo 0 {main}; Foo 1 {feat} -> Bar; Bar b1 {main}");
        await VerifyThrough(Assert.Single(await Ask(FromBranch("main", new { branch = "feat" })))!, "b1");
        Fixture.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await Wip("main"));
        Fixture.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Single(await Wip("main"));
    }

    [Fact]
    public async Task Trap_03_the_limit_for_other_branches_is_the_first_version_of_the_branch_not_the_branch_row()
    {
        await Given.TellAsync("Foo 0 {main}; Foo 1 {feat} -> Bar; Bar early; Bar b1 {other}");
        await VerifyThrough(Assert.Single(await Ask(FromBranch("other", new { branch = "feat" })))!, "b1");
        await Given.Version("Bar", "early", "late");
        Assert.Single(await Wip("late"));
        Assert.False(IsPending(await Ask(FromBranch("late", new { branch = "feat" }))));
        await Given.Version("Bar", "b2", "fresh");
        Assert.Empty(await Wip("fresh"));
    }

    [Fact]
    public async Task Trap_03_what_is_selected_explicitly_is_no_work_in_progress_whatever_version_carries_it()
    {
        var content = TestData.Content("Foo", "Bar", "same");
        await Given.Publish("Foo", "1", "Bar", content, "feat");
        await Given.Publish("Foo", "2", "Bar", content, "main");
        Assert.Empty(await Wip("main"));
    }

    [Fact]
    public async Task Trap_04_selectors_want_the_head_and_the_latest_urls_the_newest_that_has_a_pact()
    {
        await Given.TellAsync("Foo 1 [prod] {main} -> Bar; Foo 2 [prod] {main}");
        Assert.Empty(await Ask(new { consumerVersionSelectors = new[] { new { tag = "prod", latest = true } } }));
        Assert.Empty(await Ask(new { consumerVersionSelectors = new[] { new { branch = "main" } } }));
        Assert.Equal("1", (await Given.Get(Pair + "/latest/prod")).Headers["X-Pact-Consumer-Version"]);
        Assert.Equal("1", (await Given.Get(Pair + "/branch/main/latest")).Headers["X-Pact-Consumer-Version"]);
        Assert.Empty((await Given.Get("/pacts/provider/Bar/branch/main/latest")).Json["_links"]!["pb:pacts"]!.AsArray());
        Assert.Single((await Given.Get("/pacts/provider/Bar/latest/prod")).Json["_links"]!["pb:pacts"]!.AsArray());
    }

    [Theory]
    [InlineData("q[][pacticipant]=Foo&q[][version]=1&q[][pacticipant]=Bar&q[][version]=2&latestby=cvpv")]
    [InlineData("q%5B%5D%5Bpacticipant%5D=Foo&q%5B%5D%5Bversion%5D=1&q%5B%5D%5Bpacticipant%5D=Bar&q%5B%5D%5Bversion%5D=2&latestby=cvpv")]
    [InlineData("q[][version]=1&q[][pacticipant]=Foo&q[][version]=2&q[][pacticipant]=Bar&latestby=cvpv")]
    [InlineData("q[]pacticipant=Foo&q[]version=1&q[]pacticipant=Bar&q[]version=2&latestby=cvpv")]
    public async Task Trap_05_selectors_end_where_a_key_comes_again(string query)
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 ok Foo 1; Bar 3 fail Foo 1");
        Assert.True(await Deployable(query));
    }

    [Fact]
    public async Task Trap_05_a_missing_result_outweighs_a_failure_and_nothing_at_all_is_fine()
    {
        await Given.TellAsync("Foo 1 -> Bar; Foo 1 -> Baz; Bar 2 [prod] fail Foo 1; Baz 2 [prod]; Alone 1");
        Assert.Null(await Deployable("q[][pacticipant]=Foo&q[][version]=1&latest=true&tag=prod&latestby=cvp"));
        Assert.True(await Deployable("q[][pacticipant]=Alone&q[][version]=1&latest=true&tag=prod&latestby=cvp"));
    }

    [Fact]
    public async Task Trap_05_a_limit_is_for_the_matrix_only()
    {
        await Given.TellAsync("Foo 1 -> Bar; Foo 1 -> Baz; Bar 2 [prod] ok Foo 1; Baz 2 [prod] ok Foo 1");
        Assert.Single((await Given.Get("/matrix?q[][pacticipant]=Foo&q[][version]=1&latest=true&tag=prod&latestby=cvp&limit=1")).Json["matrix"]!.AsArray());
        Assert.Equal(2, (await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&to=prod&limit=1")).Json["matrix"]!.AsArray().Count);
    }

    [Fact]
    public async Task Trap_05_can_i_deploy_looks_at_every_version_in_an_environment_and_at_the_newest_with_a_tag()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 fail Foo 1; Bar 3 ok Foo 1; Bar 2 deployed test (a); Bar 3 deployed test (b); Bar 2 [prod]; Bar 3 [prod]");
        Assert.False((bool?)(await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&environment=test")).Json["summary"]!["deployable"]);
        Assert.True((bool?)(await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&to=prod")).Json["summary"]!["deployable"]);
    }

    [Fact]
    public async Task Trap_05_results_of_versions_that_were_not_selected_do_not_show()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 ok Foo 1; Bar 3 [prod]");
        var row = Assert.Single((await Given.Get("/matrix?q[][pacticipant]=Foo&q[][version]=1&q[][pacticipant]=Bar&q[][version]=3&latestby=cvpv")).Json["matrix"]!.AsArray())!;
        Assert.Null(row["provider"]!["version"]);
        Assert.Null(row["verificationResult"]);
    }
}

public sealed class TrapsOnSqlite(SqliteBroker db) : Traps<SqliteBroker>(db);

public sealed class TrapsOnPostgres(PostgresBroker db) : Traps<PostgresBroker>(db);

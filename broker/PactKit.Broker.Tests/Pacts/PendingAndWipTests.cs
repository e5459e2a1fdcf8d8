using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Pacts;

public abstract class PendingAndWipTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Url = "/pacts/provider/Bar/for-verification";

    private async Task<JsonArray> Ask(object body) => (await TestData.Ok(Given.Post(Url, body))).Json["_embedded"]!["pacts"]!.AsArray();

    private Task<JsonArray> AskFromBranch(string branch) =>
        Ask(new { providerVersionBranch = branch, includePendingStatus = true, consumerVersionSelectors = new[] { new { mainBranch = true } } });

    private Task<JsonArray> AskForMaster(string place, bool byTag) => byTag
        ? Ask(new { providerVersionTags = new[] { place }, includePendingStatus = true, includeWipPactsSince = "2026-11-21", consumerVersionSelectors = new[] { new { tag = "master", latest = true } } })
        : Ask(new { providerVersionBranch = place, includePendingStatus = true, includeWipPactsSince = "2026-11-21", consumerVersionSelectors = new[] { new { tag = "master", latest = true } } });

    private static List<JsonNode> Wip(JsonArray pacts) => pacts.Where(pact => (bool?)pact!["verificationProperties"]!["wip"] == true).ToList()!;

    private static bool? Pending(JsonArray pacts) => (bool?)Assert.Single(pacts)!["verificationProperties"]!["pending"];

    private async Task PublishResult(JsonNode pact, string version, string place, bool byTag, bool success)
    {
        await Given.Version("Bar", version, byTag ? null : place, byTag ? [place] : []);
        var content = await Given.Get((string)pact["_links"]!["self"]!["href"]!);
        await TestData.Ok(Given.PublishResult(content.Link("pb:publish-verification-results"), version, success));
    }

    [Fact]
    public async Task A_content_stops_pending_once_it_succeeded_on_the_branch()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        Assert.True(Pending(await AskFromBranch("main")));

        await PublishResult((await AskFromBranch("main"))[0]!, "b1", "main", byTag: false, success: false);
        Assert.True(Pending(await AskFromBranch("main")));

        await PublishResult((await AskFromBranch("main"))[0]!, "b2", "main", byTag: false, success: true);
        Assert.False(Pending(await AskFromBranch("main")));
    }

    [Fact]
    public async Task A_new_branch_inherits_earlier_successes()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        await Given.Version("Bar", "old", "before");
        await PublishResult((await AskFromBranch("main"))[0]!, "b1", "main", byTag: false, success: true);

        Assert.False(Pending(await AskFromBranch("feat")));
        Assert.True(Pending(await AskFromBranch("before")));

        await Given.Version("Bar", "b2", "feat");
        Assert.False(Pending(await AskFromBranch("feat")));
    }

    [Fact]
    public async Task Pending_by_tag_looks_at_each_tag()
    {
        Task<JsonArray> AskFrom(params string[] tags) => Ask(new { providerVersionTags = tags, includePendingStatus = true });
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        Assert.True(Pending(await AskFrom("prod")));
        await Given.Version("Bar", "b0", null, "other");
        await PublishResult((await AskFrom("prod"))[0]!, "b1", "prod", byTag: true, success: true);
        Assert.False(Pending(await AskFrom("prod")));
        Assert.True(Pending(await AskFrom("prod", "other")));
        Assert.False(Pending(await AskFrom("fresh")));
    }

    [Fact]
    public async Task Without_branch_and_tags_any_success_counts_and_failures_never_do()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        await Given.Verify("Foo", "1", "Bar", "b1", success: false);
        Assert.True(Pending(await Ask(new { })));
        await Given.Verify("Foo", "1", "Bar", "b2", success: true);
        Assert.False(Pending(await Ask(new { })));
    }

    [Fact]
    public async Task The_pending_status_is_on_by_default_and_can_be_left_out()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        Assert.NotNull(Pending(await Ask(new { })));
        Assert.Null(Pending(await Ask(new { includePendingStatus = false })));
    }

    [Fact]
    public async Task Known_content_under_a_new_version_is_verified_at_once()
    {
        var content = TestData.Content("Foo", "Bar", "same");
        await Given.Publish("Foo", "1", "Bar", content, "main");
        await Given.Verify("Foo", "1", "Bar", "b1", success: true);
        await Given.Publish("Foo", "2", "Bar", content, "main");
        Assert.False(Pending(await Ask(new { })));
        var matrix = await Given.Get("/matrix?q[][pacticipant]=Foo&q[][version]=2&q[][pacticipant]=Bar&latestby=cvpv");
        Assert.True((bool)matrix.Json["summary"]!["deployable"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_in_progress_lasts_until_it_is_verified_explicitly(bool byTag)
    {
        var feature = TestData.Content("Foo", "Bar", "feature");
        await Given.Publish("Foo", "1", "Bar", tags: ["master"]);
        await Given.Publish("Foo", "2", "Bar", feature, tags: ["feat-x"]);
        var wip = Assert.Single(Wip(await AskForMaster("master", byTag)));
        Assert.True((bool)wip["verificationProperties"]!["pending"]!);

        await PublishResult(wip, "b1", "master", byTag, success: false);
        Assert.Single(Wip(await AskForMaster("master", byTag)));

        await PublishResult(wip, "b2", "master", byTag, success: true);
        Assert.Single(Wip(await AskForMaster("master", byTag)));

        await Given.Publish("Foo", "3", "Bar", feature, tags: ["master"]);
        Assert.Empty(Wip(await AskForMaster("master", byTag)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Success_as_work_in_progress_on_one_place_does_not_end_it_on_another(bool byTag)
    {
        await Given.Publish("Foo", "1", "Bar", tags: ["master"]);
        await Given.Publish("Foo", "2", "Bar", tags: ["feat-x"]);
        await PublishResult(Assert.Single(Wip(await AskForMaster("feat-1", byTag))), "b1", "feat-1", byTag, success: true);
        Assert.Single(Wip(await AskForMaster("feat-2", byTag)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_verified_explicitly_elsewhere_is_not_work_in_progress_on_a_new_place(bool byTag)
    {
        await Given.Publish("Foo", "1", "Bar", tags: ["master"]);
        await Given.Publish("Foo", "2", "Bar", TestData.Content("Foo", "Bar", "x"), tags: ["feat-x"]);
        var explicitly = (await AskForMaster("master", byTag)).First(pact => pact!["verificationProperties"]!["wip"] is null)!;
        await PublishResult(explicitly, "b1", "master", byTag, success: true);
        var wip = Assert.Single(Wip(await AskForMaster("feat-y", byTag)));
        Assert.Contains("(2)", (string)wip["_links"]!["self"]!["name"]!, StringComparison.Ordinal);

        await Given.Publish("Foo", "3", "Bar", TestData.Content("Foo", "Bar", "x"), tags: ["feat-x"]);
        await Given.Publish("Foo", "4", "Bar", tags: ["feat-z"]);
        Assert.Equal(2, Wip(await AskForMaster("feat-y", byTag)).Count);
    }

    [Fact]
    public async Task Only_pacts_newer_than_the_date_are_work_in_progress()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "feat");
        var pacts = await Ask(new { providerVersionBranch = "main", includeWipPactsSince = "2026-12-24", consumerVersionSelectors = new[] { new { mainBranch = true } } });
        Assert.Empty(pacts);
        Assert.Single(await Ask(new { providerVersionBranch = "main", includeWipPactsSince = "2026-11-21", consumerVersionSelectors = new[] { new { mainBranch = true } } }));
    }

    [Fact]
    public async Task The_notices_tell_what_the_outcome_means()
    {
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        var notices = (await AskFromBranch("main"))[0]!["verificationProperties"]!["notices"]!.AsArray();
        Assert.Equal(
            ["before_verification", "before_verification", "after_verification:success_true_published_false", "after_verification:success_false_published_false",
                "after_verification:success_true_published_true", "after_verification:success_false_published_true"],
            notices.Select(notice => (string)notice!["when"]!));
        Assert.All(notices, notice => Assert.Equal(System.Text.Json.JsonValueKind.String, notice!["text"]!.GetValueKind()));
    }
}

public sealed class PendingAndWipOnSqliteTests(SqliteBroker db) : PendingAndWipTests<SqliteBroker>(db);

public sealed class PendingAndWipOnPostgresTests(PostgresBroker db) : PendingAndWipTests<PostgresBroker>(db);

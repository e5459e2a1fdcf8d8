using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Settings;

/// <summary>Settings that change what the broker answers.</summary>
public abstract class BehaviourTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Fact]
    public async Task Case_need_not_matter()
    {
        await using var broker = await Fixture.WithAsync(("USE_CASE_SENSITIVE_RESOURCE_NAMES", "false"));
        var given = broker.Given;
        await given.Publish("Foo", "1.A", "Bar", branch: "main", tags: ["Prod"]);
        await given.Publish("foo", "1.a", "bar", TestData.Content("foo", "bar", "1.A"));

        Assert.Equal(["Bar", "Foo"], (await given.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray().Select(item => (string)item!["name"]!));
        foreach (var url in new[]
        {
            "/pacticipants/FOO", "/pacticipants/foo/versions/1.a", "/pacticipants/foo/versions/1.a/tags/PROD", "/pacts/provider/BAR/consumer/foo/version/1.a", "/pacts/provider/bar/consumer/foo/latest/prod",
            "/can-i-deploy?pacticipant=FOO&version=1.a&to=prod",
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await given.Get(url)).Status);
        }

        Assert.Single((await given.Get("/matrix?q[][pacticipant]=foo&q[][version]=1.a&q[][pacticipant]=bar&latestby=cvpv")).Json["matrix"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await given.Get("/pacticipants/Foo/branches/MAIN")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/FOO")).Status);
    }

    [Fact]
    public async Task Versions_may_be_ordered_by_their_numbers()
    {
        await using var broker = await Fixture.WithAsync(("ORDER_VERSIONS_BY_DATE", "false"));
        var given = broker.Given;
        await given.TellAsync("env test; Foo 1.10.0 [prod] {main} -> Bar; Bar 5.0.0 [prod] {main} ok Foo 1.10.0; Foo 1.10.0 deployed test; Foo 1.10.0 released test");
        await given.Publish("Foo", "1.9.0", "Bar");
        await given.Publish("Foo", "1.10.0-rc1", "Bar");

        Assert.Equal(["1.10.0", "1.10.0-rc1", "1.9.0"], (await given.Get("/pacticipants/Foo/versions")).Json["_embedded"]!["versions"]!.AsArray().Select(version => (string)version!["number"]!));
        Assert.Equal("1.10.0", (await given.Get("/pacts/provider/Bar/consumer/Foo/latest")).Headers["X-Pact-Consumer-Version"]);
        var moved = (await given.Get("/pacticipants/Foo/versions/1.10.0")).Json;
        Assert.Equal(("prod", "main", true), ((string)moved["_embedded"]!["tags"]![0]!["name"]!, (string)moved["_embedded"]!["branchVersions"]![0]!["name"]!, (bool)moved["_embedded"]!["branchVersions"]![0]!["latest"]!));
        Assert.Single(moved["_links"]!["pb:deployed-environments"]!.AsArray());
        Assert.Single(moved["_links"]!["pb:released-environments"]!.AsArray());
        Assert.True((bool)(await given.Get("/can-i-deploy?pacticipant=Foo&version=1.10.0&to=prod")).Json["summary"]!["deployable"]!);

        await given.Publish("Bar", "6.0.0", "Baz");
        await given.Verify("Foo", "1.10.0", "Bar", "5.5.0", success: false);
        Assert.Equal("6.0.0", (string?)(await given.Get("/pacticipants/Bar/latest-version")).Json["number"]);
        var refused = await given.Post("/contracts/publish", TestData.PublishBody("Foo", "abc", "Bar", TestData.Content("Foo", "Bar", "x")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Json["errors"]!["pacticipantVersionNumber"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await given.Put("/pacts/provider/Bar/consumer/Foo/version/abc", TestData.Content("Foo", "Bar", "x"))).Status);
    }

    [Fact]
    public async Task Work_in_progress_may_have_a_window_that_follows_the_pacts()
    {
        await using var broker = await Fixture.WithAsync(("DYNAMIC_WIP_WINDOW", "true"));
        await broker.Given.Publish("Foo", "1", "Bar", branch: "feat");
        async Task<int> Wip(TestData given) => (await TestData.Ok(given.Post("/pacts/provider/Bar/for-verification", new
        {
            providerVersionBranch = "main", includeWipPactsSince = "2030-01-01", consumerVersionSelectors = new[] { new { mainBranch = true } },
        }))).Json["_embedded"]!["pacts"]!.AsArray().Count;
        Assert.Equal((0, 1), (await Wip(Given), await Wip(broker.Given)));
    }

    [Fact]
    public async Task A_success_elsewhere_keeps_a_pact_out_of_work_in_progress_for_the_days_set()
    {
        await using var broker = await Fixture.WithAsync(("VERIFIED_BY_OTHER_BRANCH_LOOKBACK_DAYS", "0"));
        await Given.TellAsync("Foo 1 {feat} -> Bar; Bar 1 {main} ok Foo 1");
        async Task<int> Wip(TestData given) => (await TestData.Ok(given.Post("/pacts/provider/Bar/for-verification", new
        {
            providerVersionBranch = "main", includeWipPactsSince = "2026-01-01", consumerVersionSelectors = new[] { new { mainBranch = true } },
        }))).Json["_embedded"]!["pacts"]!.AsArray().Count;
        Assert.Equal((0, 1), (await Wip(Given), await Wip(broker.Given)));
    }

    [Fact]
    public async Task Diagnostics_and_verification_can_be_taken_off_the_index()
    {
        await using var broker = await Fixture.WithAsync(("ENABLE_DIAGNOSTIC_ENDPOINTS", "false"), ("FEATURES", "disable_pacts_for_verification"));
        Assert.Equal(HttpStatusCode.NotFound, (await broker.Given.Get("/diagnostic/status/heartbeat")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/diagnostic/status/heartbeat")).Status);
        Assert.Null((await broker.Given.Get("/")).Json["_links"]!["pb:provider-pacts-for-verification"]);
        Assert.NotNull((await Given.Get("/")).Json["_links"]!["pb:provider-pacts-for-verification"]);
    }

    [Fact]
    public async Task Badges_are_cached_as_the_operator_says()
    {
        await using var broker = await Fixture.WithAsync(("BADGE_DEFAULT_CACHE_SETTING", "max-age=5"));
        await Given.Version("Foo", "1", "main");
        Assert.Equal("max-age=5", (await broker.Given.Get("/pacticipants/Foo/main-branch/can-i-merge/badge.svg", "*/*")).Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Every_byte_may_count_for_the_sha()
    {
        await using var broker = await Fixture.WithAsync(("BASE_EQUALITY_ONLY_ON_CONTENT_THAT_AFFECTS_VERIFICATION_RESULTS", "false"));
        const string Content = """{ "interactions": [] }""";
        await broker.Given.Publish("Foo", "1", "Bar", Content);
        var sha = Broker.Pacts.CanonicalJson.Sha1(Content);
        Assert.EndsWith(sha, (await broker.Given.Get("/pacts/provider/Bar/consumer/Foo/version/1")).Link("pb:pact-version"), StringComparison.Ordinal);
    }
}

public sealed class BehaviourOnSqliteTests(SqliteBroker db) : BehaviourTests<SqliteBroker>(db);

public sealed class BehaviourOnPostgresTests(PostgresBroker db) : BehaviourTests<PostgresBroker>(db);

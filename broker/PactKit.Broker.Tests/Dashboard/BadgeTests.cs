using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Dashboard;

public abstract class BadgeTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Pair = "/pacts/provider/Bar/consumer/Foo";

    [Theory]
    [InlineData("Foo 1 -> Bar", "foo/bar pact: unknown")]
    [InlineData("Foo 1 -> Bar; Bar 2 ok Foo 1", "foo/bar pact: verified")]
    [InlineData("Foo 1 -> Bar; Bar 2 fail Foo 1", "foo/bar pact: failed")]
    [InlineData("Foo 1 -> Bar; Bar 2 ok Foo 1; Foo 2 -> Bar", "foo/bar pact: changed")]
    [InlineData("Foo 1", "pact not found: unknown")]
    public async Task The_badge_of_a_pact_says_how_it_stands(string story, string said)
    {
        await Given.TellAsync(story);

        var badge = await Given.Get(Pair + "/latest/badge.svg", "*/*");

        Assert.Equal(HttpStatusCode.OK, badge.Status);
        Assert.StartsWith("image/svg+xml", badge.ContentType, StringComparison.Ordinal);
        Assert.Contains($"<title>{said}</title>", badge.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Pair + "/latest/prod/badge.svg", "foo (prod)/bar pact: verified")]
    [InlineData(Pair + "/latest-untagged/badge.svg", "foo/bar pact: failed")]
    [InlineData("/matrix/provider/Bar/latest/live/consumer/Foo/latest/prod/badge.svg", "foo (prod)/bar (live) pact: verified")]
    [InlineData(Pair + "/latest/prod/badge.svg?label=consumer", "foo (prod) pact: verified")]
    [InlineData(Pair + "/latest/prod/badge.svg?label=provider", "bar pact: verified")]
    [InlineData(Pair + "/latest/none/badge.svg", "pact not found: unknown")]
    public async Task A_badge_can_be_about_tags(string url, string said)
    {
        await Given.TellAsync("Foo 1 [prod] -> Bar; Bar 2 [live]; Bar 2 ok Foo 1; Foo 2 -> Bar; Bar 3 fail Foo 2");
        Assert.Contains($"<title>{said}</title>", (await Given.Get(url, "*/*")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pacticipants/Foo/latest-version/dev/can-i-deploy/to/prod/badge.svg", "can-i-deploy: dev to prod", true)]
    [InlineData("/pacticipants/Foo/branches/main/latest-version/can-i-deploy/to-environment/test/badge.svg", "can-i-deploy: main to test", false)]
    [InlineData("/pacticipants/Foo/latest-version/dev/can-i-deploy/to/prod/badge.svg?label=ship", "ship: dev to prod", true)]
    [InlineData("/pacticipants/Nope/latest-version/dev/can-i-deploy/to/prod/badge.svg", "pacticipant: not found", null)]
    [InlineData("/pacticipants/Foo/branches/nope/latest-version/can-i-deploy/to-environment/test/badge.svg", "branch: not found", null)]
    [InlineData("/pacticipants/Foo/branches/main/latest-version/can-i-deploy/to-environment/nope/badge.svg", "environment: not found", null)]
    public async Task A_badge_says_whether_a_version_can_be_deployed(string url, string said, bool? deployable)
    {
        await Given.TellAsync("env test; Foo 1 [dev] {main} -> Bar; Bar 2 [prod]; Bar 2 ok Foo 1; Bar 3; Bar 3 deployed test");
        var svg = (await Given.Get(url, "*/*")).Text;
        Assert.Contains($"<title>{said}</title>", svg, StringComparison.Ordinal);
        var colour = deployable switch { true => "#2e8b57", false => "#c0392b", null => "#8a8f94" };
        Assert.Contains(colour, svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_merge_badge_may_be_cached_for_half_a_minute()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Bar 2 {main}; Bar 2 ok Foo 1");
        var badge = await Given.Get("/pacticipants/Foo/main-branch/can-i-merge/badge.svg", "*/*");
        Assert.Contains("<title>can-i-merge: success</title>", badge.Text, StringComparison.Ordinal);
        Assert.Equal("max-age=30", badge.Headers["Cache-Control"]);
    }
}

public sealed class BadgesOnSqliteTests(SqliteBroker db) : BadgeTests<SqliteBroker>(db);

public sealed class BadgesOnPostgresTests(PostgresBroker db) : BadgeTests<PostgresBroker>(db);

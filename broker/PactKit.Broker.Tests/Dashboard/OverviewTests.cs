using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Dashboard;

public abstract class OverviewTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Fact]
    public async Task The_dashboard_has_the_latest_pacts_and_how_they_stand()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Bar 2 ok Foo 1; Foo 2 {main} -> Bar; Cat 1 -> Bar; Bar 3 fail Cat 1");

        var items = (await Given.Get("/dashboard")).Json["items"]!.AsArray();

        Assert.Equal(["Cat failed", "Foo stale"], items.Select(item => $"{item!["consumer"]!["name"]} {item["verificationStatus"]}"));
        Assert.Null(items[1]!["latestVerificationResult"]);
        Assert.Equal(["main"], items[1]!["consumer"]!["version"]!["headBranchNames"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("http://example.org/pacts/provider/Bar/consumer/Foo/webhooks/status", (string)items[1]!["_links"]!["pb:webhook-status"]!["href"]!);
        var one = (await Given.Get("/dashboard/provider/Bar/consumer/Cat")).Json["items"]!.AsArray();
        Assert.Equal("3", (string)Assert.Single(one)!["provider"]!["version"]!["number"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/dashboard/provider/Bar/consumer/Nobody")).Status);
    }

    [Theory]
    [InlineData("success", "success")]
    [InlineData("success,failure", "failure")]
    [InlineData("success,retrying", "retrying")]
    [InlineData("not_run,success", "not_run")]
    [InlineData("", "none")]
    public async Task The_dashboard_says_how_the_webhooks_of_a_pair_went(string statuses, string expected)
    {
        foreach (var (index, status) in statuses.Split(',', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            await TestData.Ok(Given.Put($"/webhooks/00000000-0000-0000-0000-00000000000{index}", """{"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}"""));
            Assert.NotEmpty(status);
        }

        await Given.TellAsync("Foo 1 -> Bar");
        await using (var scope = Fixture.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Session>();
            foreach (var (index, status) in statuses.Split(',', StringSplitOptions.RemoveEmptyEntries).Index())
                await db.Run("UPDATE triggered_webhooks SET status = @status WHERE webhook_uuid = @uuid", new { status, uuid = $"00000000-0000-0000-0000-00000000000{index}" }, CancellationToken.None);
        }

        var item = Assert.Single((await Given.Get("/dashboard")).Json["items"]!.AsArray())!;

        Assert.Equal(expected, (string?)item["webhookStatus"]);
        Assert.Equal(expected == "none", item["latestWebhookExecution"]?["triggeredAt"] is null);
    }

    [Fact]
    public async Task What_was_verified_last_comes_first_on_the_dashboard()
    {
        await Given.TellAsync("Foo 1 -> Bar; Cat 1 -> Bar; Bar 1 ok Foo 1");
        Assert.Equal(["Foo", "Cat"], (await Given.Get("/dashboard")).Json["items"]!.AsArray().Select(item => (string)item!["consumer"]!["name"]!));
    }

    [Fact]
    public async Task The_network_page_shows_who_is_connected()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 1 -> <b>Baz; Cat 1 -> Dog");
        var page = await Given.Get("/pacticipants/Foo/network", "text/html");
        Assert.Equal((HttpStatusCode.OK, "text/html;charset=utf-8"), (page.Status, page.ContentType));
        Assert.Contains("&lt;b&gt;Baz", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dog", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dog", (await Given.Get("/ui/relationships", "text/html")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Nope/network", "text/html")).Status);
        await using var small = await Fixture.WithAsync(("NETWORK_DIAGRAM_MAX_PACTICIPANTS", "2"));
        Assert.Contains("2 applications, 1 integrations; there are more", (await small.Given.Get("/pacticipants/Foo/network", "text/html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_one_is_a_row()
    {
        await Given.Version("Alone", "1");
        Assert.Equal("1,Alone,1,1,0,0\n", (await Given.Get("/groups/Alone.csv", "*/*")).Text);
    }

    [Fact]
    public async Task The_dashboard_comes_in_pages()
    {
        await Given.TellAsync("A 1 -> Bar; B 1 -> Bar; C 1 -> Bar");
        var json = (await Given.Get("/dashboard?page=2&size=2")).Json;
        Assert.Single(json["items"]!.AsArray());
        Assert.Equal((3, 2), ((int)json["page"]!["totalElements"]!, (int)json["page"]!["totalPages"]!));
        Assert.NotNull(json["_links"]!["previous"]);
    }

    [Fact]
    public async Task Metrics_count_what_there_is()
    {
        await Given.TellAsync("env test; Foo 1 [dev] {main} -> Bar; Bar 2 ok Foo 1; Bar 3 fail Foo 1; Bar 2 deployed test");
        var json = (await Given.Get("/metrics")).Json;
        int Count(string group, string name = "count") => (int)json[group]![name]!;
        Assert.Equal((2, 1, 1, 3), (Count("pacticipants"), Count("integrations"), Count("pactPublications"), Count("pacticipantVersions")));
        Assert.Equal((2, 1, 1), (Count("verificationResults"), Count("verificationResults", "successCount"), Count("verificationResults", "failureCount")));
        Assert.Equal((1, 1, 1, -1), (Count("tags"), Count("environments"), Count("deployedVersions", "currentlyDeployedCount"), Count("matrix")));
        Assert.Equal(1, Count("interactions", "latestInteractionsCount"));
        Assert.Equal(1, (int)json["verificationResultsPerPactVersion"]!["distribution"]!["2"]!);
    }

    [Fact]
    public async Task A_diff_shows_what_changed_since_the_version_named()
    {
        await Given.TellAsync("Foo 1 -> Bar; Foo 2 -> Bar; Foo 3 -> Bar");
        var previous = await Given.Get("/pacts/provider/Bar/consumer/Foo/version/3/diff/previous-distinct", "text/plain");
        Assert.StartsWith("# Diff between versions 2 and 3 of the pact between Foo and Bar", previous.Text, StringComparison.Ordinal);
        var named = (await Given.Get("/pacts/provider/Bar/consumer/Foo/version/3/diff/version/1", "text/plain")).Text;
        Assert.StartsWith("# Diff between versions 1 and 3", named, StringComparison.Ordinal);
        Assert.Matches("(?m)^-.*\"description\": \"1\"", named);
        Assert.Matches("(?m)^\\+.*\"description\": \"3\"", named);
        Assert.Contains("comparison-pact-version:", named, StringComparison.Ordinal);
        var first = await Given.Get("/pacts/provider/Bar/consumer/Foo/version/1/diff/previous-distinct", "text/plain");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains("no earlier version has different content", first.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacts/provider/Bar/consumer/Foo/version/9/diff/version/1", "text/plain")).Status);
    }

    [Fact]
    public async Task Integrations_are_a_graph_unless_json_is_asked_for()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 1 -> Baz");
        var graph = await Given.Get("/integrations", "*/*");
        Assert.StartsWith("text/vnd.graphviz", graph.ContentType, StringComparison.Ordinal);
        Assert.Contains("\"Foo\" -> \"Bar\"", graph.Text, StringComparison.Ordinal);
        var list = (await Given.Get("/integrations")).Json["_embedded"]!["integrations"]!.AsArray();
        Assert.Equal(["Bar Baz", "Foo Bar"], list.Select(one => $"{one!["consumer"]!["name"]} {one["provider"]!["name"]}"));
        Assert.Equal("http://example.org/groups/Bar", (string)list[0]!["_links"]!["pb:group"]!["href"]!);
    }

    [Fact]
    public async Task Deleting_an_integration_takes_its_pair_and_nothing_else()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 ok Foo 1; Cat 1 -> Dog");
        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/integrations/provider/Bar/consumer/Foo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacts/provider/Bar/consumer/Foo/latest")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacts/provider/Dog/consumer/Cat/latest")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Delete("/integrations/provider/Bar/consumer/Foo")).Status);
    }

    [Fact]
    public async Task A_group_is_everyone_connected_and_relationships_are_all()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 1 -> Baz; Cat 1 -> Dog");
        static string[] Names(string csv) => [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')[1]).Order()];
        Assert.Equal(["Bar", "Baz", "Foo"], Names((await Given.Get("/groups/Foo.csv", "*/*")).Text));
        Assert.Equal(["Bar", "Baz", "Cat", "Dog", "Foo"], Names((await Given.Get("/relationships", "text/csv")).Text));
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/groups/Nobody", "text/csv")).Status);
    }

    [Fact]
    public async Task Provider_states_are_merged_by_name_and_parameters()
    {
        await PublishStates("Foo", """{"description":"a","providerStates":[{"name":"users","params":{"n":1}},{"name":"admins"}]},{"description":"b","providerState":"empty"}""");
        await PublishStates("Cat", """{"description":"c","providerStates":[{"name":"users","params":{"n":1}},{"name":"users","params":{"n":2}}]}""");
        await Given.TellAsync("Foo 1 deployed prod");

        Assert.Equal(["admins: Foo", "empty: Foo", "users {\"n\":1}: Cat,Foo", "users {\"n\":2}: Cat"], await States(""));
        Assert.Equal(4, (await States("/branch/main")).Length);
        Assert.Equal(["admins: Foo", "empty: Foo", "users {\"n\":1}: Foo"], await States("/environment/prod"));
        Assert.Empty(await States("/branch/nope"));
        Assert.Empty(await States("/environment/nope"));
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacts/provider/Nope/provider-states")).Status);
    }

    [Fact]
    public async Task The_start_page_has_a_hundred_pairs_and_leads_to_the_rest()
    {
        for (var i = 0; i < 101; i++) await Given.Publish("Hub", "1", $"P{i:000}");
        var first = (await Given.Get("/", "text/html")).Text;
        Assert.Contains("P099", first, StringComparison.Ordinal);
        Assert.DoesNotContain("P100", first, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        var second = (await Given.Get("/?page=2", "text/html")).Text;
        Assert.Contains("P100", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
        Assert.Contains("Page 3 of 11", (await Given.Get("/?page=3&pageSize=10&search=p", "text/html")).Text, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", (await Given.Get("/?page=nonsense", "text/html")).Text, StringComparison.Ordinal);
    }

    private async Task PublishStates(string consumer, string interactions) => await Given.Publish(consumer, "1", "Bar",
        $$"""{"consumer":{"name":"{{consumer}}"},"provider":{"name":"Bar"},"interactions":[{{interactions}}]}""", branch: "main");

    private async Task<string[]> States(string place) => [.. (await Given.Get("/pacts/provider/Bar/provider-states" + place)).Json["providerStates"]!.AsArray().Select(Text)];

    private static string Text(JsonNode? state) =>
        $"{state!["name"]}{(state["params"] is { } given ? " " + given.ToJsonString() : "")}: {string.Join(',', state["consumers"]!.AsArray().Select(name => (string)name!).Order())}";
}

public sealed class OverviewOnSqliteTests(SqliteBroker db) : OverviewTests<SqliteBroker>(db);

public sealed class OverviewOnPostgresTests(PostgresBroker db) : OverviewTests<PostgresBroker>(db);

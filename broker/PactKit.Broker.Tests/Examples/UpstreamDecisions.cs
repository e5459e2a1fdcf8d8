using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Examples;

/// <summary>Where the field's broker is known to be wrong, or says one thing and does another: what this one does.</summary>
public abstract class UpstreamDecisions<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Pair = "/pacts/provider/Bar/consumer/Foo";

    [Fact]
    public async Task Plain_json_is_answered_with_hal_where_nothing_else_is_offered()
    {
        var answer = await Given.Get("/pacticipants", "application/json");
        Assert.Equal((HttpStatusCode.OK, "application/hal+json;charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/diagnostic/status/heartbeat", HttpStatusCode.OK)]
    [InlineData("/pacticipants/Nope", HttpStatusCode.NotFound)]
    public async Task Head_is_answered_as_get_without_the_body(string url, HttpStatusCode status)
    {
        var answer = await Given.Send(HttpMethod.Head, url);
        Assert.Equal((status, ""), (answer.Status, answer.Text));
        Assert.Equal("application/hal+json;charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task The_location_of_a_new_pacticipant_leads_to_it()
    {
        var created = await Given.Post("/pacticipants", new { name = "a b" });
        Assert.Equal("http://example.org/pacticipants/a%20b", created.Headers["Location"]);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get(created.Headers["Location"])).Status);
    }

    [Fact]
    public async Task A_diff_is_with_the_version_that_was_named()
    {
        await Given.TellAsync("Foo 1 -> Bar; Foo 2 -> Bar; Foo 3 -> Bar");
        Assert.StartsWith("# Diff between versions 1 and 3 ", (await Given.Get(Pair + "/version/3/diff/version/1", "text/plain")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consumer_s_webhooks_are_those_of_the_consumer()
    {
        await Given.Publish("Foo", "1", "Bar");
        Assert.EndsWith("/webhooks/consumer/Foo", (await Given.Get(Pair + "/version/1")).Link("pb:consumer-webhooks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_of_an_integration_has_a_whole_address()
    {
        await Given.Publish("Foo", "1", "Bar");
        var link = (string)(await Given.Get("/integrations")).Json["_embedded"]!["integrations"]![0]!["_links"]!["pb:matrix"]!["href"]!;
        Assert.Equal(HttpStatusCode.OK, (await Given.Get(link)).Status);
        Assert.StartsWith("http://example.org/", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_pact_has_the_sha_of_what_was_merged()
    {
        await Given.Put(Pair + "/version/1", TestData.Content("Foo", "Bar", "a"));
        var merged = await Given.Patch(Pair + "/version/1", TestData.Content("Foo", "Bar", "b"), "application/json");
        await Given.Put(Pair + "/version/2", """{"interactions":[{"description":"a","request":{"method":"GET","path":"/"},"response":{"status":200}},{"description":"b","request":{"method":"GET","path":"/"},"response":{"status":200}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""");
        Assert.Equal((await Given.Get(Pair + "/version/2")).Link("pb:pact-version"), merged.Link("pb:pact-version"));
    }

    [Theory]
    [InlineData("/branch/versions", "2,4")]
    [InlineData("/branch/latest/versions", "1,2,4")]
    [InlineData("/branch/feat/latest/versions", "1,2,3")]
    public async Task Deleting_the_pacts_of_a_branch_leaves_the_others(string list, string left)
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 {other} -> Bar; Foo 3 {main} -> Bar; Foo 4 {feat} -> Bar");
        Assert.Equal(HttpStatusCode.OK, (await Given.Delete(Pair + list)).Status);
        var numbers = (await Given.Get(Pair + "/versions")).Json["_embedded"]!["pacts"]!.AsArray().Select(pact => (string)pact!["_embedded"]!["consumerVersion"]!["number"]!).Order();
        Assert.Equal(left, string.Join(',', numbers));
    }

    [Fact]
    public async Task A_fallback_branch_stands_in_for_its_selector()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar");
        async Task<JsonArray> Ask(string selector) => (await Given.Post("/pacts/provider/Bar/for-verification", $$"""{"consumerVersionSelectors":[{{selector}}]}""")).Json["_embedded"]!["pacts"]!.AsArray();
        Assert.Single(await Ask("""{"branch":"feat","fallbackBranch":"main"}"""));
        Assert.Empty(await Ask("""{"branch":"feat","fallbackBranch":"none"}"""));
        await Given.TellAsync("Cat 1 {feat} -> Bar");
        Assert.Equal("latest from branch feat", (string?)Assert.Single(await Ask("""{"branch":"feat","fallbackBranch":"main"}"""))!["shortDescription"]);
    }

    [Fact]
    public async Task The_pending_status_is_there_unless_it_is_declined()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar");
        async Task<JsonNode?> Pending(string body) => (await Given.Post("/pacts/provider/Bar/for-verification", body)).Json["_embedded"]!["pacts"]![0]!["verificationProperties"]!["pending"];
        Assert.True((bool)(await Pending("{}"))!);
        Assert.Null(await Pending("""{"includePendingStatus":false}"""));
    }

    [Fact]
    public async Task The_log_of_a_webhook_is_json_when_asked_for_and_text_otherwise()
    {
        await TestData.Ok(Given.Put("/webhooks/00000000-0000-0000-0000-000000000001", """{"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}"""));
        await Given.Publish("Foo", "1", "Bar");
        var logs = (string)(await Given.Get(Pair + "/version/1/triggered-webhooks")).Json["_embedded"]!["triggeredWebhooks"]![0]!["_links"]!["pb:logs"]!["href"]!;
        Assert.Equal("text/plain;charset=utf-8", (await Given.Get(logs, "*/*")).ContentType);
        Assert.Equal("contract_published", (string?)(await Given.Get(logs)).Json["eventName"]);
    }

    [Fact]
    public async Task Publishing_again_for_a_version_that_is_there_touches_that_version_only()
    {
        await Given.TellAsync("Other o1 {main}; Other o2 {main}");
        await Given.Publish("Baz", "b1", "Web", branch: "dev");
        var again = await Given.Publish("Baz", "b1", "Foo", branch: "main", tags: ["x"]);
        Assert.Equal(("Baz", "b1"), ((string?)again.Json["_embedded"]!["pacticipant"]!["name"], (string?)again.Json["_embedded"]!["version"]!["number"]));
        var version = (await Given.Get("/pacticipants/Baz/versions/b1")).Json["_embedded"]!;
        Assert.Equal(["dev", "main"], version["branchVersions"]!.AsArray().Select(branch => (string)branch!["name"]!));
        Assert.Equal("x", (string?)Assert.Single(version["tags"]!.AsArray())!["name"]);
        Assert.Empty((await Given.Get("/pacticipants/Other/versions/o2")).Json["_embedded"]!["tags"]!.AsArray());
    }

    [Fact]
    public async Task A_bearer_token_does_not_open_what_basic_authentication_closes()
    {
        await using var broker = await Fixture.WithAsync(("BASIC_AUTH_USERNAME", "u"), ("BASIC_AUTH_PASSWORD", "p"));
        using var client = broker.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "u:p");
        Assert.Equal(HttpStatusCode.Unauthorized, (await new TestData(client).Get("/")).Status);
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("u:p"u8));
        Assert.Equal(HttpStatusCode.OK, (await new TestData(client).Get("/")).Status);
    }

    [Fact]
    public async Task What_waits_to_be_sent_waits_in_the_database()
    {
        await TestData.Ok(Given.Put("/webhooks/00000000-0000-0000-0000-000000000001", """{"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}"""));
        await Given.Publish("Foo", "1", "Bar");
        await using var other = await Fixture.WithAsync();
        await using var scope = other.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Session>().One<long>("SELECT count(*) FROM triggered_webhooks WHERE due_at IS NOT NULL", null, CancellationToken.None));
    }
}

public sealed class UpstreamDecisionsOnSqlite(SqliteBroker db) : UpstreamDecisions<SqliteBroker>(db);

public sealed class UpstreamDecisionsOnPostgres(PostgresBroker db) : UpstreamDecisions<PostgresBroker>(db);

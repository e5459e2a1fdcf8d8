using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Tests.Support;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Tests.Webhooks;

public abstract class WebhookTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private static string Webhook(string request, string more = "") => $$"""{"description":"ci","request":{{request}}{{more}}}""";

    private const string Request = """{"method":"POST","url":"https://127.0.0.1:1/x","headers":{"Accept":"a","Authorization":"Bearer secret"},"body":{"v":"${pactbroker.consumerVersionNumber}"},"username":"u","password":"p"}""";

    [Fact]
    public async Task Secrets_are_hidden_and_kept_when_they_come_back_masked()
    {
        var created = await Given.Post("/webhooks", Webhook(Request));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var request = created.Json["request"]!;
        Assert.Equal(("**********", "**********", "a"), ((string)request["password"]!, (string)request["headers"]!["authorization"]!, (string)request["headers"]!["accept"]!));
        await TestData.Ok(Given.Put(created.Link("self"), created.Json.ToJsonString()));
        await using var scope = Fixture.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<WebhooksStore>().FindAsync((string)created.Json["uuid"]!, CancellationToken.None);
        Assert.Equal(("p", "Bearer secret"), (stored!.HttpRequest.Password, stored.HttpRequest.Headers["authorization"]));
    }

    [Theory]
    [InlineData("""{"method":"GET","url":"https://x"}""", "request.method")]
    [InlineData("""{"method":"POST","url":"http://x"}""", "request.url")]
    [InlineData("""{"method":"POST","url":"nonsense"}""", "request.url")]
    [InlineData("""{"method":"POST","url":"https://x/a b"}""", "request.url")]
    [InlineData("""{"method":"POST","url":"https://${pactbroker.consumerName}.example"}""", "request.url")]
    [InlineData("""{"method":"POST","url":"https://x","headers":[]}""", "request.headers")]
    [InlineData("""{"url":"https://x"}""", "request.method")]
    [InlineData("null", "request")]
    public async Task A_bad_request_is_refused(string request, string field)
    {
        var answer = await Given.Post("/webhooks", Webhook(request));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["errors"]![field]);
    }

    [Theory]
    [InlineData(""","events":[]""", "events")]
    [InlineData(""","events":[{"name":"nope"}]""", "events")]
    [InlineData(""","events":[1]""", "events")]
    [InlineData(""","consumer":{"name":"Nope"}""", "consumer.name")]
    [InlineData(""","consumer":{}""", "consumer.name")]
    [InlineData(""","enabled":null""", "enabled")]
    public async Task A_bad_scope_is_refused(string more, string field) =>
        Assert.NotNull((await Given.Post("/webhooks", Webhook(Request, more))).Json["errors"]![field]);

    [Fact]
    public async Task An_event_becomes_a_row_of_the_queue_and_is_retried()
    {
        await TestData.Ok(Given.Post("/webhooks", Webhook(Request, ""","events":[{"name":"contract_published"},{"name":"contract_requiring_verification_published"}]""")));
        await Given.Publish("Foo", "1", "Bar", branch: "main");
        await Given.Version("Bar", "b1", "main");
        await Given.Publish("Foo", "2", "Bar", branch: "main");
        Assert.Equal(["contract_published"], await Events("1"));
        Assert.Equal(["contract_requiring_verification_published", "contract_published"], await Events("2"));

        Fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        await Fixture.Services.GetRequiredService<WebhookQueue>().SendDueAsync(CancellationToken.None);
        var item = (await Triggered("1"))[0]!;
        // The clock woke the broker's own queue as well, which may have taken the row first and still be at it.
        for (var waited = 0; (int)item["attemptsMade"]! == 0 && waited < 200; waited++)
        {
            await Task.Delay(25);
            item = (await Triggered("1"))[0]!;
        }

        Assert.Equal(("retrying", 1, 6), ((string)item["status"]!, (int)item["attemptsMade"]!, (int)item["attemptsRemaining"]!));
        var logs = (await Given.Get((string)item["_links"]!["pb:logs"]!["href"]!, "*/*")).Text;
        Assert.Contains("""{"v":"1"}""", logs, StringComparison.Ordinal);
        Assert.Contains("Retrying webhook in 10 seconds", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_fetched_for_several_versions_reports_to_each()
    {
        await TestData.Ok(Given.Post("/webhooks", Webhook(Request, ""","events":[{"name":"provider_verification_succeeded"}]""")));
        var content = TestData.Content("Foo", "Bar", "same");
        await Given.Publish("Foo", "1", "Bar", content, "main");
        await Given.Publish("Foo", "2", "Bar", content, "feat");
        var pacts = await Given.Post("/pacts/provider/Bar/for-verification", """{"consumerVersionSelectors":[{"mainBranch":true},{"branch":"feat"}]}""");
        var pact = await Given.Get((string)pacts.Json["_embedded"]!["pacts"]![0]!["_links"]!["self"]!["href"]!);
        var result = await TestData.Ok(Given.PublishResult(pact.Link("pb:publish-verification-results"), "b1", success: true));
        var triggered = await Given.Get(result.Link("pb:triggered-webhooks"));
        Assert.Equal(2, triggered.Json["_embedded"]!["triggeredWebhooks"]!.AsArray().Count);
    }

    private async Task<JsonArray> Triggered(string number) =>
        (await Given.Get($"/pacts/provider/Bar/consumer/Foo/version/{number}/triggered-webhooks")).Json["_embedded"]!["triggeredWebhooks"]!.AsArray();

    private async Task<IEnumerable<string>> Events(string number) => (await Triggered(number)).Select(item => (string)item!["eventName"]!);
}

public sealed class WebhookOnSqliteTests(SqliteBroker db) : WebhookTests<SqliteBroker>(db);

public sealed class WebhookOnPostgresTests(PostgresBroker db) : WebhookTests<PostgresBroker>(db);

using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Docs;

/// <summary>What the curies of documents promise, and the page that shows any resource.</summary>
public abstract class RelationDocsTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Browser = "text/html,application/xhtml+xml,*/*;q=0.8";

    [Fact]
    public async Task Every_relation_of_every_document_is_explained_where_its_curie_leads()
    {
        await Given.TellAsync("env test; Foo 1 [prod] {main} -> Bar; Bar 1 ok Foo 1; Foo 1 deployed test; Foo 1 released test");
        await TestData.Ok(Given.Put("/pacticipants/Foo/labels/x"));
        await TestData.Ok(Given.Put("/webhooks/00000000-0000-0000-0000-000000000001", """{"consumer":{"name":"Foo"},"provider":{"label":"x"},"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}"""));
        var environment = await Given.Environment("test");
        var missing = new List<string>();
        var explained = new HashSet<string>();
        foreach (var url in new[]
        {
            "/", "/pacticipants", "/pacticipants/Foo", "/pacticipants/Foo/versions", "/pacticipants/Foo/versions/1", "/pacticipants/Foo/branches", "/pacticipants/Foo/branches/main",
            "/pacticipants/Foo/branches/main/versions/1", "/pacts/latest", "/pacts/provider/Bar", "/pacts/provider/Bar/consumer/Foo/latest", "/pacts/provider/Bar/consumer/Foo/tag/prod",
            "/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest", "/webhooks", "/webhooks/00000000-0000-0000-0000-000000000001", "/pacts/provider/Bar/consumer/Foo/webhooks/status",
            "/environments", $"/environments/{environment}", "/integrations", "/dashboard",
        })
        {
            var document = (await TestData.Ok(Given.Get(url))).Json;
            var curie = (string?)document["_links"]?["curies"]?[0]?["href"] ?? "http://example.org/doc/{rel}?context=other";
            foreach (var relation in Relations(document).Where(name => name.StartsWith("pb:", StringComparison.Ordinal)).Distinct())
            {
                var page = await Given.Get(curie.Replace("{rel}", relation[3..], StringComparison.Ordinal), Browser);
                if (page.Status == HttpStatusCode.OK) explained.Add(relation);
                else missing.Add($"{relation} of {url}");
            }
        }

        Assert.Empty(missing);
        Assert.True(explained.Count > 70, $"only {explained.Count}");
    }

    [Fact]
    public async Task A_relation_that_nobody_knows_is_not_found_and_its_name_is_encoded()
    {
        var page = await Given.Get("/doc/%3Cscript%3E", Browser);
        Assert.Equal((HttpStatusCode.NotFound, "text/html;charset=utf-8"), (page.Status, page.ContentType));
        Assert.Contains("&lt;script&gt;", page.Text, StringComparison.Ordinal);
        Assert.Contains("pb:publish-contracts", (await Given.Get("/doc", Browser)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/doc/webhooks-create")]
    [InlineData("/doc/webhooks-webhooks")]
    [InlineData("/doc/pb:pacticipants")]
    public async Task A_relation_may_be_asked_for_with_its_context_or_prefix(string url) => Assert.Equal(HttpStatusCode.OK, (await Given.Get(url, Browser)).Status);

    [Fact]
    public async Task Whoever_wants_a_page_and_takes_json_is_shown_the_resource()
    {
        var answer = await Given.Get("/pacticipants/a%2Fb?page=1", "text/html, application/hal+json");
        Assert.Equal((HttpStatusCode.SeeOther, "/hal-browser/browser.html#/pacticipants/a%2Fb?page=1"), (answer.Status, answer.Headers["Location"]));
        var page = await Given.Get("/hal-browser/browser.html", "text/html, application/json");
        Assert.Equal((HttpStatusCode.OK, "text/html;charset=utf-8"), (page.Status, page.ContentType));
        Assert.Contains("script-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var script = await Given.Get("/hal-browser/browser.js", "*/*");
        Assert.Equal("text/javascript;charset=utf-8", script.ContentType);
        Assert.DoesNotContain("innerHTML", script.Text, StringComparison.Ordinal);

        await using var without = await Fixture.WithAsync(("USE_HAL_BROWSER", "false"));
        Assert.Equal(HttpStatusCode.OK, (await without.Given.Get("/pacticipants", "text/html, application/hal+json")).Status);
    }

    [Fact]
    public async Task A_result_is_shown_to_a_browser_by_that_page()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 1 ok Foo 1");
        var url = (await Given.Get("/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest")).Link("self");
        var answer = await Given.Get(url, "text/html");
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.StartsWith("/hal-browser/browser.html#/pacts/provider/Bar/consumer/Foo/pact-version/", answer.Headers["Location"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Relations(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(property => property.Key == "_links" ? property.Value!.AsObject().Select(link => link.Key) : Relations(property.Value)),
        JsonArray a => a.SelectMany(Relations),
        _ => [],
    };
}

public sealed class RelationDocsOnSqliteTests(SqliteBroker db) : RelationDocsTests<SqliteBroker>(db);

public sealed class RelationDocsOnPostgresTests(PostgresBroker db) : RelationDocsTests<PostgresBroker>(db);

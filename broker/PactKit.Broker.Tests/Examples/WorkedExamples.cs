using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Matrix;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Examples;

/// <summary>Requests and answers that are known word for word: what was published, verified, asked and refused.</summary>
public abstract class WorkedExamples<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string HalUtf8 = "application/hal+json;charset=utf-8";

    private static string Names(JsonNode node) => string.Join(' ', node.AsObject().Select(property => property.Key));

    [Fact]
    public async Task Publish_answers_with_notices_logs_embedded_names_and_links()
    {
        var answer = await Given.Post("/contracts/publish", TestData.PublishBody("Shop", "a1b2c3", "Stock", TestData.Content("Shop", "Stock", "x"), "feat/cart", ["feat/cart"], "merge"));
        Assert.Equal((HttpStatusCode.OK, HalUtf8), (answer.Status, answer.ContentType));
        Assert.Equal("notices logs _embedded _links", Names(answer.Json));
        Assert.Equal("Created Shop version a1b2c3 with branch feat/cart and tags feat/cart", (string?)answer.Json["notices"]![0]!["text"]);
        Assert.Equal("level message deprecationWarning", Names(answer.Json["logs"]![0]!));
        Assert.Equal("""{"name":"Shop","_links":{"self":{"href":"http://example.org/pacticipants/Shop"}}}""", answer.Json["_embedded"]!["pacticipant"]!.ToJsonString());
        Assert.Equal("""{"number":"a1b2c3","_links":{"self":{"title":"Version","name":"a1b2c3","href":"http://example.org/pacticipants/Shop/versions/a1b2c3"}}}""", answer.Json["_embedded"]!["version"]!.ToJsonString());
        Assert.Equal("""{"title":"Tag","name":"feat/cart","href":"http://example.org/pacticipants/Shop/versions/a1b2c3/tags/feat%2Fcart"}""", answer.Json["_links"]!["pb:pacticipant-version-tags"]![0]!.ToJsonString());
        Assert.Equal("""{"title":"Pact","name":"Pact between Shop (a1b2c3) and Stock","href":"http://example.org/pacts/provider/Stock/consumer/Shop/version/a1b2c3"}""", answer.Json["_links"]!["pb:contracts"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task A_verifier_goes_round_once()
    {
        await Given.TellAsync("env prod; Shop a1 {main} -> Stock; Shop a1 deployed prod; Shop f1 {feat/cart} -> Stock");
        var index = await Given.Get("/");
        var relation = index.Link("pb:provider-pacts-for-verification").Replace("{provider}", "Stock", StringComparison.Ordinal);
        var self = (await Given.Get(relation)).Link("self");
        Assert.Equal(relation, self);
        var pacts = (await Given.Post(self, """{"providerVersionBranch":"main","consumerVersionSelectors":[{"mainBranch":true},{"deployedOrReleased":true}],"includePendingStatus":true,"includeWipPactsSince":"2026-01-01"}""")).Json["_embedded"]!["pacts"]!.AsArray();
        Assert.Equal(2, pacts.Count);
        Assert.Equal(["deployed to prod", "latest from main branch"], ((string)pacts[0]!["shortDescription"]!).Split(", ").Order());
        Assert.True((bool)pacts[1]!["verificationProperties"]!["wip"]!);

        var pactUrl = (string)pacts[0]!["_links"]!["self"]!["href"]!;
        var pact = await Given.Get(pactUrl);
        Assert.Equal(pactUrl + "/verification-results", pact.Link("pb:publish-verification-results"));
        var provider = await Given.Get(pact.Link("pb:provider"));
        string Expand(string rel, string name, string value) => provider.Link(rel).Replace("{version}", "77aa", StringComparison.Ordinal).Replace(name, Uri.EscapeDataString(value), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put(Expand("pb:branch-version", "{branch}", "main"), "{}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put(Expand("pb:version-tag", "{tag}", "dev"), "{}")).Status);
        var id = (string)pact.Json["interactions"]![0]!["_id"]!;
        var result = await Given.Post(pact.Link("pb:publish-verification-results"), $$"""{"providerApplicationVersion":"77aa","success":false,"buildUrl":"https://ci.example/78","verifiedBy":{"implementation":"pact-rust","version":"1.3"},"testResults":[{"interactionId":"{{id}}","success":false}]}""");
        Assert.Equal((HttpStatusCode.Created, result.Link("self")), (result.Status, result.Headers["Location"]));
        Assert.Equal("""{"implementation":"pact-rust","version":"1.3"}""", result.Json["verifiedBy"]!.ToJsonString());
        Assert.Equal(id, (string?)result.Json["testResults"]![0]!["interactionId"]);
    }

    [Fact]
    public async Task A_row_of_the_matrix_without_a_result_has_explicit_nulls()
    {
        await Given.TellAsync("Shop a1b2c3 {feat/cart} -> Stock");
        var answer = await Given.Get("/matrix?q[][pacticipant]=Shop&q[][version]=a1b2c3&q[][pacticipant]=Stock&latestby=cvpv");
        Assert.Equal("summary notices matrix", Names(answer.Json));
        Assert.Equal("deployable reason success failed unknown", Names(answer.Json["summary"]!));
        var row = answer.Json["matrix"]![0]!;
        Assert.Equal("consumer provider pact verificationResult", Names(row));
        var version = row["consumer"]!["version"]!;
        Assert.Equal("number branch branches branchVersions environments tags _links", Names(version));
        Assert.Equal("""{"name":"feat/cart","latest":true,"_links":{"self":{"title":"Branch version","name":"feat/cart","href":"http://example.org/pacticipants/Shop/branches/feat%2Fcart/versions/a1b2c3"}}}""", version["branches"]![0]!.ToJsonString());
        Assert.Equal(version["branches"]!.ToJsonString(), version["branchVersions"]!.ToJsonString());
        Assert.Equal("""{"name":"Stock","version":null,"_links":{"self":{"href":"http://example.org/pacticipants/Stock"}}}""", row["provider"]!.ToJsonString());
        Assert.Contains("\"verificationResult\":null", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"deployable\":null", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ErrorExamples.Rows), MemberType = typeof(ErrorExamples))]
    public async Task An_error_has_this_status_type_and_body(string row, string method, string url, string accept, string? body, string type, int status, string? contentType, string? expected)
    {
        await Given.TellAsync("env prod");
        var answer = await Given.Send(new HttpMethod(method), url, body, body is null ? "application/json" : type, accept);
        Assert.True((status, contentType) == ((int)answer.Status, answer.ContentType), $"{row}: {(int)answer.Status} {answer.ContentType} {answer.Text}");
        if (expected is not null) Assert.Equal(expected, answer.Text);
        if (row == "a problem of a path segment") Assert.Equal(("Invalid path segment", "uuid"), ((string?)answer.Json["errors"]![0]!["title"], (string?)answer.Json["errors"]![0]!["parameter"]));
    }

    [Fact]
    public async Task Setting_a_deployment_back_is_keyed_by_its_field()
    {
        await Given.TellAsync("Foo 1");
        var answer = await Given.Patch((await Given.Deploy("Foo", "1", "prod")).Link("self"), new { currentlyDeployed = true });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HalUtf8, "errors"), (answer.Status, answer.ContentType, Names(answer.Json)));
        Assert.Equal("currentlyDeployed", Names(answer.Json["errors"]!));
    }

    [Theory]
    [InlineData("15", "Foo 1 [prod] -> Bar; Foo 2 [prod] -> Bar; Foo 3 -> Bar; Bar 2 ok Foo 1; Bar 2 ok Foo 2; Bar 2 fail Foo 3; Cat 20 [prod] -> Bar; Dog 40 -> Bar; Bar 2 ok Dog 40", "Bar 2 + Foo #prod | latest=true&tag=prod&latestby=cvp", 1, "error", "Cat")]
    [InlineData("21", "foo 1 -> bar; bar 1 [prod] ok foo 1; bar 2 [prod] fail foo 1", "foo 1 | tag=prod&latestby=cvp", 1, "error", "(2)")]
    [InlineData("32", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", "Foo 1 | latest=true&tag=prod&latestby=cvp&ignore[][pacticipant]=Bar&ignore[][version]=999", 2, "warning", "WARN: Cannot ignore version 999 of Bar")]
    [InlineData("36", "Foo 1 -> NotBar; NotBar 2 [prod] ok Foo 1", "Foo 1 | latest=true&tag=prod&latestby=cvp&ignore[][pacticipant]=Bar", 2, "warning", "WARN: Cannot ignore Bar")]
    public async Task A_decision_is_explained(string row, string story, string query, int notices, string type, string said)
    {
        await Given.TellAsync(story);
        var all = (await Given.Get(DecisionTable.Url(query))).Json["notices"]!.AsArray();
        Assert.True(all.Count == notices, $"{row}: {all.ToJsonString()}");
        Assert.Contains(said, (string)all.First(notice => (string)notice!["type"]! == type)!["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_in_progress_on_a_place_that_selects_it_explicitly(bool byTag)
    {
        await Given.TellAsync("Foo 1 [master] -> Bar; Foo 2 [feat-x] -> Bar");
        await Given.Version("Bar", "m0", byTag ? null : "master", byTag ? ["master"] : []);
        async Task<JsonArray> Ask(string place, string tag) => (await TestData.Ok(Given.Post("/pacts/provider/Bar/for-verification",
            $$"""{{{(byTag ? $"\"providerVersionTags\":[\"{place}\"]" : $"\"providerVersionBranch\":\"{place}\"")}},"includeWipPactsSince":"2026-01-01","consumerVersionSelectors":[{"tag":"{{tag}}","latest":true}]}"""))).Json["_embedded"]!["pacts"]!.AsArray();
        static List<string> Wip(JsonArray pacts) => pacts.Where(pact => (bool?)pact!["verificationProperties"]!["wip"] == true).Select(pact => (string)pact!["_links"]!["self"]!["name"]!).ToList();

        var asked = await Ask("feat-x", "feat-x");
        Assert.DoesNotContain("Pact between Foo (2) and Bar", Wip(asked));
        await Given.Version("Bar", "b1", byTag ? null : "feat-x", byTag ? ["feat-x"] : []);
        var explicitly = asked.First(pact => pact!["verificationProperties"]!["wip"] is null)!;
        await TestData.Ok(Given.PublishResult((await Given.Get((string)explicitly["_links"]!["self"]!["href"]!)).Link("pb:publish-verification-results"), "b1", true));
        // Master was there before, so a success elsewhere does not count for it.
        Assert.Equal(["Pact between Foo (2) and Bar"], Wip(await Ask("master", "master")));
    }
}

public sealed class WorkedExamplesOnSqlite(SqliteBroker db) : WorkedExamples<SqliteBroker>(db);

public sealed class WorkedExamplesOnPostgres(PostgresBroker db) : WorkedExamples<PostgresBroker>(db);

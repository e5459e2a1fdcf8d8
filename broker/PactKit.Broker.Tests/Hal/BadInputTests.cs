using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Hal;

/// <summary>What people and scripts get wrong: the answer is a sentence that says so, on every database the same.</summary>
public abstract class BadInputTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    // Neither text nor index can be compressed: a real limit of the database is met, if there is one.
    private static readonly string TooLong = string.Concat(Enumerable.Range(0, 4000).Select(i => (char)(0x4e00 + (i * 7919 % 20000))));

    [Theory]
    [MemberData(nameof(TooLongNames.All), MemberType = typeof(TooLongNames))]
    public async Task A_name_that_no_index_can_hold_is_refused_and_nothing_is_written(string method, string url, string body)
    {
        await Given.Publish("Foo", "1", "Bar");
        var results = (await Given.Get("/pacts/provider/Bar/consumer/Foo/latest")).Link("pb:publish-verification-results");
        var environment = await Given.Environment("test");
        var before = (await Given.Get("/pacticipants")).Text;
        var answer = await Given.Send(
            new HttpMethod(method), url.Replace("ENVIRONMENT", environment, StringComparison.Ordinal).Replace("RESULTS", results, StringComparison.Ordinal), body.Replace("LONG", TooLong, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, "application/hal+json;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Contains("500 characters at most", (string)answer.Json["error"]!, StringComparison.Ordinal);
        Assert.Equal(before, (await Given.Get("/pacticipants")).Text);
    }

    [Fact]
    public async Task A_webhook_is_not_named_by_a_book()
    {
        var random = string.Concat(Enumerable.Range(0, 5000).Select(i => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"[i * i % 6151 % 64]));
        var answer = await Given.Put("/webhooks/" + random, """{"request":{"method":"POST","url":"https://example.org"}}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("must have 16 to 500 characters", (string?)answer.Json["errors"]!["uuid"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_300_characters_is_just_a_name()
    {
        var name = string.Concat(Enumerable.Repeat("🎉/", 100));
        var encoded = Uri.EscapeDataString(name);
        await Given.Publish(name, name, name + "x", branch: name, tags: [name]);
        Assert.Equal(name, (string?)(await Given.Get($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}")).Json["name"]);
        var answer = await Given.Get($"/can-i-deploy?pacticipant={encoded}&version={encoded}&to={encoded}");
        Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, (int)answer.Json["summary"]!["unknown"]!));
        Assert.Single((await Given.Post($"/pacts/provider/{encoded}x/for-verification", new { consumerVersionSelectors = new[] { new { branch = name } } })).Json["_embedded"]!["pacts"]!.AsArray());
    }

    [Theory]
    [InlineData("/pacticipants/%20/versions/1/tags/x")]
    [InlineData("/pacticipants/Foo/versions/%20/tags/x")]
    [InlineData("/pacticipants/Foo/versions/1/tags/%20")]
    [InlineData("/pacticipants/%20/branches/x/versions/1")]
    [InlineData("/pacticipants/Foo/branches/x/versions/%20")]
    [InlineData("/pacticipants/Foo/labels/%20")]
    [InlineData("/pacticipants/Foo/versions/%20")]
    public async Task A_blank_name_makes_nothing(string url)
    {
        var answer = await Given.Put(url);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("cannot be blank", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await Given.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"":"x"}""", "'' is not the name of an HTTP header")]
    [InlineData("""{"a b":"x"}""", "'a b' is not the name of an HTTP header")]
    [InlineData("""{"a\nb":"x"}""", "'a\nb' is not the name of an HTTP header")]
    [InlineData("""{"a":"x\r\nb: c"}""", "a cannot contain multiple lines")]
    [InlineData("""{"a":null}""", "a must be a string")]
    [InlineData("""{"a":["x"]}""", "a must be a string")]
    public async Task A_header_that_cannot_be_sent_is_refused_when_the_webhook_is_made(string headers, string message)
    {
        var body = new JsonObject { ["request"] = new JsonObject { ["method"] = "POST", ["url"] = "https://example.org", ["headers"] = JsonNode.Parse(headers) } };
        var answer = await Given.Post("/webhooks", body.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(message, (string?)Assert.Single(answer.Json["errors"]!["request.headers"]!.AsArray()));
    }

    [Theory]
    [InlineData("""{"tags":1}""")]
    [InlineData("""{"tags":{"name":"x"}}""")]
    [InlineData("""{"_embedded":{"tags":"x"}}""")]
    public async Task Tags_of_a_version_are_a_list(string body)
    {
        var answer = await Given.Put("/pacticipants/Foo/versions/1", body);
        Assert.Equal((HttpStatusCode.BadRequest, """{"errors":{"tags":["must be an array"]}}"""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("/pacticipants?page=x&page=2&size=1", "page=1")]
    [InlineData("/pacticipants?page=2&size=x&size=1", "page=1")]
    public async Task Of_a_parameter_that_is_given_twice_the_last_counts(string url, string previous)
    {
        await Given.Publish("Foo", "1", "Bar");
        Assert.EndsWith(previous, (await Given.Get(url)).Link("previous"), StringComparison.Ordinal);
        var answer = await Given.Get("/can-i-deploy?pacticipant=Nope&pacticipant=Foo&version=1&environment=nope&environment=&to=x&to=prod");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("prod", (string)answer.Json["summary"]!["reason"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ignore[][version]=1")]
    [InlineData("ignore[][pacticipant]=")]
    [InlineData("ignore[][pacticipant]=Bar&ignore[][version]=1&ignore[][latest]=true")]
    public async Task What_is_wrong_with_can_i_deploy_is_keyed_by_parameter(string ignore)
    {
        await Given.Publish("Foo", "1", "Bar");
        var answer = await Given.Get($"/can-i-deploy?pacticipant=Foo&version=1&to=prod&{ignore}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Json["errors"]!["ignore"]!.AsArray());
    }

    [Theory]
    [InlineData("/matrix?q[][pacticipant]=%zz", 400)]
    [InlineData("/matrix?q[][pacticipant]=%ff", 400)]
    [InlineData("/can-i-deploy?pacticipant=%zz&version=1&to=x", 400)]
    [InlineData("/environments?name=%zz", 200)]
    [InlineData("/matrix/provider/%zz/consumer/Foo", 404)]
    [InlineData("/environments/%ff", 404)]
    public async Task A_broken_percent_sign_is_a_name_that_is_not_there(string url, int status)
    {
        var answer = await Given.Get(url);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(JsonValueKind.Object, answer.Json.GetValueKind());
    }
}

public sealed class BadInputOnSqliteTests(SqliteBroker db) : BadInputTests<SqliteBroker>(db);

public sealed class BadInputOnPostgresTests(PostgresBroker db) : BadInputTests<PostgresBroker>(db);

internal static class TooLongNames
{
    public static TheoryData<string, string, string> All => new()
    {
        { "POST", "/pacticipants", """{"name":"LONG"}""" },
        { "POST", "/environments", """{"name":"LONG","production":false}""" },
        { "PUT", "/environments/ENVIRONMENT", """{"name":"LONG","production":false}""" },
        { "POST", "/contracts/publish", Publish("LONG", "1") },
        { "POST", "/contracts/publish", Publish("Bar", "LONG") },
        { "POST", "/contracts/publish", Publish("Bar", "2", ",\"branch\":\"LONG\"") },
        { "POST", "/contracts/publish", Publish("Bar", "2", ",\"tags\":[\"LONG\"]") },
        { "PUT", "/pacticipants/Foo/versions/2", """{"tags":[{"name":"LONG"}]}""" },
        { "POST", "RESULTS", """{"success":true,"providerApplicationVersion":"LONG"}""" },
        { "POST", "/pacticipants/Foo/versions/1/deployed-versions/environment/ENVIRONMENT", """{"applicationInstance":"LONG"}""" },
    };

    private static string Publish(string provider, string version, string extra = "") => """
        {"pacticipantName":"Foo","pacticipantVersionNumber":"VERSION","contracts":[{"consumerName":"Foo","providerName":"PROVIDER","specification":"pact","contentType":"application/json","content":"e30="}]EXTRA}
        """.Replace("VERSION", version, StringComparison.Ordinal).Replace("PROVIDER", provider, StringComparison.Ordinal).Replace("EXTRA", extra, StringComparison.Ordinal);
}

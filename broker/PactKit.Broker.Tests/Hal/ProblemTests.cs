using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Hal;

public abstract class ProblemTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Contracts = """{"pacticipantName":"Foo","pacticipantVersionNumber":"1","contracts":[{"consumerName":"Foo","providerName":"Bar","specification":"pact","contentType":"","content":"e30="},3]}""";

    [Theory]
    [InlineData("/contracts/publish", Contracts, "/contracts/0", "contentType must be filled", "invalid-body-property-value")]
    [InlineData("/contracts/publish", Contracts, "/contracts/1", "must be a hash", "invalid-body-property-value")]
    [InlineData("/contracts/publish", """{"pacticipantName":"Foo","pacticipantVersionNumber":"1","tags":["a",""],"contracts":[{}]}""", "/tags/1", "must be filled", "invalid-body-property-value")]
    [InlineData("/environments", """{"name":"x"}""", "/production", "is missing", "missing-body-property")]
    [InlineData("/webhooks", """{"request":{"method":"POST"}}""", "/request/url", "is missing", "missing-body-property")]
    public async Task A_pointer_leads_to_the_place_in_the_body(string url, string body, string pointer, string detail, string type)
    {
        var answer = await Given.Send(HttpMethod.Post, url, body, accept: "application/hal+json, application/problem+json");
        var error = Assert.Single(answer.Json["errors"]!.AsArray(), item => (string?)item!["pointer"] == pointer)!;
        Assert.Equal((detail, "http://example.org/problems/" + type), ((string?)error["detail"], (string?)error["type"]));
    }

    [Fact]
    public async Task The_older_form_tells_the_place_with_words()
    {
        var errors = (await Given.Post("/contracts/publish", Contracts)).Json["errors"]!.AsObject();
        Assert.Equal(["contentType must be filled (at index 0)", "must be a hash (at index 1)"], errors["contracts"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task A_blank_name_is_not_also_a_wrong_one()
    {
        var body = TestData.PublishBody("Foo", "1", " ", TestData.Content("Foo", "Bar", "x"));
        var errors = (await Given.Post("/contracts/publish", body)).Json["errors"]!.AsObject();
        Assert.Equal(["providerName cannot be blank (at index 0)"], errors["contracts"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task The_log_of_a_publication_has_the_levels_of_its_notices()
    {
        var answer = (await Given.Publish("Foo", "1", "Bar")).Json;
        Assert.Equal(answer["notices"]!.AsArray().Select(notice => (string?)notice!["type"]), answer["logs"]!.AsArray().Select(log => (string?)log!["level"]));
    }
}

public sealed class ProblemOnSqliteTests(SqliteBroker db) : ProblemTests<SqliteBroker>(db);

public sealed class ProblemOnPostgresTests(PostgresBroker db) : ProblemTests<PostgresBroker>(db);

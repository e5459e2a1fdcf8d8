using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Pacts;

/// <summary>One pact in its several forms.</summary>
public abstract class RepresentationTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Url = "/pacts/provider/Bar/consumer/Foo/version/1";
    private const string Extended = "application/vnd.pactbrokerextended.v1+json";

    [Fact]
    public async Task The_extended_form_keeps_the_contract_apart()
    {
        await Given.Publish("Foo", "1", "Bar", tags: ["dev", "prod"]);
        var answer = await Given.Get(Url, Extended);
        Assert.Equal(Extended + ";charset=utf-8", answer.ContentType);
        Assert.Equal("1", (string?)answer.Json["contract"]!["interactions"]![0]!["description"]);
        Assert.Null(answer.Json["interactions"]);
        Assert.NotNull(answer.Json["createdAt"]);
        Assert.Equal(["dev", "prod"], answer.Json["_embedded"]!["tags"]!.AsArray().Select(tag => (string)tag!["name"]!));
        Assert.EndsWith(Url, answer.Link("self"), StringComparison.Ordinal);
        Assert.Equal("application/hal+json;charset=utf-8", (await Given.Get(Url, $"application/hal+json, {Extended}")).ContentType);
    }

    [Fact]
    public async Task The_extended_form_of_a_result_has_the_tags_of_the_provider_s_version()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 [live] ok Foo 1");
        var answer = await Given.Get(Url + "/verification-results/latest", Extended);
        Assert.Equal(Extended + ";charset=utf-8", answer.ContentType);
        Assert.Equal("live", (string?)answer.Json["_embedded"]!["tags"]![0]!["name"]);
        Assert.True((bool)answer.Json["success"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/latest")]
    public async Task A_pact_that_a_client_has_is_not_sent_again(string latest)
    {
        await Given.Publish("Foo", "1", "Bar");
        var url = latest.Length > 0 ? "/pacts/provider/Bar/consumer/Foo/latest" : Url;
        var first = await Given.Get(url);
        var tag = first.Headers["ETag"];
        Assert.Matches("^\"[0-9a-f]{40}\"$", tag);

        Assert.Equal((HttpStatusCode.NotModified, "", tag), await Conditional(url, tag));
        Assert.Equal(HttpStatusCode.OK, (await Conditional(url, "\"other\"")).Status);
        await Given.Put(url == Url ? Url : "/pacts/provider/Bar/consumer/Foo/version/2", TestData.Content("Foo", "Bar", "2"));
        await Given.Publish("Foo", "3", "Bar");
        Assert.Equal(url == Url ? HttpStatusCode.NotModified : HttpStatusCode.OK, (await Conditional(url, tag)).Status);
    }

    [Fact]
    public async Task The_tag_depends_on_who_asks_and_how()
    {
        await Given.Publish("Foo", "1", "Bar");
        var tags = new[] { await Given.Get(Url), await Given.Get(Url, "application/json"), await Given.Get("/pacts/provider/Bar/consumer/Foo/latest") }.Select(answer => answer.Headers["ETag"]);
        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task A_large_pact_comes_back_whole()
    {
        var text = new string('ü', 400_000);
        await Given.Publish("Foo", "1", "Bar", TestData.Content("Foo", "Bar", text));
        Assert.Equal(text, (string?)(await Given.Get(Url)).Json["interactions"]![0]!["description"]);
    }

    private async Task<(HttpStatusCode Status, string Text, string Tag)> Conditional(string url, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept", TestData.Hal);
        request.Headers.Add("If-None-Match", tag);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag!.Tag);
    }
}

public sealed class RepresentationOnSqliteTests(SqliteBroker db) : RepresentationTests<SqliteBroker>(db);

public sealed class RepresentationOnPostgresTests(PostgresBroker db) : RepresentationTests<PostgresBroker>(db);

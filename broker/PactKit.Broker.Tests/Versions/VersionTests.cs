using System.Net;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Versions;

public abstract class VersionTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Url = "/pacticipants/Foo/versions/1";

    [Theory]
    [InlineData("""{"tags":[{"name":"c"},{"name":"b"}]}""", "b c")]
    [InlineData("""{"_embedded":{"tags":[{"name":"c"}]}}""", "c")]
    [InlineData("""{"tags":[]}""", "")]
    [InlineData("""{}""", "a b")]
    public async Task Tags_in_the_body_replace_those_of_the_version(string body, string left)
    {
        await Given.Put(Url, """{"tags":[{"name":"a"},{"name":"b"}]}""");
        Assert.Equal(["a", "b"], Tags(await Given.Get(Url)));
        foreach (var answer in new[] { await Given.Put(Url, body), await Given.Patch(Url, body) })
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(left.Split(' ', StringSplitOptions.RemoveEmptyEntries), Tags(answer).Order());
        }
    }

    [Fact]
    public async Task Put_clears_the_build_url_and_a_merge_patch_keeps_it()
    {
        Assert.Equal(HttpStatusCode.Created, (await Given.Put(Url, """{"buildUrl":"http://build","branch":"ignored"}""")).Status);
        Assert.Equal("http://build", (string?)(await Given.Patch(Url, "{}")).Json["buildUrl"]);
        Assert.Null((await Given.Put(Url, "{}")).Json["buildUrl"]);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo/branches/ignored")).Status);
    }

    private static List<string> Tags(Answer answer) => answer.Json["_embedded"]!["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToList();
}

public sealed class VersionOnSqliteTests(SqliteBroker db) : VersionTests<SqliteBroker>(db);

public sealed class VersionOnPostgresTests(PostgresBroker db) : VersionTests<PostgresBroker>(db);

using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Environments;

public abstract class DeploymentTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private async Task<List<string>> Deployed(string query = "")
    {
        var uuid = await Given.Environment("test");
        var answer = await Given.Get($"/environments/{uuid}/deployed-versions/currently-deployed{query}");
        return answer.Json["_embedded"]!["deployedVersions"]!.AsArray().Select(d => (string)d!["_embedded"]!["version"]!["number"]!).ToList();
    }

    [Fact]
    public async Task A_slot_holds_one_version_and_instances_are_slots_of_their_own()
    {
        await Given.Version("Foo", "1");
        await Given.Version("Foo", "2");
        var first = await Given.Deploy("Foo", "1", "test");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((string?)first.Json["uuid"], (string?)(await Given.Deploy("Foo", "1", "test")).Json["uuid"]);
        await Given.Deploy("Foo", "1", "test", "blue");
        await Given.Deploy("Foo", "2", "test");
        Assert.Equal(["2", "1"], await Deployed());
        Assert.Equal(["1"], await Deployed("?applicationInstance=blue"));
        Assert.Equal(["2"], await Deployed("?target="));
        Assert.False((bool)(await Given.Get(first.Link("self"))).Json["currentlyDeployed"]!);
        await Given.Deploy("Foo", "1", "test");
        Assert.Equal(["1", "1"], await Deployed());
    }

    [Fact]
    public async Task Undeploying_twice_is_fine()
    {
        await Given.Version("Foo", "1");
        var url = (await Given.Deploy("Foo", "1", "test")).Link("self");
        Assert.False((bool)(await Given.Patch(url, new { currentlyDeployed = false })).Json["currentlyDeployed"]!);
        Assert.Equal(HttpStatusCode.OK, (await Given.Patch(url, new { currentlyDeployed = false })).Status);
        Assert.Empty(await Deployed());
    }

    [Fact]
    public async Task A_release_is_created_once_and_reopened_later()
    {
        await Given.Version("Foo", "1");
        var first = await Given.Release("Foo", "1", "test");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Release("Foo", "1", "test")).Status);
        var ended = await Given.Patch(first.Link("self"), new { currentlySupported = false });
        Assert.NotNull(ended.Json["supportEndedAt"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Patch(first.Link("self"), new { currentlySupported = true })).Status);
        Assert.True((bool)(await Given.Release("Foo", "1", "test")).Json["currentlySupported"]!);
    }

    [Fact]
    public async Task A_tag_named_like_an_environment_records_a_deployment()
    {
        await Given.Environment("test");
        await Given.Version("Foo", "1", null, "test");
        Assert.Equal(["1"], await Deployed());
    }

    [Fact]
    public async Task A_version_links_to_what_can_be_recorded()
    {
        await Given.Environment("test");
        await Given.Version("Foo", "1");
        var links = (await Given.Get("/pacticipants/Foo/versions/1")).Json["_links"]!;
        Assert.Equal("test", (string?)Assert.Single(links["pb:record-deployment"]!.AsArray())!["name"]);
        Assert.Equal("test", (string?)Assert.Single(links["pb:record-release"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task A_branch_head_is_what_was_added_last_until_it_is_deleted()
    {
        await Given.Version("Foo", "1", "main");
        await Given.Version("Foo", "2", "main");
        await Given.Version("Foo", "0");
        await Given.Version("Foo", "old");
        await Given.Put("/pacticipants/Foo/branches/main/versions/0");
        Assert.Equal("0", (string?)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]);
        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Foo/versions/0")).Status);
        Assert.Equal("2", (string?)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]);
        Assert.Equal("main", (string?)(await Given.Get("/pacticipants/Foo")).Json["mainBranch"]);
    }

    [Fact]
    public async Task A_first_tag_becomes_a_branch_only_while_the_version_is_young()
    {
        await Given.Version("Foo", "1", null, "feat");
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/branches/feat/versions/1")).Status);
        await Given.Version("Foo", "2");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(11));
        await Given.Version("Foo", "2", null, "late");
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo/branches/late")).Status);
    }

    [Fact]
    public async Task Verbs_have_their_oddities()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Put("/pacticipants/Foo", new { name = "Foo" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Patch("/pacticipants/Foo", new { mainBranch = "trunk", repository_url = "x" })).Status);
        var again = await Given.Post("/pacticipants", new { name = "Foo", mainBranch = "other" });
        Assert.Equal((HttpStatusCode.Created, "trunk"), (again.Status, (string?)again.Json["mainBranch"]));
        Assert.Equal("http://example.org/pacticipants/Foo", again.Headers["Location"]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Put("/pacticipants/Foo", new { }, "application/merge-patch+json")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Patch("/pacticipants/Foo/versions/1", new { }, "application/json")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Patch("/pacticipants/Foo", """{"mainBranch":null}""")).Status);
        Assert.Null((await Given.Get("/pacticipants/Foo")).Json["mainBranch"]);
        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Foo")).Status);
    }
}

public sealed class DeploymentOnSqliteTests(SqliteBroker db) : DeploymentTests<SqliteBroker>(db);

public sealed class DeploymentOnPostgresTests(PostgresBroker db) : DeploymentTests<PostgresBroker>(db);

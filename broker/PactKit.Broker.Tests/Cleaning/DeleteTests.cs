using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Cleaning;

/// <summary>What goes with something that is deleted, and what stays.</summary>
public abstract class DeleteTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Pair = "/pacts/provider/Bar/consumer/Foo";

    [Fact]
    public async Task With_a_version_go_its_pacts_tags_results_deployments_and_memberships()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 [prod] {main} -> Bar; Bar b1 ok Foo 1; Bar b1 ok Foo 2; Foo 2 deployed test; Foo 2 released prod");

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Foo/versions/2")).Status);

        await GoneAsync("/pacticipants/Foo/versions/2", $"{Pair}/version/2", "/pacticipants/Foo/versions/2/tags/prod", "/pacticipants/Foo/branches/main/versions/2", "/pacticipants/Foo/latest-version/prod");
        Assert.Equal("1", (string)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]!);
        Assert.Equal("1", (string)(await Given.Get($"{Pair}/latest")).Json["_links"]!["pb:consumer-version"]!["name"]!);
        Assert.Empty((await InAsync("test", "deployed-versions/currently-deployed"))["deployedVersions"]!.AsArray());
        Assert.Empty((await InAsync("prod", "released-versions/currently-supported"))["releasedVersions"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Bar/versions/b1")).Status);
        await GoneAsync($"{Pair}/version/1/verification-results/latest");
        Assert.Equal(HttpStatusCode.OK, (await Given.Get($"{Pair}/version/1")).Status);
    }

    [Fact]
    public async Task With_a_branch_goes_no_version()
    {
        await Given.TellAsync("Foo 1 {feat/x} -> Bar; Foo 2 {feat/x}");

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Foo/branches/feat%2Fx")).Status);

        await GoneAsync("/pacticipants/Foo/branches/feat%2Fx", "/pacticipants/Foo/branches/feat%2Fx/versions/1");
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Delete("/pacticipants/Foo/branches/feat%2Fx")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get($"{Pair}/version/1")).Status);
    }

    [Fact]
    public async Task A_version_taken_off_a_branch_gives_it_the_newest_of_the_others_as_head()
    {
        await Given.TellAsync("Foo 1 {main}; Foo 2 {main}; Foo 3 {main}");

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Foo/branches/main/versions/3")).Status);

        Assert.Equal("2", (string)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]!);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/versions/3")).Status);
    }

    [Fact]
    public async Task All_branches_go_but_the_main_one_and_those_excluded()
    {
        await Given.TellAsync("Foo 1 {main}; Foo 2 {a}; Foo 3 {b}; Foo 4 {keep}");

        Assert.Equal(HttpStatusCode.Accepted, (await Given.Delete("/pacticipants/Foo/branches?exclude[]=keep")).Status);

        for (var attempt = 0; attempt < 100 && (await BranchesAsync()).Count > 2; attempt++) await Task.Delay(50);
        Assert.Equal(["keep", "main"], (await BranchesAsync()).Order());
    }

    [Fact]
    public async Task A_deleted_pact_leaves_its_content_and_results_for_the_next_publication()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar b1 ok Foo 1");
        var content = TestData.Content("Foo", "Bar", "1");

        var deleted = await Given.Delete($"{Pair}/version/1");
        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Equal("http://example.org", deleted.Link("index"));
        await GoneAsync($"{Pair}/version/1", $"{Pair}/latest");

        await Given.Publish("Foo", "2", "Bar", content);
        Assert.True((bool)(await Given.Get($"{Pair}/version/2/verification-results/latest")).Json["success"]!);
    }

    [Theory]
    [InlineData("/branch/versions", "2 3")]
    [InlineData("/branch/feat", "1 3")]
    [InlineData("/branch/latest/versions", "1 2 3")]
    [InlineData("/tag/prod", "1 2")]
    [InlineData("/versions", "")]
    public async Task Of_a_list_of_pacts_only_what_it_lists_is_deleted(string list, string left)
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 {feat} -> Bar; Foo 3 [prod] -> Bar; Foo 4 {main}");

        Assert.True((int)(await Given.Delete(Pair + list)).Status is 200 or 204);

        var numbers = new List<string>();
        foreach (var number in new[] { "1", "2", "3" })
        {
            if ((await Given.Get($"{Pair}/version/{number}")).Status == HttpStatusCode.OK) numbers.Add(number);
        }

        Assert.Equal(left, string.Join(' ', numbers));
    }

    [Fact]
    public async Task With_a_pacticipant_goes_everything_that_was_its()
    {
        await Given.TellAsync("Foo 1 [prod] {main} -> Bar; Bar b1 ok Foo 1; Cat 1 -> Bar; Bar 2 -> Dog; Foo 1 deployed test");
        await Given.Put("/pacticipants/Bar/labels/ui");
        await TestData.Ok(Given.Put("/webhooks/0123456789abcdef0123", new
        {
            provider = new { name = "Bar" }, events = new[] { new { name = "contract_published" } }, request = new { method = "POST", url = "https://example.org/x" },
        }));

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/pacticipants/Bar")).Status);

        await GoneAsync("/pacticipants/Bar", $"{Pair}/latest", "/pacts/provider/Bar/consumer/Cat/latest", "/webhooks/0123456789abcdef0123");
        Assert.Empty((await Given.Get("/labels")).Json["_embedded"]!["labels"]!.AsArray());
        Assert.Empty((await Given.Get("/integrations")).Json["_embedded"]!["integrations"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/versions/1")).Status);
        Assert.Single((await InAsync("test", "deployed-versions/currently-deployed"))["deployedVersions"]!.AsArray());
    }

    [Fact]
    public async Task With_an_environment_go_its_deployments_and_releases()
    {
        await Given.TellAsync("Foo 1; Foo 1 deployed test; Foo 1 released test; Foo 1 deployed prod");
        var uuid = await Given.Environment("test");

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete("/environments/" + uuid)).Status);

        await GoneAsync("/environments/" + uuid);
        var links = (await Given.Get("/pacticipants/Foo/versions/1")).Json["_links"]!;
        Assert.Single(links["pb:deployed-environments"]!.AsArray());
        Assert.Empty(links["pb:released-environments"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_result_makes_the_one_before_it_count_again()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar b1 ok Foo 1");
        var failure = await Given.Verify("Foo", "1", "Bar", "b1", success: false);
        const string Question = "/matrix?q[][pacticipant]=Foo&q[][version]=1&q[][pacticipant]=Bar&q[][version]=b1&latestby=cvpv";
        Assert.False((bool)(await Given.Get(Question)).Json["summary"]!["deployable"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete(new Uri(failure.Headers["Location"]).AbsolutePath)).Status);

        Assert.True((bool)(await Given.Get(Question)).Json["summary"]!["deployable"]!);
    }

    private async Task GoneAsync(params string[] urls)
    {
        foreach (var url in urls) Assert.Equal((url, HttpStatusCode.NotFound), (url, (await Given.Get(url)).Status));
    }

    private async Task<List<string>> BranchesAsync() =>
        (await Given.Get("/pacticipants/Foo/branches")).Json["_embedded"]!["branches"]!.AsArray().Select(branch => (string)branch!["name"]!).ToList();

    private async Task<System.Text.Json.Nodes.JsonNode> InAsync(string environment, string list) =>
        (await Given.Get($"/environments/{await Given.Environment(environment)}/{list}")).Json["_embedded"]!;
}

public sealed class DeleteOnSqliteTests(SqliteBroker db) : DeleteTests<SqliteBroker>(db);

public sealed class DeleteOnPostgresTests(PostgresBroker db) : DeleteTests<PostgresBroker>(db);

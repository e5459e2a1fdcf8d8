using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Pacts;

public abstract class PublishTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Pact = "/pacts/provider/Bar/consumer/Foo/version/1";

    private static List<(string Type, string Text)> Notices(Answer answer) =>
        answer.Json["notices"]!.AsArray().Select(notice => ((string)notice!["type"]!, (string)notice["text"]!)).ToList();

    [Fact]
    public async Task The_first_publication_says_what_was_made_and_what_to_do_next()
    {
        var answer = await Given.Publish("Foo", "1", "Bar", branch: "feat/x", tags: ["feat/x"]);
        var notices = Notices(answer);
        Assert.Equal(("debug", "Created Foo version 1 with branch feat/x and tags feat/x"), notices[0]);
        Assert.Equal(["debug", "success", "debug", "debug", "prompt", "prompt", "prompt"], notices.Select(notice => notice.Type));
        Assert.Equal(notices.Count, answer.Json["logs"]!.AsArray().Count);
        Assert.Equal("http://example.org/pacticipants/Foo/versions/1/tags/feat%2Fx", (string?)answer.Json["_links"]!["pb:pacticipant-version-tags"]![0]!["href"]);
        Assert.Equal("http://example.org" + Pact, (string?)answer.Json["_links"]!["pb:contracts"]![0]!["href"]);
    }

    [Fact]
    public async Task Without_a_branch_the_next_step_is_to_configure_one()
    {
        var notices = Notices(await Given.Publish("Foo", "1", "Bar"));
        Assert.Equal("prompt", notices[1].Type);
        Assert.Contains("branch", notices[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_content_of_a_version_is_a_conflict_and_nothing_is_written()
    {
        await Given.Publish("Foo", "1", "Bar");
        foreach (var onConflict in new[] { null, "merge", "overwrite" })
        {
            var body = TestData.PublishBody("Foo", "1", "Bar", TestData.Content("Foo", "Bar", "other"), "late", onConflict: onConflict);
            var answer = await Given.Post("/contracts/publish", body);
            Assert.Equal((HttpStatusCode.Conflict, "application/json;charset=utf-8"), (answer.Status, answer.ContentType));
            Assert.Equal(["error", "info"], Notices(answer).Select(notice => notice.Type));
            Assert.Contains("+      \"description\": \"other\"", Notices(answer)[1].Text, StringComparison.Ordinal);
            Assert.Single(answer.Json["errors"]!["contracts"]!.AsArray());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo/branches/late")).Status);
    }

    [Fact]
    public async Task The_same_content_again_is_no_conflict()
    {
        await Given.Publish("Foo", "1", "Bar");
        var answer = await Given.Publish("Foo", "1", "Bar", branch: "main");
        Assert.Equal("Updated Foo version 1 with branch main", Notices(answer)[0].Text);
        Assert.Contains("nothing changed", Notices(answer)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_much_like_another_is_a_conflict()
    {
        await Given.Publish("Foo", "1", "Account Service");
        var answer = await Given.Post("/contracts/publish", TestData.PublishBody("Foo", "2", "accounts", TestData.Content("Foo", "accounts", "x")));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("* Account Service", Notices(answer)[0].Text, StringComparison.Ordinal);

        var put = await Given.Put("/pacts/provider/accounts/consumer/Foo/version/2", TestData.Content("Foo", "accounts", "x"));
        Assert.Equal((HttpStatusCode.Conflict, "text/plain;charset=utf-8"), (put.Status, put.ContentType));
    }

    [Theory]
    [InlineData("YWJj\nZA==")]
    [InlineData("***")]
    [InlineData("e30")]
    public async Task Base64_is_read_strictly(string content)
    {
        var body = """{"pacticipantName":"Foo","pacticipantVersionNumber":"1","contracts":[{"consumerName":"Foo","providerName":"Bar","specification":"pact","contentType":"application/json","content":"CONTENT"}]}"""
            .Replace("CONTENT", content.Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var answer = await Given.Post("/contracts/publish", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("content is not valid Base64 (at index 0)", (string?)answer.Json["errors"]!["contracts"]![0]);
    }

    [Fact]
    public async Task A_missing_version_number_is_said_so()
    {
        var answer = await Given.Post("/contracts/publish", """{"pacticipantName":"Foo","contracts":[{"consumerName":"Foo","providerName":"Bar","specification":"pact","contentType":"application/json","content":"e30="}]}""");
        Assert.Equal("""{"errors":{"pacticipantVersionNumber":["is missing"]}}""", answer.Text);
    }

    [Fact]
    public async Task Names_in_the_content_must_be_those_outside()
    {
        var answer = await Given.Post("/contracts/publish", TestData.PublishBody("Foo", "1", "Bar", TestData.Content("Foo", "Baz", "x")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var put = await Given.Put(Pact, TestData.Content("Foo", "Baz", "x"));
        Assert.NotNull(put.Json["errors"]!["provider.name"]);
    }

    [Fact]
    public async Task Put_creates_repeats_and_refuses()
    {
        var content = TestData.Content("Foo", "Bar", "x");
        Assert.Equal(HttpStatusCode.Created, (await Given.Put(Pact, content)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Given.Put(Pact, content)).Status);
        var refused = await Given.Put(Pact, TestData.Content("Foo", "Bar", "y"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.NotNull(refused.Json["error"]);
    }

    [Fact]
    public async Task Patch_merges_interactions_and_refuses_other_requests()
    {
        const string Same = """{"interactions":[{"description":"x","request":{"method":"POST","path":"/"},"response":{"status":200}}]}""";
        await Given.Put(Pact, TestData.Content("Foo", "Bar", "x"));
        var merged = await Given.Patch(Pact, TestData.Content("Foo", "Bar", "y"), "application/json");
        Assert.Equal((HttpStatusCode.OK, 2), (merged.Status, merged.Json["interactions"]!.AsArray().Count));
        var conflict = await Given.Patch(Pact, Same, "application/json");
        Assert.Equal((HttpStatusCode.Conflict, ""), (conflict.Status, conflict.Text));
    }

    [Fact]
    public async Task Deleting_a_pact_tells_the_way_back_and_keeps_its_results()
    {
        await Given.Publish("Foo", "1", "Bar");
        await Given.Verify("Foo", "1", "Bar", "b1", success: true);
        var deleted = await Given.Delete(Pact);
        Assert.Equal((HttpStatusCode.OK, "http://example.org"), (deleted.Status, deleted.Link("index")));
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get(Pact)).Status);
        await Given.Publish("Foo", "1", "Bar");
        Assert.True((bool)(await Given.Get("/matrix?q[][pacticipant]=Foo&q[][version]=1&q[][pacticipant]=Bar&latestby=cvpv")).Json["summary"]!["deployable"]!);
    }

    [Fact]
    public async Task The_latest_pact_names_its_version_in_a_header()
    {
        await Given.Publish("Foo", "1", "Bar", tags: ["prod"]);
        await Given.Publish("Foo", "2", "Bar", branch: "main");
        Assert.Equal("2", (await Given.Get("/pacts/provider/Bar/consumer/Foo/latest")).Headers["X-Pact-Consumer-Version"]);
        Assert.Equal("1", (await Given.Get("/pacts/provider/Bar/consumer/Foo/latest/prod")).Headers["X-Pact-Consumer-Version"]);
        Assert.False((await Given.Get(Pact)).Headers.ContainsKey("X-Pact-Consumer-Version"));
    }

    [Fact]
    public async Task A_browser_gets_a_page_and_names_are_encoded()
    {
        await Given.Publish("<script>Foo", "1", "Bar");
        foreach (var url in new[] { "/", "/pacts/provider/Bar/consumer/%3Cscript%3EFoo/version/1", "/pacticipants/%3Cscript%3EFoo", "/matrix?q[][pacticipant]=%3Cscript%3EFoo" })
        {
            var page = await Given.Get(url, "text/html,application/xhtml+xml,*/*;q=0.8");
            Assert.Equal((HttpStatusCode.OK, "text/html;charset=utf-8"), (page.Status, page.ContentType));
            Assert.Contains("&lt;script&gt;Foo", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Publishing_in_parallel_ends_in_one_head()
    {
        await Given.Publish("Foo", "0", "Bar", branch: "main");
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Given.Publish("Foo", $"{i % 10}", "Bar", TestData.Content("Foo", "Bar", $"{i % 10}"), branch: i % 10 == 0 ? null : "main").ContinueWith(t => t.IsCompletedSuccessfully, TaskScheduler.Default)));
        Assert.True(answers.Count(succeeded => succeeded) >= 18);
        var pacts = (await Given.Post("/pacts/provider/Bar/for-verification", """{"consumerVersionSelectors":[{"mainBranch":true}]}""")).Json["_embedded"]!["pacts"]!.AsArray();
        Assert.Single(pacts);
    }
}

public sealed class PublishOnSqliteTests(SqliteBroker db) : PublishTests<SqliteBroker>(db);

public sealed class PublishOnPostgresTests(PostgresBroker db) : PublishTests<PostgresBroker>(db);

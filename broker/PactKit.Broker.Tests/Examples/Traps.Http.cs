using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Examples;

/// <summary>The traps of the wire: types, errors, hashing, publishing, verbs and links.</summary>
public abstract partial class Traps<TDb>
{
    [Fact]
    public async Task Trap_06_whatever_the_verifier_puts_or_posts_is_answered_with_json_and_the_exact_type()
    {
        await Given.Publish("Foo", "1", "Bar");
        var results = (await Given.Get(Pair + "/version/1")).Link("pb:publish-verification-results");
        foreach (var send in new Func<Task<Answer>>[]
        {
            () => Given.Put("/pacticipants/Bar/branches/main/versions/2", "{}"), () => Given.Put("/pacticipants/Bar/versions/2/tags/prod", "{}"), () => Given.PublishResult(results, "2", true),
        })
        {
            foreach (var answer in new[] { await send(), await send() })
            {
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text);
                Assert.Equal(HalUtf8, answer.ContentType);
                Assert.NotNull(answer.Json["_links"]!["self"]);
            }
        }
    }

    [Fact]
    public async Task Trap_07_every_kind_of_refusal_has_its_own_shape()
    {
        await Given.TellAsync("Foo 1 -> Bar");
        const string Both = "application/hal+json, application/problem+json";
        Assert.Equal(JsonValueKind.Object, (await Given.Post("/environments", "{}")).Json["errors"]!.GetValueKind());
        Assert.Equal(JsonValueKind.Array, (await Given.Get("/matrix?q[][version]=1")).Json["errors"]!.GetValueKind());
        Assert.Equal(JsonValueKind.String, (await Given.Get("/pacticipants/Nope")).Json["error"]!.GetValueKind());
        Assert.Contains("/problems/", (string)(await Given.Send(HttpMethod.Post, "/environments", "{}", accept: Both)).Json["type"]!, StringComparison.Ordinal);
        Assert.Contains("/problem/", (string)(await Given.Get("/pacticipants/Nope", Both)).Json["type"]!, StringComparison.Ordinal);
        var conflict = await Given.Send(HttpMethod.Put, Pair + "/version/1", TestData.Content("Foo", "Bar", "other"), accept: Both);
        Assert.Equal((HttpStatusCode.Conflict, 500), (conflict.Status, (int)conflict.Json["status"]!));
        var broken = await Given.Send(HttpMethod.Post, "/environments", "{", accept: Both);
        Assert.Equal((HttpStatusCode.BadRequest, 500), (broken.Status, (int)broken.Json["status"]!));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ""), await StatusAndText(Given.Put("/pacticipants/Foo/versions/1/tags/a", "x", "text/plain")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, ""), await StatusAndText(Given.Delete("/pacts/latest")));
    }

    [Fact]
    public async Task Trap_07_validation_comes_before_existence()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Given.Put("/pacticipants/Nope", """{"mainBranch":" "}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Given.Post(Pair + "/pact-version/abc/verification-results", "{}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Given.Post("/webhooks/provider/Nope/consumer/Nope", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Put("/environments/nope", "{}")).Status);
    }

    [Fact]
    public async Task Trap_08_equal_contents_have_one_sha_and_the_text_that_came_first()
    {
        await Given.Publish("Foo", "1", "Bar", """{"consumer":{"name":"Foo"},"interactions":[{"description":"a"},{"description":"b","n":1.10}],"metadata":{"pactSpecification":{"version":"2.0.0"},"tool":"one"}}""");
        await Given.Publish("Foo", "2", "Bar", """{"metadata":{"pact-specification":{"version":"2.0.0"},"tool":"two"},"interactions":[{"n":1.1,"description":"b"},{"description":"a"}]}""");
        await Given.Publish("Foo", "3", "Bar", """{"interactions":[{"description":"a"},{"description":"b","n":1.1}],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""");
        var (one, two, three) = (await Given.Get(Pair + "/version/1"), await Given.Get(Pair + "/version/2"), await Given.Get(Pair + "/version/3"));
        Assert.Equal(one.Link("pb:pact-version"), two.Link("pb:pact-version"));
        Assert.NotEqual(one.Link("pb:pact-version"), three.Link("pb:pact-version"));
        Assert.Equal("one", (string?)two.Json["metadata"]!["tool"]);
        Assert.All(two.Json["interactions"]!.AsArray(), interaction => Assert.Matches("^[0-9a-f]{40}$", (string)interaction!["_id"]!));
    }

    [Fact]
    public async Task Trap_09_results_belong_to_the_content_and_are_numbered_for_all()
    {
        await Given.TellAsync("Foo 1 -> Bar; Cat 1 -> Bar");
        var first = await Given.Verify("Foo", "1", "Bar", "b1", success: true);
        var second = await Given.Verify("Cat", "1", "Bar", "b1", success: true);
        static long Number(Answer answer) => long.Parse(answer.Link("self").Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Number(second) > Number(first));
        await Given.Publish("Foo", "2", "Bar", TestData.Content("Foo", "Bar", "1"));
        Assert.True(await Deployable("q[][pacticipant]=Foo&q[][version]=2&q[][pacticipant]=Bar&latestby=cvpv"));
    }

    [Fact]
    public async Task Trap_09_how_a_pact_was_chosen_travels_in_its_urls()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar");
        var self = (string)(await Ask(new { consumerVersionSelectors = new[] { new { mainBranch = true } } }))[0]!["_links"]!["self"]!["href"]!;
        var results = (await Given.Get(self)).Link("pb:publish-verification-results");
        Assert.Equal(self + "/verification-results", results);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get(self[..self.LastIndexOf('/')] + "/garbage%21%21")).Status);
    }

    [Fact]
    public async Task Trap_10_publishing_is_200_and_refuses_changed_content_even_to_merge()
    {
        var first = await Given.Publish("Foo", "1", "Bar", branch: "main");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var merge = await Given.Post("/contracts/publish", TestData.PublishBody("Foo", "1", "Bar", TestData.Content("Foo", "Bar", "other"), onConflict: "merge"));
        Assert.Equal(HttpStatusCode.Conflict, merge.Status);
        Assert.NotEmpty(first.Json["logs"]!.AsArray());
        Assert.Equal(["debug", "success", "debug", "debug", "prompt", "prompt", "prompt"], first.Json["notices"]!.AsArray().Select(notice => (string)notice!["type"]!));
    }

    [Fact]
    public async Task Trap_10_with_permission_content_is_merged_or_replaced()
    {
        await using var broker = await Fixture.WithAsync(("ALLOW_DANGEROUS_CONTRACT_MODIFICATION", "true"));
        await Given.Publish("Foo", "1", "Bar");
        var merged = await broker.Given.Post("/contracts/publish", TestData.PublishBody("Foo", "1", "Bar", TestData.Content("Foo", "Bar", "other"), onConflict: "merge"));
        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal(2, (await Given.Get(Pair + "/version/1")).Json["interactions"]!.AsArray().Count);
        var replaced = await broker.Given.Publish("Foo", "1", "Bar", TestData.Content("Foo", "Bar", "third"));
        Assert.Equal("warning", (string?)replaced.Json["notices"]![2]!["type"]);
        Assert.Single((await Given.Get(Pair + "/version/1")).Json["interactions"]!.AsArray());
    }

    [Fact]
    public async Task Trap_11_similar_names_are_refused_where_pacts_are_published_and_nowhere_else()
    {
        await Given.Publish("Foo", "1", "Account Service");
        Assert.Equal((HttpStatusCode.Conflict, "text/plain;charset=utf-8"), await StatusAndType(Given.Put("/pacts/provider/accounts/consumer/Foo/version/2", TestData.Content("Foo", "accounts", "x"))));
        var published = await Given.Post("/contracts/publish", TestData.PublishBody("Foo", "2", "AccountApi", TestData.Content("Foo", "AccountApi", "x")));
        Assert.Equal((HttpStatusCode.Conflict, "error"), (published.Status, (string?)published.Json["notices"]![0]!["type"]));
        Assert.Equal(HttpStatusCode.Created, (await Given.Post("/pacticipants", new { name = "accounts" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put("/pacticipants/account-api/versions/1/tags/x")).Status);
        await using var broker = await Fixture.WithAsync(("CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES", "false"));
        Assert.Equal(HttpStatusCode.Created, (await broker.Given.Put("/pacts/provider/Accounts/consumer/Foo/version/3", TestData.Content("Foo", "Accounts", "x"))).Status);
    }

    [Fact]
    public async Task Trap_12_the_head_of_a_branch_is_what_was_added_last()
    {
        await Given.TellAsync("Foo 1; Foo 2 {main}; Foo 1 {main}");
        Assert.Equal("1", (string?)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]);
        await Given.Version("Foo", "2", "main");
        Assert.Equal("1", (string?)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]);
        await Given.Delete("/pacticipants/Foo/branches/main/versions/1");
        Assert.Equal("2", (string?)(await Given.Get("/pacticipants/Foo/branches/main/latest-version")).Json["number"]);
    }

    [Fact]
    public async Task Trap_12_a_first_tag_becomes_a_branch_within_ten_seconds()
    {
        await Given.TellAsync("Foo 1 [feat]; Foo 2");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(11));
        await Given.TellAsync("Foo 2 [late]; Foo 3 {main}; Foo 3 [third]");
        Assert.Equal(["feat", "main"], (await Given.Get("/pacticipants/Foo/branches")).Json["_embedded"]!["branches"]!.AsArray().Select(branch => (string)branch!["name"]!).Order());
        await using var broker = await Fixture.WithAsync(("USE_FIRST_TAG_AS_BRANCH", "false"));
        await broker.Given.Version("Foo", "4", null, "fourth");
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo/branches/fourth")).Status);
    }

    [Fact]
    public async Task Trap_12_the_main_branch_is_found_and_a_tag_called_like_an_environment_records_a_deployment()
    {
        await Given.TellAsync("env test; Foo 1 {feat}; Foo 2 {master}; Foo 3 {main}; Foo 3 [test]");
        Assert.Equal("master", (string?)(await Given.Get("/pacticipants/Foo")).Json["mainBranch"]);
        var environment = await Given.Environment("test");
        var deployed = Assert.Single((await Given.Get($"/environments/{environment}/deployed-versions/currently-deployed")).Json["_embedded"]!["deployedVersions"]!.AsArray())!;
        Assert.Equal("3", (string?)deployed["_embedded"]!["version"]!["number"]);
        Assert.Null(deployed["applicationInstance"]);
    }

    [Fact]
    public async Task Trap_13_a_slot_holds_one_version_and_recording_is_always_created()
    {
        await Given.TellAsync("Foo 1; Foo 2");
        var (one, again) = (await Given.Deploy("Foo", "1", "test"), await Given.Deploy("Foo", "1", "test"));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, one.Link("self")), (one.Status, again.Status, again.Link("self")));
        await Given.Deploy("Foo", "1", "test", "blue");
        await Given.Deploy("Foo", "2", "test");
        Assert.False((bool)(await Given.Get(one.Link("self"))).Json["currentlyDeployed"]!);
        var current = (await Given.Get($"/environments/{await Given.Environment("test")}/deployed-versions/currently-deployed")).Json["_embedded"]!["deployedVersions"]!.AsArray();
        Assert.Equal(["2", "1 blue"], current.Select(item => $"{item!["_embedded"]!["version"]!["number"]} {item["applicationInstance"]}".Trim()));
    }

    [Fact]
    public async Task Trap_13_a_release_is_created_once_and_reopened_afterwards()
    {
        await Given.TellAsync("Foo 1");
        var released = await Given.Release("Foo", "1", "test");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (released.Status, (await Given.Release("Foo", "1", "test")).Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Patch(released.Link("self"), new { currentlySupported = true })).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Patch(released.Link("self"), new { currentlySupported = false }, "application/json")).Status);
        Assert.False((bool)(await Given.Patch(released.Link("self"), new { currentlySupported = false })).Json["currentlySupported"]!);
        await Given.Release("Foo", "1", "test");
        Assert.True((bool)(await Given.Get(released.Link("self"))).Json["currentlySupported"]!);
    }

    [Fact]
    public async Task Trap_14_verbs_are_as_odd_as_ever()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Put("/pacticipants/Foo", "{}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Patch("/pacticipants/Foo", new { mainBranch = "main" })).Status);
        var again = await Given.Post("/pacticipants", new { name = "Foo", mainBranch = "other" });
        Assert.Equal((HttpStatusCode.Created, "main"), (again.Status, (string?)again.Json["mainBranch"]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Put("/pacticipants/Foo", "{}", "application/merge-patch+json")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Patch("/pacticipants/Foo/versions/1", "{}", "application/json")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put("/pacticipants/Foo/versions/9", "")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put("/pacticipants/Foo/versions/1/tags/x", "")).Status);
        Assert.Equal("1", (string?)(await Given.Get("/pacticipants/Foo/latest-version")).Json["number"]);
        await Given.Publish("Foo", "1", "Bar");
        Assert.Equal(HttpStatusCode.OK, (await Given.Delete(Pair + "/version/1")).Status);
    }

    [Fact]
    public async Task Trap_15_plural_relations_are_lists_and_names_are_encoded_whole()
    {
        await Given.TellAsync("env test");
        await Given.Publish("a/b c", "1/2", "Bar", TestData.Content("a/b c", "Bar", "x"), "feat/x");
        var version = await Given.Get("/pacticipants/a%2Fb%20c/versions/1%2F2");
        foreach (var rel in new[] { "pb:pact-versions", "pb:deployed-environments", "pb:released-environments", "pb:record-deployment", "pb:record-release" })
            Assert.Equal(JsonValueKind.Array, version.Json["_links"]![rel]!.GetValueKind());
        Assert.EndsWith("/consumer/a%2Fb%20c/version/1%2F2", (string)version.Json["_links"]!["pb:pact-versions"]![0]!["href"]!, StringComparison.Ordinal);
        var pacticipant = (await Given.Get("/pacticipants/a%2Fb%20c")).Json;
        Assert.True((bool)pacticipant["_links"]!["pb:branch-version"]!["templated"]!);
        Assert.NotNull(pacticipant["_embedded"]!["latest-version"]);
        var provider = (await Given.Get("/pacts/provider/Bar/latest")).Json["_links"]!;
        Assert.Equal(provider["pb:pacts"]!.ToJsonString(), provider["pacts"]!.ToJsonString());
        Assert.NotNull((await Given.Get("/pacticipants")).Json["pacticipants"]![0]!["name"]);
        Assert.Empty((await Given.Get("/pacts/provider/Bar/provider-states/environment/test")).Json["providerStates"]!.AsArray());
    }

    [Fact]
    public async Task Trap_16_a_fallback_tag_is_for_when_nobody_has_the_tag()
    {
        await Given.TellAsync("Foo 1 [dev] -> Bar; Cat 1 [feat] -> Bar");
        static object Selectors(object selector) => new { consumerVersionSelectors = new[] { selector } };
        Assert.Single(await Ask(Selectors(new { tag = "feat", latest = true, fallbackTag = "dev" })));
        Assert.Single(await Ask(Selectors(new { tag = "feat", latest = true, fallbackTag = "dev", consumer = "Foo" })));
        Assert.Empty(await Ask(Selectors(new { tag = "none", latest = true, fallbackTag = "dev", consumer = "Cat" })));
    }

    [Fact]
    public async Task Trap_16_some_resources_are_no_json_by_default_and_suffixes_choose_the_type()
    {
        await Given.TellAsync("Foo 1 -> Bar");
        Assert.Equal("text/vnd.graphviz;charset=utf-8", (await Given.Get("/integrations", "*/*")).ContentType);
        Assert.Equal(HalUtf8, (await Given.Get("/integrations.json", "*/*")).ContentType);
        Assert.Equal("text/csv;charset=utf-8", (await Given.Get("/groups/Foo.csv", "text/html")).ContentType);
        Assert.StartsWith("image/svg+xml", (await Given.Get(Pair + "/latest/badge.svg", "text/html")).ContentType, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string)> StatusAndText(Task<Answer> sending) => await sending is var answer ? (answer.Status, answer.Text) : default;

    private static async Task<(HttpStatusCode, string?)> StatusAndType(Task<Answer> sending) => await sending is var answer ? (answer.Status, answer.ContentType) : default;
}

using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Matrix;

public abstract class DecisionTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Graph = "Foo 1 -> Bar; Bar 10 ok Foo 1; Foo 2 {main} -> Bar; Bar 20 fail Foo 2; Foo 3 {main} -> Bar; Foo 3 -> Baz; Baz 30 ok Foo 3; Baz 30 deployed production";

    [Theory]
    [MemberData(nameof(DecisionTable.Rows), MemberType = typeof(DecisionTable))]
    public async Task The_decision_is_the_known_one(string row, string story, string query, bool? deployable)
    {
        await Given.TellAsync(story);

        var answer = await Given.Get(DecisionTable.Url(query));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(deployable == (bool?)answer.Json["summary"]!["deployable"], $"{row}: {answer.Text}");
    }

    [Theory]
    [InlineData("q[][pacticipant]=Foo&q[][version]=1&latestby=cvpv&latest=true", 0, 0, 1, null, "warning,error")]
    [InlineData("q[][pacticipant]=Foo&q[][version]=1&latestby=cvpv&environment=production", 0, 0, 1, null, "error")]
    [InlineData("q[][pacticipant]=Foo&q[][version]=2&latestby=cvpv&mainBranch=true", 0, 0, 1, null, "error")]
    [InlineData("q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cvpv", 1, 1, 1, null, "error,error")]
    [InlineData("q[]pacticipant=Foo&q[]version=1&q[]pacticipant=Bar&q[]version=10&latestby=cvpv", 1, 0, 0, true, "success")]
    [InlineData("q%5B%5D%5Bpacticipant%5D=Foo&q%5B%5D%5Bversion%5D=1&q%5B%5D%5Bpacticipant%5D=Bar&latestby=cvpv", 1, 0, 0, true, "success")]
    [InlineData("q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cvpv&success=true", 1, 0, 0, true, "success")]
    [InlineData("q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cvpv&limit=1", 0, 0, 1, null, "error")]
    public async Task A_plain_matrix_query_counts(string query, int success, int failed, int unknown, bool? deployable, string notices)
    {
        await Given.TellAsync(Graph);

        var json = (await Given.Get("/matrix?" + query)).Json;

        Assert.Equal((success, failed, unknown), ((int)json["summary"]!["success"]!, (int)json["summary"]!["failed"]!, (int)json["summary"]!["unknown"]!));
        Assert.Equal(deployable, (bool?)json["summary"]!["deployable"]);
        Assert.Equal(notices, string.Join(',', json["notices"]!.AsArray().Select(notice => (string)notice!["type"]!)));
    }

    [Theory]
    [InlineData("Foo 1 -> Bar; Bar 10 ok Foo 1; Foo 2 -> Bar", "2 -")]
    [InlineData("Foo 1 -> Bar; Foo 2 -> Bar; Bar 10 ok Foo 2", "2 10")]
    [InlineData("Foo 1 -> Bar; Foo 2 -> Bar; Bar 10 ok Foo 2; Bar 11 ok Foo 1", "1 11")]
    public async Task Of_a_group_the_newest_provider_version_stays_unless_the_first_row_has_none(string story, string expected)
    {
        await Given.TellAsync(story);
        var row = Assert.Single((await Given.Get("/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cp")).Json["matrix"]!.AsArray())!;
        Assert.Equal(expected, $"{row["consumer"]!["version"]!["number"]} {row["provider"]!["version"]?["number"] ?? "-"}");
    }

    [Theory]
    [InlineData("q[][pacticipant]=Foo&q[][branch]=main&latestby=cvpv", true, 0)]
    [InlineData("q[][pacticipant]=Foo&q[][branch]=main&q[][latest]=true&latestby=cvpv", null, 1)]
    [InlineData("q[][pacticipant]=Foo&q[][branch]=main&latestby=cvpv&environment=production", null, 2)]
    public async Task One_selector_that_means_several_versions_asks_what_is_between_them(string query, bool? deployable, int unknown)
    {
        await Given.TellAsync(Graph);
        var summary = (await Given.Get("/matrix?" + query)).Json["summary"]!;
        Assert.Equal((deployable, unknown), ((bool?)summary["deployable"], (int)summary["unknown"]!));
    }

    [Theory]
    [InlineData("ignore[][pacticipant]=Foo&ignore[][version]=99", false)]
    [InlineData("ignore[][pacticipant]=Foo", true)]
    public async Task A_specified_version_that_does_not_exist_is_ignored_only_with_its_pacticipant(string ignore, bool deployable)
    {
        await Given.TellAsync(Graph);
        var summary = (await Given.Get($"/matrix?q[][pacticipant]=Foo&q[][version]=99&latestby=cvp&environment=production&{ignore}")).Json["summary"]!;
        Assert.Equal(deployable, (bool?)summary["deployable"]);
    }

    [Fact]
    public async Task Rows_are_sorted_by_name_with_upper_case_first()
    {
        await Given.TellAsync("app 1 -> Bar; Zoo 1 -> Bar; Foo 1 -> quux; Foo 1 -> Zed");
        var rows = (await Given.Get("/matrix?q[][pacticipant]=app&q[][pacticipant]=Zoo&q[][pacticipant]=Foo&q[][pacticipant]=Bar&q[][pacticipant]=quux&q[][pacticipant]=Zed")).Json["matrix"]!.AsArray();
        Assert.Equal(["Foo Zed", "Foo quux", "Zoo Bar", "app Bar"], rows.Select(row => $"{row!["consumer"]!["name"]} {row["provider"]!["name"]}"));
    }

    [Fact]
    public async Task Publishing_a_verified_content_again_is_its_last_activity()
    {
        await Given.Publish("Foo", "1", "Bar", content: TestData.Content("Foo", "Bar", "same"));
        await Given.Verify("Foo", "1", "Bar", "10", success: true);
        await Given.Publish("Foo", "2", "Bar", content: TestData.Content("Foo", "Bar", "other"));
        await Given.Publish("Foo", "3", "Bar", content: TestData.Content("Foo", "Bar", "same"));
        var row = Assert.Single((await Given.Get("/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cp")).Json["matrix"]!.AsArray())!;
        Assert.Equal("10", (string?)row["provider"]!["version"]!["number"]);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 1)]
    [InlineData("", 1)]
    [InlineData("maybe", 1)]
    [InlineData("true&success[]=false", 2)]
    public async Task The_success_filter_takes_anything_but_true_and_blank_for_false(string value, int rows)
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 1 ok Foo 1; Foo 2 -> Bar; Bar 2 fail Foo 2; Foo 3 -> Bar");
        Assert.Equal(rows, (await Given.Get("/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar&latestby=cvpv&success[]=" + value)).Json["matrix"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_matrix_of_a_pair_has_its_own_address()
    {
        await Given.TellAsync(Graph);
        var summary = (await Given.Get("/matrix/provider/Bar/consumer/Foo")).Json["summary"]!;
        Assert.Equal((1, 1, 1), ((int)summary["success"]!, (int)summary["failed"]!, (int)summary["unknown"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/matrix/provider/Nope/consumer/Foo")).Status);
    }

    [Fact]
    public async Task Two_selected_pairs_without_any_row_are_unknown_each()
    {
        await Given.TellAsync("Foo 1 -> Bar; Foo 1 -> Baz");
        var summary = (await Given.Get(DecisionTable.Url("Foo 1 | latest=true&tag=prod&latestby=cvp"))).Json["summary"]!;
        Assert.Equal(2, (int)summary["unknown"]!);
    }

    [Fact]
    public async Task Exactly_one_reason_is_given_for_one_missing_result()
    {
        await Given.TellAsync("Foo 1 [prod] -> Bar; Bar 2 ok Foo 1; Cat 20 [prod] -> Bar");
        var json = (await Given.Get(DecisionTable.Url("Bar 2 | latest=true&tag=prod&latestby=cvp"))).Json;
        var error = Assert.Single(json["notices"]!.AsArray());
        Assert.Contains("Cat", (string)error!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignoring_an_unknown_pacticipant_warns()
    {
        await Given.TellAsync("Foo 1 -> NotBar; NotBar 2 [prod] ok Foo 1");
        var json = (await Given.Get(DecisionTable.Url("Foo 1 | latest=true&tag=prod&latestby=cvp&ignore[][pacticipant]=Bar"))).Json;
        Assert.Contains(json["notices"]!.AsArray(), notice => ((string)notice!["text"]!).StartsWith("WARN: ", StringComparison.Ordinal));
        Assert.Equal(0, (int)json["summary"]!["ignored"]!);
    }

    [Fact]
    public async Task An_ignored_row_comes_last_and_says_so()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 [prod] fail Foo 1; Foo 1 -> Baz; Baz 3 [prod] ok Foo 1");
        var json = (await Given.Get(DecisionTable.Url("Foo 1 | latest=true&tag=prod&latestby=cvp&ignore[][pacticipant]=Bar"))).Json;
        Assert.Equal(1, (int)json["summary"]!["ignored"]!);
        Assert.Null(json["matrix"]![0]!["ignored"]);
        Assert.True((bool)json["matrix"]![1]!["ignored"]!);
    }

    [Fact]
    public async Task Success_says_what_old_clients_look_for()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 [prod] ok Foo 1");
        var json = (await Given.Get(DecisionTable.Url("Foo 1 | latest=true&tag=prod&latestby=cvp"))).Json;
        Assert.Contains("results are published and successful", (string)json["summary"]!["reason"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q[][version]=1")]
    [InlineData("q[][pacticipant]=Nope")]
    [InlineData("")]
    [InlineData("q[][pacticipant]=Foo&q[][version]=1&q[][latest]=true")]
    [InlineData("q[][pacticipant]=Foo&tag=a&environment=b")]
    [InlineData("q[][pacticipant]=Foo&environment=nope")]
    [InlineData("q[][pacticipant]=Foo&limit=0")]
    [InlineData("q[][pacticipant]=Foo&limit=99999999999999999999")]
    [InlineData("q[][pacticipant]=Foo&latestby=xyz")]
    [InlineData("ignore[][version]=1&q[][pacticipant]=Foo")]
    [InlineData("q=Foo")]
    [InlineData("q[0][pacticipant]=Foo")]
    public async Task A_bad_matrix_query_is_refused_with_a_list(string query)
    {
        await Given.TellAsync("Foo 1 -> Bar");
        var answer = await Given.Get("/matrix?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Json["errors"]!.AsArray());
    }

    [Fact]
    public async Task Can_i_deploy_answers_like_the_matrix()
    {
        await Given.TellAsync("env test; Foo 1 -> Bar; Bar 2 ok Foo 1; Bar 2 deployed test");
        Assert.True((bool)(await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&environment=test")).Json["summary"]!["deployable"]!);
        Assert.False((bool)(await Given.Get("/can-i-deploy?pacticipant=Foo&version=9&environment=test")).Json["summary"]!["deployable"]!);
        Assert.Null((await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&to=prod")).Json["summary"]!["deployable"]);
        Assert.True((bool)(await Given.Get("/can-i-deploy?pacticipant=Foo&version=1&to=prod&ignore[]=Bar")).Json["summary"]!["deployable"]!);
    }

    [Fact]
    public async Task Can_i_deploy_refuses_with_an_object()
    {
        await Given.TellAsync("env prod; Foo 1 -> Bar");
        var answer = await Given.Get("/can-i-deploy?version=1&environment=prod");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""{"errors":{"pacticipant":["is missing"]}}""", answer.Text);
        Assert.NotNull((await Given.Get("/can-i-deploy?pacticipant=Foo&version=1")).Json["errors"]![""]);
    }

    [Fact]
    public async Task The_text_form_ends_with_the_decision()
    {
        await Given.TellAsync("Foo 1 -> Bar");
        var answer = await Given.Get("/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar", "text/plain");
        Assert.StartsWith("CONSUMER | C_VERSION | REVISION | PROVIDER | P_VERSION | NUMBER | SUCCESS", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Deployable: nil\n", answer.Text, StringComparison.Ordinal);
    }
}

public sealed class DecisionOnSqliteTests(SqliteBroker db) : DecisionTests<SqliteBroker>(db);

public sealed class DecisionOnPostgresTests(PostgresBroker db) : DecisionTests<PostgresBroker>(db);

using System.Text.Json;
using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

public sealed class PublishTests
{
    private static FakeBroker Broker() => new FakeBroker()
        .On("POST /contracts/publish", """{"notices":[{"type":"success","text":"Published by the broker"}],"_links":{}}""");

    private static JsonElement Sent(CommandLine cli, int index = 0) =>
        JsonDocument.Parse(Posts(cli)[index]["POST /contracts/publish ".Length..]).RootElement;

    private static List<string> Posts(CommandLine cli) =>
        [.. cli.Broker.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal))];

    private static string[] Providers(JsonElement body) =>
        [.. body.GetProperty("contracts").EnumerateArray().Select(contract => contract.GetProperty("providerName").GetString()!)];

    [Fact]
    public async Task A_directory_is_published_with_one_request_per_consumer()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("pacts/a.json", "Shop", "Stock");
        cli.Pact("pacts/deep/b.json", "Shop", "Mail");
        cli.Pact("pacts/c.json", "Till", "Stock");
        cli.Write("pacts/readme.txt", "not a pact");
        Assert.Equal(0, await cli.RunAsync("publish", "pacts", "-a", "1", "--branch", "main", "-t", "dev,test", "-t", "x", "--build-url", "u"));
        Assert.Equal(2, Posts(cli).Count);
        var shop = Sent(cli);
        Assert.Equal("Shop", shop.GetProperty("pacticipantName").GetString());
        Assert.Equal("main", shop.GetProperty("branch").GetString());
        Assert.Equal("u", shop.GetProperty("buildUrl").GetString());
        Assert.Equal(["dev", "test", "x"], shop.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(["Stock", "Mail"], Providers(shop));
        Assert.Equal(["Stock"], Providers(Sent(cli, 1)));
        Assert.Contains("Published by the broker", cli.Out, StringComparison.Ordinal);
        Assert.Empty(cli.Error);
    }

    [Fact]
    public async Task The_bytes_of_a_file_are_published_as_they_are()
    {
        using var cli = new CommandLine(Broker());
        const string text = """{ "consumer": {"name":"A"}, "provider": {"name":"B"}, "messages": [ {"price": 1.0} ] }""";
        File.WriteAllText(cli.Write("a.json", ""), text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-a", "1"));
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(Sent(cli).GetProperty("contracts")[0].GetProperty("content").GetBytesFromBase64()));
    }

    [Theory]
    [InlineData("pacts/*.json", "One")]
    [InlineData("pacts/**/*.json", "One,Two,Three")]
    [InlineData("**/?wo.json", "Two")]
    [InlineData("pacts/[no]ne.json", "One")]
    [InlineData("pacts/**/[!ot]*.json", "Three")]
    public async Task A_pattern_is_expanded(string pattern, string providers)
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("pacts/one.json", "A", "One");
        cli.Pact("pacts/sub/two.json", "A", "Two");
        cli.Pact("pacts/sub/sub/rest.json", "A", "Three");
        cli.Write("pacts/one.txt", "");
        Assert.Equal(0, await cli.RunAsync("publish", pattern, "-a", "1"));
        Assert.Equal(providers.Split(',').Order(), Providers(Sent(cli)).Order());
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_one_sentence()
    {
        using var cli = new CommandLine(Broker());
        File.WriteAllBytes(cli.Write("latin.json", ""), System.Text.Encoding.Latin1.GetBytes("""{"consumer":{"name":"Bücher"},"provider":{"name":"B"},"interactions":[]}"""));
        Assert.Equal(1, await cli.RunAsync("publish", "latin.json", "-a", "1"));
        Assert.Equal("pactkit: 'latin.json' is not UTF-8 text; save it as UTF-8. Nothing was published.\n", cli.Error);
        Assert.Empty(Posts(cli));
    }

    [Fact]
    public async Task A_misspelt_option_is_not_taken_for_a_file()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        Assert.Equal(2, await cli.RunAsync("publish", "a.json", "-a", "1", "--brunch", "main"));
        Assert.Equal("pactkit: publish has no option '--brunch'. See 'pactkit publish --help'.\n", cli.Error);
        Assert.Empty(Posts(cli));
    }

    [Fact]
    public async Task A_conflict_says_each_thing_once_and_that_nothing_was_published()
    {
        using var cli = new CommandLine(new FakeBroker().On("POST /contracts/publish",
            """{"notices":[{"type":"error","text":"Cannot change"},{"type":"info","text":"- a\n+ b"}],"errors":{"contracts":["Cannot change"]}}""", 409));
        cli.Pact("a.json", "A", "B");
        Assert.Equal(1, await cli.RunAsync("publish", "a.json", "-a", "1"));
        Assert.EndsWith("(409):\n  Cannot change\n  - a\n  + b\nNothing was published.\n", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_after_the_first_consumer_says_what_is_published_already()
    {
        using var cli = new CommandLine(Broker().On("POST /contracts/publish", """{"error":"No more"}""", 400));
        cli.Pact("a.json", "A", "B");
        cli.Pact("c.json", "C", "B");
        Assert.Equal(1, await cli.RunAsync("publish", "a.json", "c.json", "-a", "1"));
        Assert.EndsWith("\nPublished before that: the pacts of A.\n", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"x\":1}", "'bad.json' is not a pact file: it has no consumer name.")]
    [InlineData("{\"consumer\":{\"name\":\"A\"},\"provider\":{\"name\":\" \"},\"interactions\":[]}", "'bad.json' is not a pact file: it has no provider name.")]
    [InlineData("{\"consumer\":{\"name\":\"A\"},\"provider\":{\"name\":\"B\"}}", "'bad.json' is not a pact file: it has no interactions.")]
    [InlineData("{\"consumer\":{\"name\":\"A\"},\"provider\":{\"name\":\"B\"},\"interactions\":{}}", "'bad.json' is not a pact file: its interactions are not a list.")]
    [InlineData("[1]", "'bad.json' is not a pact file: it has no consumer name.")]
    [InlineData("{\n  oops", "'bad.json' is not JSON (line 2, byte 3).")]
    [InlineData("{\"consumer\":{\"name\":\"\\ud800\"},\"provider\":{\"name\":\"B\"},\"interactions\":[]}",
        "'bad.json' is not a pact file: it names something with an escape such as \\ud800 that is no character.")]
    public async Task One_bad_file_keeps_all_of_them_back(string content, string sentence)
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("good.json", "A", "B");
        cli.Write("bad.json", content);
        Assert.Equal(1, await cli.RunAsync("publish", "good.json", "bad.json", "-a", "1"));
        Assert.Equal($"pactkit: {sentence} Nothing was published.\n", cli.Error);
        Assert.Empty(cli.Broker.Requests);
    }

    [Theory]
    [InlineData("none.json", "There is no file or directory 'none.json'.")]
    [InlineData("none/*.json", "No file matches 'none/*.json'.")]
    [InlineData("empty", "There is no JSON file in the directory 'empty'.")]
    public async Task A_place_without_pacts_is_an_error(string place, string sentence)
    {
        using var cli = new CommandLine(Broker());
        cli.Write("empty/readme.txt", "");
        Assert.Equal(1, await cli.RunAsync("publish", place, "-a", "1"));
        Assert.Equal($"pactkit: {sentence} Nothing was published.\n", cli.Error);
    }

    [Fact]
    public async Task Two_files_of_one_pair_do_not_overwrite_each_other_unnoticed()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        cli.Pact("b.json", "A", "B");
        Assert.Equal(1, await cli.RunAsync("publish", "a.json", "b.json", "-a", "1"));
        Assert.Contains("'a.json' and 'b.json' hold pacts of the same pair", cli.Error, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "b.json", "-a", "1", "--merge"));
        Assert.All(Sent(cli).GetProperty("contracts").EnumerateArray(), contract => Assert.Equal("merge", contract.GetProperty("onConflict").GetString()));
    }

    [Fact]
    public async Task A_version_has_to_be_given_or_found()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        Assert.Equal(2, await cli.RunAsync("publish", "a.json"));
        Assert.Contains("--consumer-app-version (-a)", cli.Error, StringComparison.Ordinal);
        Assert.Equal(2, await cli.RunAsync("publish", "a.json", "-a", " "));
    }

    [Fact]
    public async Task Version_branch_and_build_are_found_in_the_variables_of_the_build_service()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        (cli.Environment["CIRCLECI"], cli.Environment["CIRCLE_SHA1"]) = ("true", "abc");
        (cli.Environment["CIRCLE_BRANCH"], cli.Environment["CIRCLE_BUILD_URL"]) = ("feat/x", "https://ci/1");
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-r", "--tag-with-git-branch"));
        var body = Sent(cli);
        Assert.Equal("abc", body.GetProperty("pacticipantVersionNumber").GetString());
        Assert.Equal("feat/x", body.GetProperty("branch").GetString());
        Assert.Equal("https://ci/1", body.GetProperty("buildUrl").GetString());
        Assert.Equal("feat/x", Assert.Single(body.GetProperty("tags").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_is_given_wins_over_what_is_found()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        cli.Write(".git/HEAD", "ref: refs/heads/main\n");
        cli.Write(".git/refs/heads/main", "abc\n");
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-r", "-a", "9"));
        Assert.Equal("9", Sent(cli).GetProperty("pacticipantVersionNumber").GetString());
        Assert.Equal("main", Sent(cli).GetProperty("branch").GetString());
    }

    [Fact]
    public async Task The_short_h_means_the_branch_where_a_name_follows_and_help_otherwise()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-a", "1", "-h", "main"));
        Assert.Equal("main", Sent(cli).GetProperty("branch").GetString());
        Assert.Equal(0, await cli.RunAsync("publish", "-h"));
        Assert.StartsWith("Description:", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_the_official_command_line_that_mean_nothing_here_are_accepted()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-a", "1", "--validate", "--strict", "--ssl-trust-store", "true", "--log-level", "info"));
        Assert.Equal(0, await cli.RunAsync("publish", "--help"));
        Assert.DoesNotContain("--strict", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_contract_is_an_error_with_the_difference()
    {
        using var cli = new CommandLine(new FakeBroker().On("POST /contracts/publish",
            """{"notices":[{"type":"error","text":"Cannot change it"},{"type":"info","text":"- a\n+ b"}],"errors":{"contracts":["Cannot change it"]}}""", 409));
        cli.Pact("a.json", "A", "B");
        Assert.Equal(1, await cli.RunAsync("publish", "a.json", "-a", "1"));
        Assert.Contains("  + b", cli.Error, StringComparison.Ordinal);
        Assert.Empty(cli.Out);
    }

    [Fact]
    public async Task With_json_only_the_brokers_answer_is_printed()
    {
        using var cli = new CommandLine(Broker());
        cli.Pact("a.json", "A", "B");
        cli.Pact("b.json", "C", "B");
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "-a", "1", "-o", "json"));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(cli.Out).RootElement.ValueKind);
        Assert.Equal(0, await cli.RunAsync("publish", "a.json", "b.json", "-a", "1", "-o", "json"));
        Assert.Equal(2, JsonDocument.Parse(cli.Out).RootElement.GetArrayLength());
    }
}

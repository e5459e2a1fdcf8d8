using System.Text.Json;
using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

/// <summary>Provider and broker are the same fake server; their paths differ.</summary>
public sealed class VerifyTests
{
    private const string Pact = """
        {"consumer":{"name":"Shop"},"provider":{"name":"Stock"},"metadata":{"pactSpecification":{"version":"3.0.0"}},
         "interactions":[{"_id":"i1","description":"gets a price","providerStates":[{"name":"a price"}],"request":{"method":"GET","path":"/price"},
          "response":{"status":200,"headers":{"Content-Type":"application/json"},"body":{"price":1}}}],
         "_links":{"pb:publish-verification-results":{"href":"{B}/results"},"pb:provider":{"href":"{B}/pacticipants/Stock"}}}
        """;

    private static FakeBroker Server(string price = "1") => new FakeBroker()
        .On("GET /price", $$"""{"price":{{price}}}""", type: "application/json")
        .On("POST /states", "{}")
        .On("GET /pacts/provider/Stock/for-verification", """{"_links":{"self":{"href":"{B}/pacts/provider/Stock/for-verification"}}}""")
        .On("POST /pacts/provider/Stock/for-verification", """
            {"_embedded":{"pacts":[{"shortDescription":"latest","verificationProperties":{"pending":false,"notices":[{"when":"before_verification","text":"Because it is the latest"}]},
             "_links":{"self":{"href":"{B}/the-pact","name":"Pact between Shop (1) and Stock"}}}]}}
            """)
        .On("GET /the-pact", Pact)
        .On("GET /pacticipants/Stock", """{"_links":{"pb:branch-version":{"href":"{B}/branches/{branch}/versions/{version}"},"pb:version-tag":{"href":"{B}/tags/{tag}/{version}"}}}""")
        .On("PUT /branches/main/versions/77", "{}").On("PUT /tags/dev/77", "{}")
        .On("POST /results", "{}", 201);

    private static readonly string[] Provider = ["--provider-name", "Stock", "--provider-base-url", "http://provider.test"];

    [Theory]
    [InlineData("1", 0, "The provider keeps its pacts.")]
    [InlineData("\"one\"", 1, "The provider does not keep its pacts.")]
    public async Task A_file_is_verified_against_a_running_provider(string price, int exitCode, string said)
    {
        using var cli = new CommandLine(Server(price));
        cli.Write("pact.json", Pact);
        Assert.Equal(exitCode, await cli.RunAsync(["verify", .. Provider, "--file", "pact.json", "--state-change-url", "http://provider.test/states"]));
        Assert.Contains(said, cli.Out, StringComparison.Ordinal);
        Assert.Contains("gets a price", cli.Out, StringComparison.Ordinal);
        Assert.Contains(cli.Broker.Requests, request => request.StartsWith("POST /states", StringComparison.Ordinal) && request.Contains("a price", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"a\":1}", "")]
    [InlineData(Pact, "--filter-description nonsense")]
    public async Task Files_with_nothing_to_verify_do_not_pass(string content, string filter)
    {
        using var cli = new CommandLine(Server());
        cli.Write("pact.json", content);
        string[] words = ["verify", .. Provider, "--file", "pact.json", .. filter.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(1, await cli.RunAsync(words));
        Assert.StartsWith("pactkit: Nothing was verified:", cli.Error, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync([.. words, "--ignore-no-pacts-error"]));
    }

    [Fact]
    public async Task Pacts_of_a_broker_are_selected_verified_and_reported_on()
    {
        using var cli = new CommandLine(Server());
        Assert.Equal(0, await cli.RunAsync(
        [
            "verify", .. Provider, "--consumer-version-selectors", "[{\"mainBranch\":true},{\"branch\":\"x\",\"consumer\":\"Shop\"}]", "--consumer-version-tags", "prod",
            "--enable-pending", "--include-wip-pacts-since", "2026-01-02", "--publish", "--provider-version", "77", "--provider-branch", "main", "--provider-tags", "dev",
        ]));
        Assert.Contains(
            "POST /pacts/provider/Stock/for-verification {\"providerVersionBranch\":\"main\",\"providerVersionTags\":[\"dev\"],\"consumerVersionSelectors\":[{\"mainBranch\":true},"
            + "{\"consumer\":\"Shop\",\"branch\":\"x\"},{\"tag\":\"prod\",\"latest\":true}],\"includePendingStatus\":true,\"includeWipPactsSince\":\"2026-01-02\"}", cli.Broker.Requests);
        Assert.Contains("PUT /branches/main/versions/77 {}", cli.Broker.Requests);
        Assert.Contains("PUT /tags/dev/77 {}", cli.Broker.Requests);
        Assert.Contains("{\"success\":true,\"providerApplicationVersion\":\"77\"", cli.Broker.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("\"interactionId\":\"i1\"", cli.Broker.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("Because it is the latest", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_publish_the_broker_hears_nothing()
    {
        using var cli = new CommandLine(Server("2"));
        Assert.Equal(1, await cli.RunAsync(["verify", .. Provider]));
        Assert.DoesNotContain(cli.Broker.Requests, request => request.StartsWith("PUT", StringComparison.Ordinal) || request.StartsWith("POST /results", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_named_on_the_command_line_win_over_the_brokers_address_in_the_environment()
    {
        using var cli = new CommandLine(Server());
        cli.Write("pacts/pact.json", Pact);
        Assert.Equal(0, await cli.RunAsync(["verify", .. Provider, "--dir", "pacts"]));
        Assert.Equal(["GET /price"], cli.Broker.Requests);
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    public async Task Reports_are_written_in_the_form_their_endings_ask_for(string price, int exitCode)
    {
        using var cli = new CommandLine(Server(price));
        cli.Write("pact.json", Pact);
        Assert.Equal(exitCode, await cli.RunAsync(
            ["verify", .. Provider, "--file", "pact.json", "--report", "out/report.html", "--report", "out/report.xml", "--report", "out/report.json"]));
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(cli.At("out/report.html")), StringComparison.Ordinal);
        Assert.Equal(1 - exitCode, System.Xml.Linq.XDocument.Load(cli.At("out/report.xml")).Descendants("testcase").Count(c => !c.HasElements));
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(cli.At("out/report.json")));
        Assert.Equal(exitCode == 0, json.RootElement.GetProperty("result").GetBoolean());
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_exit_code_2_after_the_verification()
    {
        using var cli = new CommandLine(Server());
        cli.Write("pact.json", Pact);
        cli.Write("taken", "");
        Assert.Equal(2, await cli.RunAsync(["verify", .. Provider, "--file", "pact.json", "--report", "taken/report.html"]));
        Assert.Contains("The provider keeps its pacts.", cli.Out, StringComparison.Ordinal);
        Assert.StartsWith("pactkit: The report could not be written to ", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--filter-consumer Nobody", 1)]
    [InlineData("--filter-consumer Nobody --ignore-no-pacts-error", 0)]
    [InlineData("--filter-consumer Shop", 0)]
    public async Task No_pact_at_all_is_an_error_unless_that_is_fine(string words, int exitCode)
    {
        using var cli = new CommandLine(Server());
        cli.Write("pact.json", Pact);
        Assert.Equal(exitCode, await cli.RunAsync(["verify", .. Provider, "--file", "pact.json", .. words.Split(' ')]));
    }

    [Theory]
    [InlineData("--provider-base-url http://x", "Which provider? Give its name with --provider-name (-n).")]
    [InlineData("-n Stock", "Where does the provider run? Give its address with --provider-base-url.")]
    [InlineData("-n Stock --provider-base-url x", "'x' is not an address of a provider; it should look like http://localhost:5000.")]
    [InlineData("-n Stock --provider-base-url http://x --report report.pdf", "'report.pdf' does not say which kind of report to write: let it end in .json, .xml (JUnit) or .html.")]
    [InlineData("-n Stock --provider-base-url http://x -H nonsense", "'nonsense' is not a header; write it as KEY=VALUE.")]
    [InlineData("-n Stock --provider-base-url http://x -f a.json --publish", "--publish needs a broker: results of pacts from files have nowhere to go.")]
    [InlineData("-n Stock --provider-base-url http://x --consumer-version-selectors oops", "'oops' is not JSON; a consumer version selector looks like {\"mainBranch\":true}.")]
    [InlineData("-n Stock --provider-base-url http://x --consumer-version-selectors {\"mainbranch\":true}", "A consumer version selector cannot have 'mainbranch' like that: {\"mainbranch\":true}")]
    [InlineData("-n Stock --provider-base-url http://x --include-wip-pacts-since yesterday", "'yesterday' is not a day; write it as 2026-01-31.")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(string words, string sentence)
    {
        using var cli = new CommandLine(Server());
        Assert.Equal(2, await cli.RunAsync(["verify", .. words.Split(' ')]));
        Assert.Equal($"pactkit: {sentence} See 'pactkit verify --help'.\n", cli.Error);
    }
}

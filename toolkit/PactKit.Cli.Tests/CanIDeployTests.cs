using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

public sealed class CanIDeployTests
{
    private const string Yes = """{"summary":{"deployable":true,"reason":"All is well","unknown":0},"notices":[{"type":"success","text":"All is well"}],"matrix":[]}""";
    private const string No = """{"summary":{"deployable":false,"reason":"It failed","unknown":0},"notices":[{"type":"error","text":"It failed"}],"matrix":[]}""";
    private const string Unknown = """{"summary":{"deployable":null,"reason":"Not verified","unknown":1},"notices":[],"matrix":[]}""";

    private static string Question(string query) =>
        "GET /matrix?" + query.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    private static readonly string Simple = Question("q[][pacticipant]=A&q[][version]=1&latestby=cvpv&environment=prod");

    [Theory]
    [InlineData(Yes, 0, "Computer says yes \\o/")]
    [InlineData(No, 1, "Computer says no")]
    [InlineData(Unknown, 1, "Computer says no")]
    public async Task The_exit_code_is_the_answer(string answer, int exitCode, string words)
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, answer));
        Assert.Equal(exitCode, await cli.RunAsync("can-i-deploy", "--pacticipant", "A", "--version", "1", "--to-environment", "prod"));
        Assert.Contains(words, cli.Out, StringComparison.Ordinal);
        Assert.Empty(cli.Error);
    }

    [Theory]
    [InlineData("-a A -e 1", "q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true")]
    [InlineData("-a A -e 1 --to prod", "q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true&tag=prod")]
    [InlineData("--pacticipant=A --version=1 --to-environment=prod", "q[][pacticipant]=A&q[][version]=1&latestby=cvpv&environment=prod")]
    [InlineData("-a A -e 1 -a B -e 2", "q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B&q[][version]=2&latestby=cvpv")]
    [InlineData("-a B -l -a A -e 1", "q[][pacticipant]=B&q[][latest]=true&q[][pacticipant]=A&q[][version]=1&latestby=cvpv")]
    [InlineData("-a A -l prod -a B", "q[][pacticipant]=A&q[][latest]=true&q[][tag]=prod&q[][pacticipant]=B&latestby=cvpv")]
    [InlineData("-a A --main-branch --to-environment p -a B --main-branch", "q[][pacticipant]=A&q[][latest]=true&q[][mainBranch]=true&q[][pacticipant]=B&q[][latest]=true&q[][mainBranch]=true&latestby=cvpv&environment=p")]
    [InlineData("-a A --branch feat/x --to-environment p", "q[][pacticipant]=A&q[][latest]=true&q[][branch]=feat%2Fx&latestby=cvpv&environment=p")]
    [InlineData("-a A -e 1 --ignore B --ignore C -e 2 --to-environment p", "q[][pacticipant]=A&q[][version]=1&ignore[][pacticipant]=B&ignore[][pacticipant]=C&ignore[][version]=2&latestby=cvpv&environment=p")]
    public async Task Selectors_keep_the_order_they_were_typed_in(string words, string query)
    {
        using var cli = new CommandLine(new FakeBroker().On(Question(query), Yes));
        Assert.Equal(0, await cli.RunAsync(["can-i-deploy", .. words.Split(' ')]));
        Assert.Equal([Question(query)], cli.Broker.Requests);
    }

    [Fact]
    public async Task Ignored_applications_come_from_the_environment_too()
    {
        var query = Question("q[][pacticipant]=A&q[][version]=1&ignore[][pacticipant]=B&ignore[][pacticipant]=C&latestby=cvpv&environment=prod");
        using var cli = new CommandLine(new FakeBroker().On(query, Yes));
        cli.Environment["PACT_BROKER_CAN_I_DEPLOY_IGNORE"] = "B, C";
        Assert.Equal(0, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod"));
    }

    [Fact]
    public async Task Can_I_merge_compares_with_main_branches()
    {
        var query = Question("q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true&mainBranch=true");
        using var cli = new CommandLine(new FakeBroker().On(query, No));
        Assert.Equal(1, await cli.RunAsync("can-i-merge", "-a", "A", "-e", "1"));
        Assert.Equal([query], cli.Broker.Requests);
    }

    [Fact]
    public async Task The_question_is_asked_again_while_results_are_missing()
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, Unknown).On(Simple, Unknown).On(Simple, Yes));
        Assert.Equal(0, await cli.RunAsync(
            "can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod", "--retry-while-unknown", "5", "--retry-interval", "3"));
        Assert.Equal(3, cli.Broker.Requests.Count);
        Assert.Equal([3.0, 3.0], cli.Clock.Waits.Where(wait => wait < 60));
    }

    [Fact]
    public async Task After_the_last_question_missing_results_mean_no()
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, Unknown));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod", "--retry-while-unknown", "2"));
        Assert.Equal(3, cli.Broker.Requests.Count);
        Assert.Equal([10.0, 10.0], cli.Clock.Waits.Where(wait => wait < 60));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dry_run_says_no_and_exits_with_0(bool byOption)
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, No));
        if (!byOption) cli.Environment["PACT_BROKER_CAN_I_DEPLOY_DRY_RUN"] = "true";
        string[] further = byOption ? ["--dry-run"] : [];
        Assert.Equal(0, await cli.RunAsync(["can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod", .. further]));
        Assert.Contains("Computer says no", cli.Out, StringComparison.Ordinal);
        Assert.Contains("dry run", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_a_plain_table_with_the_results_listed_below()
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, """
            {"summary":{"deployable":false,"reason":"r"},"notices":[{"type":"error","text":"One failed"}],"matrix":[
             {"consumer":{"name":"A","version":{"number":"1"}},"provider":{"name":"B","version":{"number":"2"}},"verificationResult":{"success":false,"_links":{"self":{"href":"http://x/1"}}}},
             {"consumer":{"name":"A","version":{"number":"1"}},"provider":{"name":"C","version":null},"verificationResult":null,"ignored":true}]}
            """));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod"));
        Assert.Contains("| CONSUMER | C.VERSION | PROVIDER | P.VERSION | SUCCESS?      | RESULT# |", cli.Out, StringComparison.Ordinal);
        Assert.Matches(@"\| A +\| 1 +\| B +\| 2 +\| false +\| 1 +\|", cli.Out);
        Assert.Matches(@"\| A +\| 1 +\| C +\| \?\?\? +\| \?\?\? \[ignored\] +\| +\|", cli.Out);
        Assert.Contains("1. http://x/1", cli.Out, StringComparison.Ordinal);
        Assert.All(cli.Out, letter => Assert.InRange(letter, '\n', '~'));
    }

    [Fact]
    public async Task With_json_only_the_brokers_answer_is_printed()
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, No));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod", "--output", "json"));
        Assert.Equal(No + "\n", cli.Out);
    }

    [Theory]
    [InlineData("-e 1 -a A", "--version has to come after the --pacticipant it belongs to.")]
    [InlineData("--to-environment prod", "Which application? Give its name with --pacticipant (-a).")]
    [InlineData("-a A --to-environment prod --to prod", "--to-environment and --to cannot be used together: give one destination.")]
    [InlineData("-a A --retry-interval -3", "--retry-interval takes a number of seconds, up to a day.")]
    [InlineData("-a A --nope", "can-i-deploy has no option '--nope'.")]
    [InlineData("-a A stray", "'stray' belongs to nothing before it.")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(string words, string sentence)
    {
        using var cli = new CommandLine();
        Assert.Equal(2, await cli.RunAsync(["can-i-deploy", .. words.Split(' ')]));
        Assert.Equal($"pactkit: {sentence} See 'pactkit can-i-deploy --help'.\n", cli.Error);
        Assert.Empty(cli.Broker.Requests);
        Assert.Empty(cli.Out);
    }

    [Fact]
    public async Task An_unknown_pacticipant_is_the_brokers_error_and_exit_code_1()
    {
        using var cli = new CommandLine(new FakeBroker().On(Simple, """{"errors":["Pacticipant A not found"]}""", 400));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "prod"));
        Assert.Contains("Pacticipant A not found", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_broker_says_comes_before_the_address_it_was_asked()
    {
        using var cli = new CommandLine(new FakeBroker().On(
            "GET /matrix?q%5B%5D%5Bpacticipant%5D=A&q%5B%5D%5Bversion%5D=1&latestby=cvpv&environment=live", """{"errors":["Environment with name 'live' does not exist"]}""", 400));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1", "--to-environment", "live"));
        Assert.StartsWith("pactkit: Environment with name 'live' does not exist\n  (The broker rejected GET http://", cli.Error, StringComparison.Ordinal);
    }
}

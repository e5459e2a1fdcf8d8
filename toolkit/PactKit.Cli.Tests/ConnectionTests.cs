using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

public sealed class ConnectionTests
{
    private static FakeBroker Broker() => new FakeBroker().On("GET /environments", """{"_embedded":{"environments":[]}}""");

    [Theory]
    [InlineData("-u me -p pw", "", "Basic bWU6cHc=")]
    [InlineData("-k tok", "", "Bearer tok")]
    [InlineData("", "PACT_BROKER_USERNAME=me PACT_BROKER_PASSWORD=pw", "Basic bWU6cHc=")]
    [InlineData("", "PACT_BROKER_TOKEN=tok", "Bearer tok")]
    [InlineData("-b http://me:p%20w@broker.test", "", "Basic bWU6cCB3")]
    [InlineData("-u me -p other", "PACT_BROKER_PASSWORD=pw", "Basic bWU6b3RoZXI=")]
    [InlineData("", "", null)]
    public async Task Credentials_come_from_options_variables_or_the_address(string words, string variables, string? expected)
    {
        using var cli = new CommandLine(Broker());
        foreach (var pair in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=', 2)))
            cli.Environment[pair[0]] = pair[1];
        Assert.Equal(0, await cli.RunAsync(["list-environments", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.All(cli.Broker.Messages, message => Assert.Equal(expected, message.Headers.Authorization?.ToString()));
        Assert.DoesNotContain("pw", cli.Out + cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_headers_are_sent()
    {
        using var cli = new CommandLine(Broker());
        Assert.Equal(0, await cli.RunAsync("list-environments", "--custom-header", "X-Team: a b", "--custom-header", "X-Other:c"));
        Assert.All(cli.Broker.Messages, message => Assert.Equal("a b", Assert.Single(message.Headers.GetValues("X-Team"))));
        Assert.Equal(2, await cli.RunAsync("list-environments", "--custom-header", "nonsense"));
    }

    [Theory]
    [InlineData("", "Which broker? Give its address with --broker-base-url (-b) or in PACT_BROKER_BASE_URL.")]
    [InlineData("broker.test", "'broker.test' is not the address of a broker; it should look like https://broker.example.com.")]
    [InlineData("ftp://broker.test", "'ftp://broker.test' is not the address of a broker; it should look like https://broker.example.com.")]
    public async Task An_address_that_is_none_is_a_sentence(string address, string sentence)
    {
        using var cli = new CommandLine();
        cli.Environment["PACT_BROKER_BASE_URL"] = address;
        Assert.Equal(2, await cli.RunAsync("list-environments"));
        Assert.Equal($"pactkit: {sentence}\n", cli.Error);
    }

    [Theory]
    [InlineData("list-environments --output xml", "--output takes table, json, text, pretty; 'xml' is none of them. See 'pactkit list-environments --help'.")]
    [InlineData("broker clean --deletion-limit nine", "--deletion-limit takes a whole number, not 'nine'. See 'pactkit broker clean --help'.")]
    [InlineData("broker --port nine", "--port takes a whole number, not 'nine'. See 'pactkit broker --help'.")]
    public async Task A_value_an_option_does_not_take_is_named_with_the_option(string words, string sentence)
    {
        using var cli = new CommandLine();
        Assert.Equal(2, await cli.RunAsync(words.Split(' ')));
        Assert.Equal($"pactkit: {sentence}\n", cli.Error);
    }

    [Fact]
    public async Task A_web_server_that_is_no_broker_is_recognised_by_its_page_for_what_it_lacks()
    {
        using var cli = new CommandLine(new FakeBroker().On("GET /matrix?q%5B%5D%5Bpacticipant%5D=A&q%5B%5D%5Bversion%5D=1&latestby=cvp&latest=true", "<h1>Not here</h1>", 404, "text/html"));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "A", "-e", "1"));
        Assert.Equal($"pactkit: {FakeBroker.Base}/matrix does not look like a Pact Broker: its answer is text/html, not JSON (404). Check the base URL.\n", cli.Error);
    }

    [Fact]
    public async Task The_number_of_tries_can_be_set()
    {
        using var cli = new CommandLine(new FakeBroker().On("GET /", "", 503));
        Assert.Equal(1, await cli.RunAsync("list-environments", "--retries", "3"));
        Assert.Equal(3, cli.Broker.Requests.Count);
        cli.Environment["PACT_BROKER_HTTP_RETRIES"] = "2";
        Assert.Equal(1, await cli.RunAsync("list-environments"));
        Assert.Equal(5, cli.Broker.Requests.Count);
    }

    [Fact]
    public async Task A_certificate_file_has_to_be_one()
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        cli.Write("wrong.pem", "nothing");
        Assert.Equal(2, await cli.RunAsync("list-environments", "-c", "wrong.pem"));
        Assert.Equal("pactkit: 'wrong.pem' holds no certificate in PEM form.\n", cli.Error);
        Assert.Equal(2, await cli.RunAsync("list-environments", "-c", "none.pem"));
        Assert.Equal("pactkit: There is no certificate file at 'none.pem'.\n", cli.Error);
    }

    [Fact]
    public async Task Verbose_shows_each_request_on_standard_error()
    {
        using var cli = new CommandLine(Broker());
        Assert.Equal(0, await cli.RunAsync("list-environments", "-v", "-p", "pw", "-u", "me"));
        Assert.Equal("pactkit: GET http://broker.test/ -> 200\npactkit: GET http://broker.test/environments -> 200\n", cli.Error);
    }

    [Theory]
    [InlineData("nonsense", "pactkit: There is no command 'nonsense'. See 'pactkit --help'.\n")]
    [InlineData("can-i-depoly", "pactkit: There is no command 'can-i-depoly'. Did you mean 'can-i-deploy'? See 'pactkit --help'.\n")]
    [InlineData("record-deployment -a A", "See 'pactkit record-deployment --help'.\n")]
    [InlineData("list-environments -o xml", "See 'pactkit list-environments --help'.\n")]
    [InlineData("describe-environment --uuid=", "See 'pactkit describe-environment --help'.\n")]
    public async Task A_wrong_command_line_ends_with_2_and_a_hint(string words, string end)
    {
        using var cli = new CommandLine();
        Assert.Equal(2, await cli.RunAsync(words.Split(' ')));
        Assert.EndsWith(end, cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        using var cli = new CommandLine();
        Assert.Equal(0, await cli.RunAsync());
        Assert.Contains("  can-i-deploy ", cli.Out, StringComparison.Ordinal);
        Assert.Contains("  publish ", cli.Out, StringComparison.Ordinal);
        Assert.Contains("pactkit [command]", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_the_broker_cannot_control_the_terminal()
    {
        using var cli = new CommandLine(new FakeBroker().On("GET /environments",
            """{"_embedded":{"environments":[{"uuid":"u","name":"\u001b[31mred\u0007"}]}}"""));
        Assert.Equal(0, await cli.RunAsync("list-environments"));
        Assert.DoesNotContain('\u001b', cli.Out);
        Assert.Contains("[31mred", cli.Out, StringComparison.Ordinal);
    }
}

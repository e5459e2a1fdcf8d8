using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

public sealed class PluginTests
{
    private const string Pact = """
        {"consumer":{"name":"Shop"},"provider":{"name":"Stock"},"metadata":{"pactSpecification":{"version":"4.0"},"plugins":[{"name":"csv","version":"0.1.0","configuration":{}}]},
         "interactions":[{"type":"Synchronous/HTTP","description":"a report","request":{"method":"GET","path":"/report"},"pluginConfiguration":{"csv":{"csvHeaders":true}},
          "response":{"status":200,"headers":{"Content-Type":["text/csv"]},"body":{"contentType":"text/csv","encoded":false,"content":"Name,Number\nFred,100\n"},
           "matchingRules":{"body":{"$.Name":{"combine":"AND","matchers":[{"match":"type"}]},"$.Number":{"combine":"AND","matchers":[{"match":"number"}]}}}}}]}
        """;

    private static readonly string[] Verify = ["verify", "--provider-name", "Stock", "--provider-base-url", "http://provider.test", "--file", "pact.json"];

    [Theory]
    [InlineData("Name,Number\nAnn,7\n", 0, "The provider keeps its pacts.")]
    [InlineData("Name,Number\nAnn,many\n", 1, "Row 1, column 'Number'")]
    public async Task A_plugin_that_a_pact_names_compares_its_bodies(string body, int exitCode, string said)
    {
        using var cli = Cli(body);
        Assert.True(await cli.RunAsync([.. Verify]) == exitCode, cli.Out + cli.Error);
        Assert.Contains(said, cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_can_be_named_and_one_that_is_not_installed_is_told()
    {
        using var cli = Cli("Name,Number\nAnn,7\n");
        Assert.True(await cli.RunAsync([.. Verify, "--plugin", "csv:0.1.0"]) == 0, cli.Out + cli.Error);
        Assert.Equal(1, await cli.RunAsync([.. Verify, "--plugin", "nonsense"]));
        Assert.Contains("nonsense", cli.Error, StringComparison.Ordinal);
        cli.Environment["PACT_PLUGIN_DIR"] = cli.At("none");
        Assert.Equal(1, await cli.RunAsync([.. Verify]));
        Assert.Contains("csv", cli.Out, StringComparison.Ordinal);
    }

    private static CommandLine Cli(string body)
    {
        var cli = new CommandLine(new FakeBroker().On("GET /report", body, type: "text/csv").On("GET /report", body, type: "text/csv"));
        cli.Environment["PACT_PLUGIN_DIR"] = Path.Combine(AppContext.BaseDirectory, "plugins");
        cli.Write("pact.json", Pact);
        return cli;
    }
}

using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

public sealed class LastFailedTests
{
    private const string Pact = """
        {"consumer":{"name":"Shop"},"provider":{"name":"Stock"},"metadata":{"pactSpecification":{"version":"3.0.0"}},
         "interactions":[{"description":"gets a price","request":{"method":"GET","path":"/price"},"response":{"status":200}},
          {"description":"gets a name","request":{"method":"GET","path":"/name"},"response":{"status":200}}]}
        """;

    private static readonly string[] Verify = ["verify", "--provider-name", "Stock", "--provider-base-url", "http://provider.test", "--file", "pact.json"];

    private static FakeBroker Provider(int priceStatus) => new FakeBroker()
        .On("GET /price", "{}", priceStatus, "application/json").On("GET /price", "{}", 200, "application/json")
        .On("GET /name", "{}", type: "application/json");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_what_failed_last_time_is_verified_again_and_then_everything(bool inProject)
    {
        using var cli = new CommandLine(Provider(500));
        cli.Write("pact.json", Pact);
        if (inProject) cli.Write("obj/project.assets.json", "{}");

        Assert.Equal(1, await cli.RunAsync([.. Verify, "--last-failed"]));
        Assert.Contains("Nothing is known of a last run", cli.Out, StringComparison.Ordinal);
        Assert.Equal(inProject, Directory.Exists(cli.At("obj/pactkit")));

        Assert.Equal(0, await cli.RunAsync([.. Verify, "--last-failed"]));
        Assert.Contains("Only what failed in the last run is verified: 1 interaction(s)", cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("gets a name", cli.Out, StringComparison.Ordinal);

        Assert.Equal(0, await cli.RunAsync([.. Verify, "--last-failed"]));
        Assert.Contains("Nothing failed in the last run", cli.Out, StringComparison.Ordinal);
        Assert.Contains("gets a name", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_interactions_are_not_published()
    {
        using var cli = new CommandLine();
        Assert.Equal(2, await cli.RunAsync([.. Verify, "--last-failed", "--publish"]));
        Assert.Contains("do not go together", cli.Error, StringComparison.Ordinal);
    }
}

using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DescribeEnvironmentCommand : BrokerCommand
{
    private readonly Option<string> _uuid;
    private readonly Option<string> _output;

    public DescribeEnvironmentCommand(CliHost host) : base(host, "describe-environment", "Show an environment.")
    {
        _uuid = Take(Opt.Required("--uuid", "UUID of the environment, as list-environments shows it.", "UUID"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Environments.GetAsync(parsed.GetRequiredValue(_uuid), cancellationToken);
        return Report(answer, found =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(found);
            else EnvironmentPrinter.Describe(Host, found.Json);
        });
    }
}

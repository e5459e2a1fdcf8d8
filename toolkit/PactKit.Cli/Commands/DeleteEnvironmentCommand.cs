using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DeleteEnvironmentCommand : BrokerCommand
{
    private readonly Option<string> _uuid;
    private readonly Option<string> _output;

    public DeleteEnvironmentCommand(CliHost host)
        : base(host, "delete-environment", "Delete an environment and what was recorded for it.")
    {
        _uuid = Take(Opt.Required("--uuid", "UUID of the environment, as list-environments shows it.", "UUID"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Environments.DeleteAsync(parsed.GetRequiredValue(_uuid), cancellationToken);
        return Report(answer, deleted =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(deleted);
            else Host.Good($"Deleted the environment {deleted.Json.Text("name")}.");
        });
    }
}

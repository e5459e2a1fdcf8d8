using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class RecordUndeploymentCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _environment;
    private readonly Option<string?> _instance;
    private readonly Option<string> _output;

    public RecordUndeploymentCommand(CliHost host)
        : base(host, "record-undeployment", "Record that an application was removed from an environment and nothing replaced it.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _environment = Take(PacticipantVersion.Environment());
        _instance = Take(PacticipantVersion.Instance());
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, environment) = (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_environment));
        var instance = parsed.GetValue(_instance);
        var answer = await broker.Deployments.RecordUndeploymentAsync(name, environment, instance, cancellationToken);
        return Report(answer, ended =>
        {
            var suffix = string.IsNullOrEmpty(instance) ? "" : $" (application instance {instance})";
            if (parsed.GetValue(_output) == "json") Host.Json(ended);
            else Host.Good($"Recorded the undeployment of {name} from {environment}{suffix}.");
        });
    }
}

using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class RecordDeploymentCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string> _environment;
    private readonly Option<string?> _instance;
    private readonly Option<string> _output;

    public RecordDeploymentCommand(CliHost host)
        : base(host, "record-deployment", "Record that a version was deployed to an environment, in place of what ran there.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(PacticipantVersion.Version());
        _environment = Take(PacticipantVersion.Environment());
        _instance = Take(PacticipantVersion.Instance());
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, version, environment) =
            (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_version), parsed.GetRequiredValue(_environment));
        var instance = parsed.GetValue(_instance);
        var answer = await broker.Deployments.RecordDeploymentAsync(name, version, environment, instance, cancellationToken);
        return Report(answer, deployed =>
        {
            var suffix = string.IsNullOrEmpty(instance) ? "" : $" (application instance {instance})";
            if (parsed.GetValue(_output) == "json") Host.Json(deployed);
            else Host.Good($"Recorded the deployment of {name} version {version} to {environment}{suffix}.");
        });
    }
}

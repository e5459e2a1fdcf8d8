using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class RecordReleaseCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string> _environment;
    private readonly Option<string> _output;

    public RecordReleaseCommand(CliHost host)
        : base(host, "record-release", "Record that a version was released in an environment, beside the ones there.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(PacticipantVersion.Version());
        _environment = Take(PacticipantVersion.Environment());
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, version, environment) =
            (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_version), parsed.GetRequiredValue(_environment));
        var answer = await broker.Deployments.RecordReleaseAsync(name, version, environment, cancellationToken);
        return Report(answer, released =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(released);
            else Host.Good($"Recorded the release of {name} version {version} in {environment}.");
        });
    }
}

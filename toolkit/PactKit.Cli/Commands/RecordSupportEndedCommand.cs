using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class RecordSupportEndedCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string> _environment;
    private readonly Option<string> _output;

    public RecordSupportEndedCommand(CliHost host)
        : base(host, "record-support-ended", "Record that a released version is no longer supported in an environment.")
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
        var answer = await broker.Deployments.RecordSupportEndedAsync(name, version, environment, cancellationToken);
        return Report(answer, ended =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(ended);
            else Host.Good($"Recorded the end of support for {name} version {version} in {environment}.");
        });
    }
}

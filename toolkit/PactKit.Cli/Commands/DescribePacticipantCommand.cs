using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DescribePacticipantCommand : BrokerCommand
{
    private readonly Option<string> _name;
    private readonly Option<string> _output;

    public DescribePacticipantCommand(CliHost host) : base(host, "describe-pacticipant", "Show an application.")
    {
        _name = Take(Opt.Required("--name", "Its name.", "NAME", "--pacticipant", "-a"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Pacticipants.GetAsync(parsed.GetRequiredValue(_name), cancellationToken);
        return Report(answer, found =>
        {
            var json = found.Json;
            var embedded = json.Member("_embedded");
            if (parsed.GetValue(_output) == "json") Host.Json(found);
            else Host.Facts(
                ("Name", json.Text("name")),
                ("Display name", json.Text("displayName")),
                ("Main branch", json.Text("mainBranch")),
                ("Repository URL", json.Text("repositoryUrl")),
                ("Latest version", (embedded?.Member("latestVersion") ?? embedded?.Member("latest-version"))?.Text("number")),
                ("Labels", string.Join(", ", (embedded?.Items("labels") ?? []).Select(label => label.Text("name")))),
                ("Created", json.Text("createdAt")),
                ("Updated", json.Text("updatedAt")));
        });
    }
}

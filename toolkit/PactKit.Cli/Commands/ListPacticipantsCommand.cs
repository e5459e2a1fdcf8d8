using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class ListPacticipantsCommand : BrokerCommand
{
    private readonly Option<string> _output;

    public ListPacticipantsCommand(CliHost host) : base(host, "list-pacticipants", "List the applications.") =>
        _output = Take(OutputOption.Create());

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken) =>
        Report(await broker.Pacticipants.ListAsync(cancellationToken), list =>
        {
            var found = list.Embedded("pacticipants") is { Count: > 0 } embedded ? embedded : list.Json.Items("pacticipants");
            if (parsed.GetValue(_output) == "json") Host.Json(list);
            else Host.Table(["NAME", "DISPLAY NAME", "MAIN BRANCH"], found.Select(pacticipant => (string[])
            [
                pacticipant.Text("name") ?? "", pacticipant.Text("displayName") ?? "", pacticipant.Text("mainBranch") ?? "",
            ]));
        });
}

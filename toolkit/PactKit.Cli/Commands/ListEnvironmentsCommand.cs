using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class ListEnvironmentsCommand : BrokerCommand
{
    private readonly Option<string> _output;

    public ListEnvironmentsCommand(CliHost host) : base(host, "list-environments", "List the environments.") =>
        _output = Take(OutputOption.Create());

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken) =>
        Report(await broker.Environments.ListAsync(cancellationToken), list =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(list);
            else Host.Table(["UUID", "NAME", "DISPLAY NAME", "PRODUCTION"], list.Embedded("environments").Select(environment => (string[])
            [
                environment.Text("uuid") ?? "", environment.Text("name") ?? "", environment.Text("displayName") ?? "",
                environment.Flag("production") == true ? "true" : "false",
            ]));
        });
}

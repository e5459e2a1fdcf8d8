using System.CommandLine;
using System.Text.Json;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class ListLatestPactVersionsCommand : BrokerCommand
{
    private readonly Option<string> _output;

    public ListLatestPactVersionsCommand(CliHost host)
        : base(host, "list-latest-pact-versions", "List the latest pact of each pair of applications.") =>
        _output = Take(OutputOption.Create());

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken) =>
        Report(await broker.Pacts.LatestAsync(cancellationToken), list =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(list);
            else Host.Table(["CONSUMER", "CONSUMER VERSION", "PROVIDER", "CREATED"], list.Json.Items("pacts").Select(Row));
        });

    private static string[] Row(JsonElement pact)
    {
        var consumer = pact.Member("_embedded")?.Member("consumer");
        return
        [
            consumer?.Text("name") ?? "",
            consumer?.Member("_embedded")?.Member("version")?.Text("number") ?? "",
            pact.Member("_embedded")?.Member("provider")?.Text("name") ?? "",
            pact.Text("createdAt") ?? "",
        ];
    }
}

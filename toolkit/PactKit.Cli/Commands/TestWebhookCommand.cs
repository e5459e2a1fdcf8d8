using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class TestWebhookCommand : BrokerCommand
{
    private readonly Option<string> _uuid;
    private readonly Option<string> _output;

    public TestWebhookCommand(CliHost host) : base(host, "test-webhook", "Have the broker send a webhook's request now.")
    {
        _uuid = Take(Opt.Required("--uuid", "UUID of the webhook.", "UUID"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Webhooks.TestAsync(parsed.GetRequiredValue(_uuid), cancellationToken);
        return Report(answer, sent =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(sent);
            else Host.Out.WriteLine(sent.Json.Text("logs") ?? sent.Json.Text("message") ?? "The webhook was sent.");
        });
    }
}

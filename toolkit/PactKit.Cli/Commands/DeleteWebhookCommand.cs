using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DeleteWebhookCommand : BrokerCommand
{
    private readonly Option<string> _uuid;

    public DeleteWebhookCommand(CliHost host) : base(host, "delete-webhook", "Delete a webhook.") =>
        _uuid = Take(Opt.Required("--uuid", "UUID of the webhook.", "UUID"));

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var uuid = parsed.GetRequiredValue(_uuid);
        return Report(await broker.Webhooks.DeleteAsync(uuid, cancellationToken), _ => Host.Good($"Deleted the webhook {uuid}."));
    }
}

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
        var answer = await broker.Webhooks.DeleteAsync(uuid, cancellationToken);
        if (answer.Error?.Kind != BrokerErrorKind.NotFound) return Report(answer, _ => Host.Good($"Deleted the webhook {uuid}."));
        Host.Out.WriteLine($"The broker has no webhook with the UUID {uuid}; there was nothing to delete.");
        return CliHost.Success;
    }
}

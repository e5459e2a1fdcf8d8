using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateOrUpdateWebhookCommand : BrokerCommand
{
    private readonly Option<string> _uuid;
    private readonly WebhookOptions _settings;
    private readonly Option<string> _output;

    public CreateOrUpdateWebhookCommand(CliHost host)
        : base(host, "create-or-update-webhook", "Create the webhook of that UUID, or replace it; safe to run again.")
    {
        _settings = new WebhookOptions(host);
        Arguments.Add(_settings.Url);
        _uuid = Take(Opt.Required("--uuid", "UUID of the webhook; generate-uuid makes one.", "UUID"));
        foreach (var option in _settings.All) Take(option);
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (settings, problem) = _settings.Read(parsed);
        if (settings is null) return Host.Fail(problem!);
        return Report(await broker.Webhooks.PutAsync(parsed.GetRequiredValue(_uuid), settings, cancellationToken), put =>
        {
            var verb = put.Status == 201 ? "Created" : "Updated";
            if (parsed.GetValue(_output) == "json") Host.Json(put);
            else Host.Good($"{verb} the webhook {put.Json.Text("description") ?? settings.Url}.");
        });
    }
}

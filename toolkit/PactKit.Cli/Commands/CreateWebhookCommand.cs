using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateWebhookCommand : BrokerCommand
{
    private readonly WebhookOptions _settings;
    private readonly Option<string> _output;

    public CreateWebhookCommand(CliHost host)
        : base(host, "create-webhook", "Have the broker send a request when a pact or a result is published.")
    {
        _settings = new WebhookOptions(host);
        Arguments.Add(_settings.Url);
        foreach (var option in _settings.All) Take(option);
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (settings, problem) = _settings.Read(parsed);
        if (settings is null) return Host.Fail(problem!);
        return Report(await broker.Webhooks.CreateAsync(settings, cancellationToken), created =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(created);
            else Host.Good($"Created the webhook {created.Json.Text("description") ?? settings.Url} at {created.Link("self")?.Href}.");
        });
    }
}

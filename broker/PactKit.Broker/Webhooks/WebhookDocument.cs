using System.Text.Json;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Webhooks;

internal static class WebhookDocument
{
    private const string Mask = "**********";

    public static HalDocument Of(Webhook webhook, Urls urls)
    {
        var self = urls.Webhook(webhook.Uuid);
        var document = new HalDocument
        {
            ["uuid"] = webhook.Uuid,
            ["description"] = webhook.Title,
            ["consumer"] = Party(webhook.Consumer, webhook.ConsumerLabel),
            ["provider"] = Party(webhook.Provider, webhook.ProviderLabel),
            ["enabled"] = webhook.Enabled,
            ["request"] = Request(webhook.HttpRequest),
            ["events"] = webhook.EventNames.Select(name => new HalDocument { ["name"] = name }),
            ["createdAt"] = webhook.CreatedAt,
            ["updatedAt"] = webhook.UpdatedAt == webhook.CreatedAt ? null : webhook.UpdatedAt,
        };
        document.Link("self", new Link(self, webhook.Title)).Link("pb:execute", new Link(self + "/execute", "Test the execution of the webhook with the latest matching pact or verification"));
        if (webhook.Consumer is { } consumer) document.Link("pb:consumer", new Link(urls.Pacticipant(consumer), "Consumer", consumer));
        if (webhook.Provider is { } provider) document.Link("pb:provider", new Link(urls.Pacticipant(provider), "Provider", provider));
        if (webhook.ConsumerLabel is { } label) document.Link("pb:consumers", new Link($"{urls.Base}/pacticipants/label/{Uri.EscapeDataString(label)}", "Consumers by label", label));
        if (webhook.ProviderLabel is { } other) document.Link("pb:providers", new Link($"{urls.Base}/pacticipants/label/{Uri.EscapeDataString(other)}", "Providers by label", other));
        if (webhook is { Consumer: not null, Provider: not null })
            document.Link("pb:pact-webhooks", new Link($"{urls.Base}/webhooks/provider/{Uri.EscapeDataString(webhook.Provider)}/consumer/{Uri.EscapeDataString(webhook.Consumer)}", "All webhooks for the pact"));
        return document.Link("pb:webhooks", new Link(urls.Base + "/webhooks", "All webhooks"));
    }

    public static HalDocument List(IReadOnlyList<Webhook> webhooks, string title, BrokerRequest request)
    {
        var urls = request.Urls;
        return new HalDocument()
            .Link("self", new Link(request.SelfUrl, title))
            .Link("pb:create", new Link(request.SelfUrl, "POST to create a webhook"))
            .Links("pb:webhooks", webhooks.Select(webhook => new Link(urls.Webhook(webhook.Uuid), Scope(webhook), webhook.Title)))
            .Links("curies", [new Link(urls.Base + "/doc/webhooks-{rel}", Name: "pb", Templated: true)]);
    }

    public static HalDocument Triggered(TriggeredWebhook triggered, int attemptsInAll, Urls urls)
    {
        var logs = urls.TriggeredWebhookLogs(triggered.Uuid);
        var finished = triggered.Status is "success" or "failure";
        var document = new HalDocument
        {
            ["name"] = triggered.Request is { } request ? JsonSerializer.Deserialize<WebhookRequest>(request)!.Title : null,
            ["status"] = triggered.Status,
            ["attemptsMade"] = triggered.Attempts,
            ["attemptsRemaining"] = finished ? 0 : Math.Max(0, attemptsInAll - triggered.Attempts),
            ["triggerType"] = triggered.TriggerType,
            ["eventName"] = triggered.EventName,
            ["triggeredAt"] = triggered.CreatedAt,
        };
        document.Link("pb:logs", new Link(logs, "Webhook execution logs")).Link("logs", new Link(logs, "Deprecated: use pb:logs"));
        return triggered.WebhookExists ? document.Link("pb:webhook", new Link(urls.Webhook(triggered.WebhookUuid!), "Webhook")) : document;
    }

    /// <summary>What may be shown of a header: secrets only when they are references.</summary>
    public static string Redact(string name, string value) =>
        (name.Contains("authorization", StringComparison.OrdinalIgnoreCase) || name.Contains("token", StringComparison.OrdinalIgnoreCase)) ? RedactSecret(value) : value;

    private static string RedactSecret(string value) => value.Contains(WebhookTemplate.Start, StringComparison.Ordinal) ? value : Mask;

    private static HalDocument? Party(string? name, string? label) => name is null && label is null ? null : new HalDocument { ["name"] = name, ["label"] = label };

    private static HalDocument Request(WebhookRequest request) => new()
    {
        ["method"] = request.Method,
        ["url"] = request.Url,
        ["headers"] = request.Headers.Count == 0 ? null : request.Headers.Select(header => KeyValuePair.Create<string, object?>(header.Key, Redact(header.Key, header.Value))),
        ["body"] = RawJson.From(request.Body),
        ["username"] = request.Username,
        ["password"] = request.Password is { } password ? RedactSecret(password) : null,
    };

    private static string Scope(Webhook webhook)
    {
        string Side(string? name, string? label, string role) => name ?? (label is null ? $"any {role}" : $"{role}s labelled '{label}'");
        return $"A webhook for the pact between {Side(webhook.Consumer, webhook.ConsumerLabel, "consumer")} and {Side(webhook.Provider, webhook.ProviderLabel, "provider")}";
    }
}

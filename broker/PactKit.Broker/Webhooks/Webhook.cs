using System.Text.Json;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Webhooks;

internal sealed record Webhook
{
    public long Id { get; init; }
    public required string Uuid { get; init; }
    public string? Description { get; init; }
    public long? ConsumerId { get; init; }
    public string? Consumer { get; init; }
    public long? ProviderId { get; init; }
    public string? Provider { get; init; }
    public string? ConsumerLabel { get; init; }
    public string? ProviderLabel { get; init; }
    public bool Enabled { get; init; } = true;

    /// <summary>Event names, separated by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>A <see cref="WebhookRequest"/> as JSON.</summary>
    public required string Request { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }

    public IReadOnlyList<string> EventNames => Events.Split(' ');

    public WebhookRequest HttpRequest => JsonSerializer.Deserialize<WebhookRequest>(Request)!;

    public string Title => string.IsNullOrWhiteSpace(Description) ? HttpRequest.Title : Description;
}

/// <summary>The call a webhook makes. The body is JSON text, a JSON string for plain text, or null.</summary>
internal sealed record WebhookRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body, string? Username, string? Password)
{
    /// <summary>The host without templates or credentials: short enough for a list.</summary>
    public string Title => $"{Method.ToUpperInvariant()} {(Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Host : Url)}";
}

internal sealed record TriggeredWebhook
{
    public long Id { get; init; }
    public required string Uuid { get; init; }
    public string? WebhookUuid { get; init; }
    public bool WebhookExists { get; init; }
    public required string EventName { get; init; }
    public required string TriggerType { get; init; }
    public required string Status { get; init; }
    public int Attempts { get; init; }
    public required string Context { get; init; }
    public string? Request { get; init; }
    public required string Consumer { get; init; }
    public required string Provider { get; init; }
    public Moment CreatedAt { get; init; }
    public string Description { get; init; } = "";
}

internal sealed record WebhookExecution
{
    public bool Success { get; init; }
    public required string Logs { get; init; }
    public Moment CreatedAt { get; init; }
}

namespace PactKit.Brokers;

/// <summary>A request the broker sends when something happens.</summary>
public sealed record WebhookSettings
{
    public required string Url { get; init; }

    public required string Method { get; init; }

    public string? Description { get; init; }

    /// <summary>Restricts the webhook to one consumer, by name or by label; null for all.</summary>
    public string? Consumer { get; init; }

    public string? ConsumerLabel { get; init; }

    /// <summary>Restricts the webhook to one provider, by name or by label; null for all.</summary>
    public string? Provider { get; init; }

    public string? ProviderLabel { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sent as JSON where it is JSON, otherwise as text.</summary>
    public string? Body { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    /// <summary>Names such as <c>contract_published</c>; empty: the broker's default.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}

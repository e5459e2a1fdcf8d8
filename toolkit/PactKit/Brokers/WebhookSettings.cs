namespace PactKit.Brokers;

/// <summary>A request the broker sends when something happens.</summary>
public sealed record WebhookSettings
{
    /// <summary>Where the request goes; may hold the broker's <c>${pactbroker.…}</c> parameters.</summary>
    public required string Url { get; init; }

    /// <summary>The HTTP method, usually POST.</summary>
    public required string Method { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>Restricts the webhook to one consumer, by name or by label; null for all.</summary>
    public string? Consumer { get; init; }

    /// <summary>The label in place of the name; null for none.</summary>
    public string? ConsumerLabel { get; init; }

    /// <summary>Restricts the webhook to one provider, by name or by label; null for all.</summary>
    public string? Provider { get; init; }

    /// <summary>The label in place of the name; null for none.</summary>
    public string? ProviderLabel { get; init; }

    /// <summary>Headers of the request; values may hold the same parameters as the address.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sent as JSON where it is JSON, otherwise as text.</summary>
    public string? Body { get; init; }

    /// <summary>Basic authentication of the request, or null.</summary>
    public string? Username { get; init; }

    /// <summary>Goes with <see cref="Username"/>. Brokers do not show it again.</summary>
    public string? Password { get; init; }

    /// <summary>Names such as <c>contract_published</c>; empty: the broker's default.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}

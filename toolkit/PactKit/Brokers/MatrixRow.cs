namespace PactKit.Brokers;

/// <summary>One pact and one result for it. No provider version: not verified by a version that was asked about.</summary>
public sealed record MatrixRow
{
    /// <summary>Name of the consumer.</summary>
    public required string Consumer { get; init; }

    /// <summary>The version the pact was published with.</summary>
    public string? ConsumerVersion { get; init; }

    /// <summary>Name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The version that verified the pact, or null.</summary>
    public string? ProviderVersion { get; init; }

    /// <summary>Null: no result.</summary>
    public bool? Success { get; init; }

    /// <summary>Where the verification result is, or null where there is none.</summary>
    public string? ResultUrl { get; init; }

    /// <summary>The question said to ignore this row: it does not count.</summary>
    public bool Ignored { get; init; }
}

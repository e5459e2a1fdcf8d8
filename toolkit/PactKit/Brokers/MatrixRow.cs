namespace PactKit.Brokers;

/// <summary>One pact and one result for it. No provider version: not verified by a version that was asked about.</summary>
public sealed record MatrixRow
{
    public required string Consumer { get; init; }

    public string? ConsumerVersion { get; init; }

    public required string Provider { get; init; }

    public string? ProviderVersion { get; init; }

    /// <summary>Null: no result.</summary>
    public bool? Success { get; init; }

    public string? ResultUrl { get; init; }

    public bool Ignored { get; init; }
}

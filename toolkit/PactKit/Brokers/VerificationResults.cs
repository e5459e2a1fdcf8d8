namespace PactKit.Brokers;

/// <summary>How the verification of one pact went, for the broker.</summary>
public sealed record VerificationResults
{
    /// <summary>Whether every interaction passed; a failure counts even where the pact is pending.</summary>
    public required bool Success { get; init; }

    /// <summary>The provider's version; usually its commit.</summary>
    public required string ProviderVersion { get; init; }

    /// <summary>The branch of that version, or null to leave branches as they are.</summary>
    public string? ProviderBranch { get; init; }

    public IReadOnlyList<string> ProviderTags { get; init; } = [];

    /// <summary>The build that verified, or null.</summary>
    public string? BuildUrl { get; init; }

    /// <summary>The verifying program and its version.</summary>
    public string Implementation { get; init; } = "PactKit";

    public string? ImplementationVersion { get; init; }

    public IReadOnlyList<InteractionResult> Interactions { get; init; } = [];
}

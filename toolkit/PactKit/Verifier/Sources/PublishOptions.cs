namespace PactKit.Verifier.Sources;

/// <summary>What is said about the provider when results are published.</summary>
/// <param name="ProviderVersion">The version that was verified, usually a commit.</param>
public sealed record PublishOptions(string ProviderVersion)
{
    /// <summary>Branch of that version, or null to leave branches as they are.</summary>
    public string? ProviderBranch { get; init; }

    /// <summary>Tags to put on that version.</summary>
    public IReadOnlyList<string> ProviderTags { get; init; } = [];

    /// <summary>The build that verified, or null.</summary>
    public Uri? BuildUri { get; init; }
}

namespace PactKit.Brokers;

/// <summary>
/// Says which consumer versions' pacts a provider verifies. Only what is set is sent; the broker checks combinations
/// (for example, a branch and a tag may not be mixed) and names the offender in its answer.
/// </summary>
public sealed record ConsumerVersionSelector
{
    /// <summary>Restricts the selector to one consumer; null for all.</summary>
    public string? Consumer { get; init; }

    /// <summary>The head of each consumer's main branch.</summary>
    public bool MainBranch { get; init; }

    /// <summary>The head of the consumer branch that has the name of the provider's branch.</summary>
    public bool MatchingBranch { get; init; }

    /// <summary>The head of this branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Used where <see cref="Branch"/> has no pact.</summary>
    public string? FallbackBranch { get; init; }

    /// <summary>Versions with this tag; with <see cref="Latest"/>, the latest of each consumer.</summary>
    public string? Tag { get; init; }

    /// <summary>Used where nothing has <see cref="Tag"/>; needs a tag and <see cref="Latest"/>.</summary>
    public string? FallbackTag { get; init; }

    /// <summary>With a tag: only the latest version that has it. Alone: the latest version of each consumer.</summary>
    public bool? Latest { get; init; }

    /// <summary>Restricts deployed and released versions to one environment; alone: both kinds, there.</summary>
    public string? Environment { get; init; }

    /// <summary>Versions currently deployed.</summary>
    public bool Deployed { get; init; }

    /// <summary>Versions released and supported.</summary>
    public bool Released { get; init; }

    /// <summary>Versions currently deployed, or released and supported.</summary>
    public bool DeployedOrReleased { get; init; }
}

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>Which consumer versions' pacts a provider wants to verify.</summary>
internal sealed record ConsumerVersionSelector
{
    public bool MainBranch { get; init; }
    public bool MatchingBranch { get; init; }
    public string? Branch { get; init; }

    /// <summary><c>branch: true</c>: the head of every branch.</summary>
    public bool AnyBranch { get; init; }
    public string? FallbackBranch { get; init; }
    public string? Tag { get; init; }
    public string? FallbackTag { get; init; }
    public bool? Latest { get; init; }
    public string? Consumer { get; init; }
    public string? Environment { get; init; }
    public bool Deployed { get; init; }
    public bool Released { get; init; }
    public bool DeployedOrReleased { get; init; }

    public bool IsBranchType => Latest is not null || Tag is not null || FallbackTag is not null || Branch is not null || AnyBranch
        || FallbackBranch is not null || MatchingBranch || MainBranch;

    public bool IsEnvironmentType => Environment is not null || Deployed || Released || DeployedOrReleased;
}

namespace PactKit.Brokers;

/// <summary>What to set of a pacticipant; null leaves a setting as it is.</summary>
public sealed record PacticipantSettings
{
    /// <summary>For people; the broker's pages show it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The branch that is released from; selectors named "main branch" mean this one.</summary>
    public string? MainBranch { get; init; }

    /// <summary>Where the source is.</summary>
    public string? RepositoryUrl { get; init; }
}

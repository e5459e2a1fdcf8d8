namespace PactKit.Brokers;

/// <summary>What to set of a pacticipant; null leaves a setting as it is.</summary>
public sealed record PacticipantSettings
{
    public string? DisplayName { get; init; }

    public string? MainBranch { get; init; }

    public string? RepositoryUrl { get; init; }
}

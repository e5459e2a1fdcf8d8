using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacticipants;

internal sealed record Pacticipant
{
    public long Id { get; init; }
    public required string Name { get; init; }
    public string? DisplayName { get; init; }
    public string? MainBranch { get; init; }
    public string? RepositoryUrl { get; init; }
    public string? RepositoryName { get; init; }
    public string? RepositoryNamespace { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

/// <summary>What a pacticipant document embeds.</summary>
internal sealed record PacticipantExtras(string? LatestVersion, IReadOnlyList<string> Labels)
{
    public static readonly PacticipantExtras None = new(null, []);
}

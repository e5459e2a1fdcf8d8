using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

/// <summary>A pacticipant version. The id is its order: the latest version is the one created last, whatever its number.</summary>
internal sealed record PacticipantVersion
{
    public long Id { get; init; }
    public long PacticipantId { get; init; }
    public required string Pacticipant { get; init; }
    public required string Number { get; init; }
    public string? BuildUrl { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

internal sealed record Branch
{
    public long Id { get; init; }
    public long PacticipantId { get; init; }
    public required string Name { get; init; }
    public long? HeadVersionId { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

internal sealed record BranchMembership
{
    public long VersionId { get; init; }
    public required string Name { get; init; }
    public bool IsHead { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

internal sealed record Tag
{
    public long VersionId { get; init; }
    public required string Name { get; init; }
    public bool IsLatest { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

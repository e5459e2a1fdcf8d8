using PactKit.Broker.Storage;

namespace PactKit.Broker.Environments;

internal sealed record EnvironmentRow
{
    public long Id { get; init; }
    public required string Uuid { get; init; }
    public required string Name { get; init; }
    public string? DisplayName { get; init; }
    public bool Production { get; init; }

    /// <summary>JSON text, as given.</summary>
    public string? Contacts { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

internal sealed record DeployedVersion
{
    public long Id { get; init; }
    public required string Uuid { get; init; }
    public long VersionId { get; init; }
    public required string Number { get; init; }
    public required string Pacticipant { get; init; }
    public long EnvironmentId { get; init; }
    public required string EnvironmentUuid { get; init; }
    public required string EnvironmentName { get; init; }
    public string? EnvironmentDisplayName { get; init; }
    public string ApplicationInstance { get; init; } = "";
    public bool CurrentlyDeployed { get; init; }
    public Moment? UndeployedAt { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }

    /// <summary>Null for the slot without a name.</summary>
    public string? Instance => ApplicationInstance.Length == 0 ? null : ApplicationInstance;
}

internal sealed record ReleasedVersion
{
    public long Id { get; init; }
    public required string Uuid { get; init; }
    public long VersionId { get; init; }
    public required string Number { get; init; }
    public required string Pacticipant { get; init; }
    public long EnvironmentId { get; init; }
    public required string EnvironmentUuid { get; init; }
    public required string EnvironmentName { get; init; }
    public string? EnvironmentDisplayName { get; init; }
    public Moment? SupportEndedAt { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

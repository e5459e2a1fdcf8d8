namespace PactKit.Broker.Importing;

/// <summary>Some of another broker's data, as it is sent to where it goes. What is there already stays as it is: a batch may come twice.</summary>
internal sealed record ImportBatch
{
    public IReadOnlyList<ImportedEnvironment> Environments { get; init; } = [];
    public IReadOnlyList<ImportedPacticipant> Pacticipants { get; init; } = [];

    /// <summary>Of one pacticipant the oldest first: that is their order.</summary>
    public IReadOnlyList<ImportedVersion> Versions { get; init; } = [];
    public IReadOnlyList<ImportedBranch> Branches { get; init; } = [];
    public IReadOnlyList<ImportedPact> Pacts { get; init; } = [];
    public IReadOnlyList<ImportedResult> Results { get; init; } = [];

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<ImportedDeployment> Deployments { get; init; } = [];
    public IReadOnlyList<ImportedRelease> Releases { get; init; } = [];
    public IReadOnlyList<ImportedWebhook> Webhooks { get; init; } = [];
}

/// <param name="Contacts">JSON text, as given.</param>
internal sealed record ImportedEnvironment(
    string Uuid, string Name, string? DisplayName, bool Production, string? Contacts, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

internal sealed record ImportedPacticipant(
    string Name, string? DisplayName, string? MainBranch, string? RepositoryUrl, string? RepositoryName, string? RepositoryNamespace,
    IReadOnlyList<string> Labels, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

internal sealed record ImportedVersion(
    string Pacticipant, string Number, string? BuildUrl, IReadOnlyList<string> Branches, IReadOnlyList<ImportedTag> Tags, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

internal sealed record ImportedTag(string Name, DateTimeOffset CreatedAt);

/// <param name="Head">The version number at its head; null leaves the newest there.</param>
internal sealed record ImportedBranch(string Pacticipant, string Name, string? Head, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

/// <param name="Sha">As the other broker computed it; null lets this one.</param>
/// <param name="Content">JSON text with interaction ids, without what a broker adds.</param>
internal sealed record ImportedPact(string Consumer, string Version, string Provider, string? Sha, string Content, DateTimeOffset CreatedAt);

/// <param name="Number">The number in the result's URL over there; it stays when it is free here.</param>
internal sealed record ImportedResult(
    string Consumer, string Provider, string Sha, long Number, string ProviderVersion, bool Success, string? BuildUrl, string? TestResults, string? VerifiedBy, DateTimeOffset VerifiedAt)
{
    public ImportedResultKey Key => new(Number, Provider, Sha, ProviderVersion, Success, VerifiedAt.ToUnixTimeSeconds());
}

/// <summary>What tells one result of a consumer's pacts from another. The number may have been taken here, and then it is another one.</summary>
internal sealed record ImportedResultKey(long Number, string Provider, string Sha, string ProviderVersion, bool Success, long VerifiedAt);

internal sealed record ImportedDeployment(
    string Uuid, string Pacticipant, string Version, string Environment, string? Instance, bool CurrentlyDeployed, DateTimeOffset? UndeployedAt, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

internal sealed record ImportedRelease(
    string Uuid, string Pacticipant, string Version, string Environment, DateTimeOffset? SupportEndedAt, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

/// <param name="Body">JSON text; a JSON string for plain text.</param>
internal sealed record ImportedWebhook(
    string Uuid, string? Description, string? Consumer, string? Provider, string? ConsumerLabel, string? ProviderLabel, bool Enabled, IReadOnlyList<string> Events,
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body, string? Username, string? Password, DateTimeOffset CreatedAt, DateTimeOffset? UpdatedAt);

/// <summary>What is already here of a consumer's pacts: those need not be asked for again.</summary>
internal sealed record ImportedAlready(IReadOnlyList<KnownPact> Pacts, IReadOnlyList<ImportedResultKey> Results);

internal sealed record KnownPact(string Version, string Provider, string Sha);

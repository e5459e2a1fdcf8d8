using PactKit.Broker.Storage;

namespace PactKit.Broker.Matrix;

/// <summary>A pact and, when one of the chosen provider versions verified its content, the result.</summary>
internal sealed record MatrixRow
{
    public long PublicationId { get; init; }
    public long ConsumerId { get; init; }
    public required string Consumer { get; init; }
    public long ConsumerVersionId { get; init; }
    public required string ConsumerVersion { get; init; }
    public int Revision { get; init; }
    public Moment PublishedAt { get; init; }
    public required string Sha { get; init; }
    public long ProviderId { get; init; }
    public required string Provider { get; init; }
    public long? ProviderVersionId { get; init; }
    public string? ProviderVersion { get; init; }
    public long? VerificationId { get; init; }
    public bool? Success { get; init; }
    public Moment? VerifiedAt { get; init; }
}

internal enum SelectorKind
{
    /// <summary>Named in the request.</summary>
    Specified,

    /// <summary>Found through the integrations of a specified one.</summary>
    Inferred,

    Ignored,
}

/// <summary>A selector after look-up: one per version found, or one that found nothing.</summary>
internal sealed record ResolvedSelector(SelectorKind Kind, MatrixSelector Origin, long PacticipantId, string Pacticipant, long? VersionId, string? VersionNumber)
{
    /// <summary>No version was asked for, so every version belongs.</summary>
    public bool AnyVersion => Origin.IsNameOnly;

    public bool Exists => AnyVersion ? PacticipantId != 0 : VersionId is not null;

    /// <summary>Others came from the same question: "one of the versions in production".</summary>
    public bool OneOfMany { get; init; }

    public bool Covers(MatrixRow row) =>
        Pacticipant == row.Consumer && (Origin.Version is null || Origin.Version == row.ConsumerVersion)
        || Pacticipant == row.Provider && (Origin.Version is null || Origin.Version == row.ProviderVersion);
}

/// <summary>A consumer and a provider that have a pact; required when the answer depends on it.</summary>
internal sealed record MatrixIntegration
{
    public long ConsumerId { get; init; }
    public required string Consumer { get; init; }
    public long ProviderId { get; init; }
    public required string Provider { get; init; }
    public bool Required { get; init; }

    public (long, long) Pair => (ConsumerId, ProviderId);
}

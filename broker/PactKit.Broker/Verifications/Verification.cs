using PactKit.Broker.Storage;

namespace PactKit.Broker.Verifications;

/// <summary>A verification result without its report. The id is the number in its URL, counted over the whole broker.</summary>
internal sealed record Verification
{
    public long Id { get; init; }
    public long PactVersionId { get; init; }
    public long ConsumerId { get; init; }
    public required string Consumer { get; init; }
    public long ProviderId { get; init; }
    public required string Provider { get; init; }
    public long ProviderVersionId { get; init; }
    public required string ProviderVersion { get; init; }
    public required string Sha { get; init; }
    public bool Success { get; init; }
    public bool Wip { get; init; }
    public bool PactPending { get; init; }
    public string? BuildUrl { get; init; }
    public Moment CreatedAt { get; init; }
}

internal sealed record VerificationDetails
{
    public string? TestResults { get; init; }
    public string? VerifiedBy { get; init; }
    public string? Metadata { get; init; }
}

internal sealed record NewVerification(bool Success, string ProviderVersion, string? BuildUrl, string? TestResults, string? VerifiedBy);

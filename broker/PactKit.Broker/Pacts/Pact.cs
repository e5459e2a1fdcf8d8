using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

/// <summary>A pact publication: a consumer version's contract with a provider, pointing to its content.</summary>
internal record Pact
{
    public long PublicationId { get; init; }
    public long ConsumerId { get; init; }
    public required string Consumer { get; init; }
    public long ConsumerVersionId { get; init; }
    public required string Number { get; init; }
    public long ProviderId { get; init; }
    public required string Provider { get; init; }
    public long PactVersionId { get; init; }
    public required string Sha { get; init; }
    public int Revision { get; init; }
    public Moment CreatedAt { get; init; }
}

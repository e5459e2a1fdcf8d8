using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Pacts;

internal enum PublishOutcome
{
    Created,
    Unchanged,
    Revised,
}

internal sealed record PublishedPact(Pact Pact, PublishOutcome Outcome, IReadOnlyList<ContractEvent> Events, IReadOnlyList<TriggeredWebhook> Webhooks);

/// <summary>Stores one pact inside the caller's transaction: content, publication, integration, events.</summary>
internal sealed class PactWriter(PactsStore pacts, ContractEvents events, WebhookTrigger webhooks)
{
    /// <param name="consumer">Of the contract.</param>
    /// <param name="version">Of the consumer.</param>
    /// <param name="provider">Of the contract.</param>
    /// <param name="content">What is published.</param>
    /// <param name="existing">What this version had published for this provider before, read in the same transaction.</param>
    /// <param name="context">For webhooks.</param>
    /// <param name="ct">Stops the request.</param>
    public async Task<PublishedPact> SaveAsync(
        Pacticipant consumer, PacticipantVersion version, Pacticipant provider, PactContent content, Pact? existing, PublishContext context, CancellationToken ct)
    {
        var outcome = existing is null ? PublishOutcome.Created : existing.Sha == content.Sha ? PublishOutcome.Unchanged : PublishOutcome.Revised;
        var saved = existing;
        if (saved is null || outcome == PublishOutcome.Revised)
        {
            saved = await pacts.PublishAsync(consumer, version, provider, content, (existing?.Revision ?? 0) + 1, ct);
        }
        else
        {
            await pacts.TouchIntegrationAsync(consumer.Id, provider.Id, ct);
        }

        var detected = await events.DetectAsync(saved, existing?.Sha, ct);
        var triggered = await webhooks.ForContractAsync(saved, detected, context, ct);
        return new PublishedPact(saved, outcome, detected, triggered);
    }
}

/// <summary>What webhooks may want to know of the request that published.</summary>
internal sealed record PublishContext(string BaseUrl, string? Branch = null, string? BuildUrl = null);

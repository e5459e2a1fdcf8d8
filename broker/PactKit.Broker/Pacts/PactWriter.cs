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
    public async Task<PublishedPact> SaveAsync(Pacticipant consumer, PacticipantVersion version, Pacticipant provider, PactContent content, PublishContext context, CancellationToken ct)
    {
        var existing = await pacts.FindAsync(consumer.Name, provider.Name, PactFilter.Version(version.Number), ct);
        if (existing?.Sha != content.Sha)
        {
            var contentId = await pacts.SaveContentAsync(consumer.Id, provider.Id, content, ct);
            await pacts.InsertPublicationAsync(consumer.Id, provider.Id, version.Id, contentId, (existing?.Revision ?? 0) + 1, ct);
        }

        await pacts.TouchIntegrationAsync(consumer.Id, provider.Id, ct);
        var saved = (await pacts.FindAsync(consumer.Name, provider.Name, PactFilter.Version(version.Number), ct))!;
        var detected = await events.DetectAsync(saved, existing?.Sha, ct);
        var triggered = await webhooks.ForContractAsync(saved, detected, context, ct);
        var outcome = existing is null ? PublishOutcome.Created : existing.Sha == content.Sha ? PublishOutcome.Unchanged : PublishOutcome.Revised;
        return new PublishedPact(saved, outcome, detected, triggered);
    }
}

/// <summary>What webhooks may want to know of the request that published.</summary>
internal sealed record PublishContext(string BaseUrl, string? Branch = null, string? BuildUrl = null);

using System.Text.Json;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Webhooks;

/// <summary>Records, inside the transaction of the request, which webhooks an event calls for; the queue sends them afterwards.</summary>
internal sealed class WebhookTrigger(Session db, WebhooksStore webhooks, TriggeredWebhooksStore triggered, WebhookContexts contexts)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<TriggeredWebhook>> ForContractAsync(Pact pact, IReadOnlyList<ContractEvent> events, PublishContext context, CancellationToken ct)
    {
        var matching = await webhooks.MatchingAsync(pact, ct);
        if (matching.Count == 0) return [];
        var jobs = new List<TriggeredWebhook>();
        var names = events.Select(e => e.Name).ToList();
        foreach (var name in names.Where(ContractEvent.All.Contains)) await AddAsync(jobs, matching, pact, null, name, [await contexts.OfContractAsync(pact, name, context, ct)], ct);
        if (names.Contains(ContractEvent.Published) && matching.Any(webhook => webhook.EventNames.Contains(ContractEvent.RequiringVerification)))
        {
            var required = await contexts.RequiredVerificationsAsync(pact, context, ct);
            await AddAsync(jobs, matching, pact, null, ContractEvent.RequiringVerification, required, ct);
        }

        return jobs;
    }

    public async Task ForVerificationAsync(Pact pact, long number, PacticipantVersion version, NewVerification result, SelectionMetadata selection, string baseUrl, CancellationToken ct)
    {
        var matching = await webhooks.MatchingAsync(pact, ct);
        if (matching.Count == 0) return;
        var jobs = new List<TriggeredWebhook>();
        string[] names = [ContractEvent.VerificationPublished, result.Success ? ContractEvent.VerificationSucceeded : ContractEvent.VerificationFailed];
        foreach (var name in names)
        {
            var expanded = await contexts.OfVerificationAsync(pact, number, version, result, selection, name, baseUrl, ct);
            await AddAsync(jobs, matching, pact, number, name, expanded, ct);
        }
    }

    private async Task AddAsync(
        List<TriggeredWebhook> jobs, IEnumerable<Webhook> matching, Pact pact, long? verificationId, string name, IReadOnlyList<IReadOnlyDictionary<string, string>> expanded, CancellationToken ct)
    {
        foreach (var webhook in matching.Where(webhook => webhook.EventNames.Contains(name)))
        {
            foreach (var values in expanded)
            {
                var due = Moment.From(db.Now.Time + FirstDelay + (Stagger * jobs.Count));
                jobs.Add(await triggered.InsertAsync(webhook, pact, verificationId, name, JsonSerializer.Serialize(values), due, ct));
            }
        }
    }
}

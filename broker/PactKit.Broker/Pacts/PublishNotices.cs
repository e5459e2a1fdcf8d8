using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

/// <summary>What the publisher is told, in a fixed order: the version, then each contract with its events and the next steps.</summary>
internal sealed class PublishNotices(Session db)
{
    public static IEnumerable<Notice> OfVersion(PublishRequest wanted, bool created)
    {
        var branch = wanted.Branch is null ? "" : $" with branch {wanted.Branch}";
        var tags = wanted.Tags.Count == 0 ? "" : $"{(branch.Length > 0 ? " and" : " with")} tags {string.Join(", ", wanted.Tags)}";
        yield return new Notice("debug", $"{(created ? "Created" : "Updated")} {wanted.Pacticipant} version {wanted.Number}{branch}{tags}");
        if (wanted.Branch is null)
            yield return new Notice("prompt", "  What to do next:\n    * Publish with the branch of your repository, so that selectors and the main branch work");
    }

    public async Task<IReadOnlyList<Notice>> OfContractAsync(Urls urls, PublishedPact published, bool merged, CancellationToken ct)
    {
        var pact = published.Pact;
        var name = $"Pact between {pact.Consumer} ({pact.Number}) and {pact.Provider}";
        var notices = new List<Notice>
        {
            published.Outcome switch
            {
                PublishOutcome.Created => new("success", $"{name}: published."),
                PublishOutcome.Unchanged => new("success", $"{name}: published again with the same content; nothing changed."),
                _ when merged => new("success", $"{name}: content merged with the interactions published before."),
                _ => new("warning", $"{name} had already been published with different content, which this content replaces."),
            },
            new("debug", $"  It can be seen at {urls.Pact(pact.Consumer, pact.Provider, pact.Number)}"),
        };
        if (published.Events.Count > 0)
        {
            var events = published.Events.Select(e => e.Comment is null ? e.Name : $"{e.Name} ({e.Comment})");
            notices.Add(new("debug", $"  Events: {string.Join(", ", events)}"));
        }

        var (hooked, verified) = await KnownAsync(pact, ct);
        notices.AddRange(published.Webhooks.Select(triggered =>
            new Notice("debug", $"  Webhook \"{triggered.Description}\" was triggered by {triggered.EventName}.\n    Its log: {urls.TriggeredWebhookLogs(triggered.Uuid)}")));
        if (hooked && published.Webhooks.Count == 0) notices.Add(new("debug", "  No enabled webhook listens to these events"));

        if (!verified || !hooked) notices.Add(new("prompt", "  What to do next:"));
        if (!verified) notices.Add(new("prompt", $"    * Let the build of {pact.Provider} verify its pacts: https://docs.pact.io/go/provider_verification"));
        if (!hooked) notices.Add(new("prompt", $"    * Let a webhook start the verification by {pact.Provider} when a pact changes: https://docs.pact.io/go/webhooks"));
        return notices;
    }

    /// <summary>Whether any webhook, enabled or not, stands for the pair, and whether it was ever verified.</summary>
    private async Task<(bool Hooked, bool Verified)> KnownAsync(Pact pact, CancellationToken ct)
    {
        var known = (await db.One<Known>("""
            SELECT EXISTS (
                SELECT 1 FROM webhooks w WHERE (w.consumer_id IS NULL OR w.consumer_id = @ConsumerId) AND (w.provider_id IS NULL OR w.provider_id = @ProviderId)
                  AND (w.consumer_label IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = @ConsumerId AND l.name = w.consumer_label))
                  AND (w.provider_label IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = @ProviderId AND l.name = w.provider_label))) AS hooked,
              EXISTS (SELECT 1 FROM verifications WHERE consumer_id = @ConsumerId AND provider_id = @ProviderId) AS verified
            """, new { pact.ConsumerId, pact.ProviderId }, ct))!;
        return (known.Hooked, known.Verified);
    }

    private sealed record Known
    {
        public bool Hooked { get; init; }
        public bool Verified { get; init; }
    }
}

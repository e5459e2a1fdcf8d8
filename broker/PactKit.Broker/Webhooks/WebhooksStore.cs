using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Webhooks;

internal sealed class WebhooksStore(Session db)
{
    private const string Select = """
        SELECT w.id, w.uuid, w.description, w.consumer_id, c.name AS consumer, w.provider_id, p.name AS provider, w.consumer_label, w.provider_label,
            w.enabled, w.events, w.request, w.created_at, w.updated_at
        FROM webhooks w LEFT JOIN pacticipants c ON c.id = w.consumer_id LEFT JOIN pacticipants p ON p.id = w.provider_id
        """;

    public Task<Webhook?> FindAsync(string uuid, CancellationToken ct) => db.One<Webhook>($"{Select} WHERE w.uuid = @uuid", new { uuid }, ct);

    public Task<List<Webhook>> ListAsync(CancellationToken ct) => db.Query<Webhook>($"{Select} ORDER BY w.id", null, ct);

    /// <summary>Webhooks for exactly this combination; null stands for "any".</summary>
    public Task<List<Webhook>> ListAsync(long? consumerId, long? providerId, CancellationToken ct) => db.Query<Webhook>($"""
        {Select}
        WHERE {(consumerId is null ? "w.consumer_id IS NULL AND w.consumer_label IS NULL" : "w.consumer_id = @consumerId")}
          AND {(providerId is null ? "w.provider_id IS NULL AND w.provider_label IS NULL" : "w.provider_id = @providerId")}
        ORDER BY w.id
        """, new { consumerId, providerId }, ct);

    /// <summary>Enabled webhooks that apply to a pair, by name, by label or for everybody.</summary>
    public Task<List<Webhook>> MatchingAsync(Pact pact, CancellationToken ct) => db.Query<Webhook>($"""
        {Select}
        WHERE w.enabled
          AND (w.consumer_id IS NULL OR w.consumer_id = @ConsumerId) AND (w.provider_id IS NULL OR w.provider_id = @ProviderId)
          AND (w.consumer_label IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = @ConsumerId AND l.name = w.consumer_label))
          AND (w.provider_label IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = @ProviderId AND l.name = w.provider_label))
        ORDER BY w.id
        """, new { pact.ConsumerId, pact.ProviderId }, ct);

    /// <summary>The latest pact that a webhook, saved or not, applies to.</summary>
    public Task<Pact?> LatestPactAsync(Webhook webhook, CancellationToken ct) => db.One<Pact>($"""
        SELECT {PactsStore.Columns} FROM pact_publications pp {PactsStore.Joins}
        WHERE pp.is_current {(webhook.ConsumerId is null ? "" : "AND pp.consumer_id = @ConsumerId")} {(webhook.ProviderId is null ? "" : "AND pp.provider_id = @ProviderId")}
          {(webhook.ConsumerLabel is null ? "" : "AND EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = pp.consumer_id AND l.name = @ConsumerLabel)")}
          {(webhook.ProviderLabel is null ? "" : "AND EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = pp.provider_id AND l.name = @ProviderLabel)")}
        ORDER BY pp.consumer_version_id DESC LIMIT 1
        """, webhook, ct);

    public Task<int> InsertAsync(Webhook webhook, CancellationToken ct) => db.Run("""
        INSERT INTO webhooks (uuid, description, consumer_id, provider_id, consumer_label, provider_label, enabled, events, request, created_at, updated_at)
        VALUES (@Uuid, @Description, @ConsumerId, @ProviderId, @ConsumerLabel, @ProviderLabel, @Enabled, @Events, @Request, @CreatedAt, @UpdatedAt)
        """, Stamped(webhook, db.Now), ct);

    public Task<int> UpdateAsync(Webhook webhook, CancellationToken ct) => db.Run("""
        UPDATE webhooks SET description = @Description, consumer_id = @ConsumerId, provider_id = @ProviderId, consumer_label = @ConsumerLabel,
            provider_label = @ProviderLabel, enabled = @Enabled, events = @Events, request = @Request, updated_at = @UpdatedAt
        WHERE id = @Id
        """, webhook with { UpdatedAt = db.Now }, ct);

    /// <summary>The history of what it triggered stays, detached.</summary>
    public Task<int> DeleteAsync(string uuid, CancellationToken ct) => db.Run("DELETE FROM webhooks WHERE uuid = @uuid", new { uuid }, ct);

    private static Webhook Stamped(Webhook webhook, Moment now) => webhook with { CreatedAt = now, UpdatedAt = now };
}

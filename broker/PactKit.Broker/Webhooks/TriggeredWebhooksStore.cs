using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Webhooks;

internal sealed class TriggeredWebhooksStore(Session db, Dialect dialect)
{
    private const string Select = """
        SELECT t.id, t.uuid, t.webhook_uuid, (t.webhook_id IS NOT NULL) AS webhook_exists, t.event_name, t.trigger_type, t.status, t.attempts,
            t.context, w.request, c.name AS consumer, p.name AS provider, t.created_at
        FROM triggered_webhooks t
        LEFT JOIN webhooks w ON w.id = t.webhook_id
        JOIN pacticipants c ON c.id = t.consumer_id
        JOIN pacticipants p ON p.id = t.provider_id
        """;

    public async Task<TriggeredWebhook> InsertAsync(Webhook webhook, Pact pact, long? verificationId, string eventName, string context, Moment due, CancellationToken ct)
    {
        var uuid = db.NewUuid();
        await db.Run("""
            INSERT INTO triggered_webhooks (uuid, webhook_id, webhook_uuid, consumer_id, provider_id, publication_id, verification_id, trigger_type,
                event_name, context, status, attempts, due_at, created_at, updated_at)
            VALUES (@uuid, @Id, @webhookUuid, @ConsumerId, @ProviderId, @PublicationId, @verificationId, 'resource_creation',
                @eventName, @context, 'not_run', 0, @due, @now, @now)
            """, new { uuid, webhook.Id, webhookUuid = webhook.Uuid, pact.ConsumerId, pact.ProviderId, pact.PublicationId, verificationId, eventName, context, due, now = db.Now }, ct);
        return (await FindAsync(uuid, ct))! with { Description = webhook.Title };
    }

    public Task<TriggeredWebhook?> FindAsync(string uuid, CancellationToken ct) => db.One<TriggeredWebhook>($"{Select} WHERE t.uuid = @uuid", new { uuid }, ct);

    public Task<List<TriggeredWebhook>> OfPublicationAsync(Pact pact, CancellationToken ct) => db.Query<TriggeredWebhook>($"""
        {Select} JOIN pact_publications pp ON pp.id = t.publication_id
        WHERE pp.consumer_version_id = @ConsumerVersionId AND pp.provider_id = @ProviderId AND t.verification_id IS NULL ORDER BY t.id DESC
        """, new { pact.ConsumerVersionId, pact.ProviderId }, ct);

    public Task<List<TriggeredWebhook>> OfVerificationAsync(long verificationId, CancellationToken ct) =>
        db.Query<TriggeredWebhook>($"{Select} WHERE t.verification_id = @verificationId ORDER BY t.id DESC", new { verificationId }, ct);

    /// <summary>The latest of each webhook and event, of webhooks that still exist.</summary>
    public Task<List<TriggeredWebhook>> LatestOfPairAsync(long consumerId, long providerId, CancellationToken ct) => db.Query<TriggeredWebhook>($"""
        {Select} WHERE t.id IN (
            SELECT max(x.id) FROM triggered_webhooks x
            WHERE x.consumer_id = @consumerId AND x.provider_id = @providerId AND x.webhook_id IS NOT NULL GROUP BY x.webhook_id, x.event_name)
        ORDER BY t.id DESC
        """, new { consumerId, providerId }, ct);

    public Task<List<WebhookExecution>> ExecutionsAsync(long triggeredId, CancellationToken ct) => db.Query<WebhookExecution>(
        "SELECT success, logs, created_at FROM webhook_executions WHERE triggered_webhook_id = @triggeredId ORDER BY id", new { triggeredId }, ct);

    /// <summary>
    /// Takes the next due row off the queue. Its due time becomes the end of a lease: should this process die, another one
    /// sends it then.
    /// </summary>
    public Task<TriggeredWebhook?> TakeDueAsync(Moment leaseEnd, CancellationToken ct) => db.WriteAsync(async () =>
    {
        var id = await db.One<long?>($"""
            SELECT id FROM triggered_webhooks WHERE due_at <= @now ORDER BY due_at LIMIT 1 {dialect.SkipLocked}
            """, new { now = db.Now }, ct);
        if (id is null) return null;
        await db.Run("UPDATE triggered_webhooks SET due_at = @leaseEnd WHERE id = @id", new { id, leaseEnd }, ct);
        return await db.One<TriggeredWebhook>($"{Select} WHERE t.id = @id", new { id }, ct);
    }, ct);

    public Task<bool> FinishAsync(long id, string status, Moment? next, bool success, string logs, CancellationToken ct) => db.WriteAsync(async () =>
    {
        await db.Run("UPDATE triggered_webhooks SET status = @status, attempts = attempts + 1, due_at = @next, updated_at = @now WHERE id = @id",
            new { id, status, next, now = db.Now }, ct);
        await db.Run("""
            INSERT INTO webhook_executions (triggered_webhook_id, success, logs, created_at, updated_at)
            SELECT t.id, @success, @logs, @now, @now FROM triggered_webhooks t WHERE t.id = @id
            """, new { id, success, logs, now = db.Now }, ct);
        return true;
    }, ct);
}

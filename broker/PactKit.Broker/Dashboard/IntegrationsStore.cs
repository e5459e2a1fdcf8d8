using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Dashboard;

internal sealed record Integration
{
    public required string Consumer { get; init; }
    public required string Provider { get; init; }
}

internal sealed class IntegrationsStore(Session db)
{
    public async Task<(List<Integration> Items, long Total)> ListAsync(string? search, Pagination? page, CancellationToken ct)
    {
        const string Joins = "FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id";
        var where = search is null ? "" : "WHERE lower(c.name) LIKE @pattern ESCAPE '\\' OR lower(p.name) LIKE @pattern ESCAPE '\\'";
        var args = new { pattern = search is null ? null : Like.Containing(search), limit = page?.Size ?? int.MaxValue, offset = page?.Offset ?? 0 };
        var items = await db.Query<Integration>($"""
            SELECT c.name AS consumer, p.name AS provider {Joins} {where}
            ORDER BY CASE WHEN i.contract_data_updated_at IS NULL THEN 1 ELSE 0 END, i.contract_data_updated_at DESC, i.id DESC LIMIT @limit OFFSET @offset
            """, args, ct);
        return (items, page is null ? items.Count : await db.One<long>($"SELECT count(*) {Joins} {where}", args, ct));
    }

    /// <summary>Everything but the environments.</summary>
    public async Task<bool> DeleteAllAsync(CancellationToken ct)
    {
        await db.Run("DELETE FROM webhooks", null, ct);
        await db.Run("DELETE FROM pacticipants", null, ct);
        return true;
    }

    /// <summary>A pair's pacts, results and webhooks; then versions and pacticipants that nothing refers to any more.</summary>
    public async Task<bool> DeleteAsync(long consumerId, long providerId, CancellationToken ct)
    {
        var args = new { consumerId, providerId };
        await db.Run("DELETE FROM webhooks WHERE consumer_id = @consumerId AND provider_id = @providerId", args, ct);
        await db.Run("DELETE FROM triggered_webhooks WHERE consumer_id = @consumerId AND provider_id = @providerId", args, ct);
        await db.Run("DELETE FROM pact_versions WHERE consumer_id = @consumerId AND provider_id = @providerId", args, ct);
        await db.Run("DELETE FROM integrations WHERE consumer_id = @consumerId AND provider_id = @providerId", args, ct);
        await db.Run("""
            DELETE FROM versions WHERE pacticipant_id IN (@consumerId, @providerId)
              AND NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.consumer_version_id = versions.id)
              AND NOT EXISTS (SELECT 1 FROM verifications v WHERE v.provider_version_id = versions.id)
            """, args, ct);
        await db.Run("""
            UPDATE branches SET head_version_id = (SELECT max(bv.version_id) FROM branch_versions bv WHERE bv.branch_id = branches.id)
            WHERE pacticipant_id IN (@consumerId, @providerId)
            """, args, ct);
        await db.Run("""
            DELETE FROM pacticipants WHERE id IN (@consumerId, @providerId)
              AND NOT EXISTS (SELECT 1 FROM integrations i WHERE i.consumer_id = pacticipants.id OR i.provider_id = pacticipants.id)
              AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.pacticipant_id = pacticipants.id)
            """, args, ct);
        return true;
    }
}

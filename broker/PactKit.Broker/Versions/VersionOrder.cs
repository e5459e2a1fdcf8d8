using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

/// <summary>
/// A version's id is its order: latest means created last. Where the operator wants versions ordered by their numbers instead, one
/// that comes late makes those with higher numbers move behind it, under new ids. Nothing else has to know.
/// </summary>
internal sealed class VersionOrder(Session db, BrokerSettings settings)
{
    private static readonly (string Table, string Column)[] References =
    [
        ("branch_versions", "version_id"), ("branches", "head_version_id"), ("tags", "version_id"), ("pact_publications", "consumer_version_id"),
        ("verifications", "provider_version_id"), ("deployed_versions", "version_id"), ("released_versions", "version_id"),
    ];

    public async Task ArrangeAsync(long pacticipantId, string number, CancellationToken ct)
    {
        if (settings.OrderVersionsByDate) return;
        await db.LockAsync($"order {pacticipantId}", ct);
        var added = SemanticNumber.Parse(number);
        var all = await db.Query<Numbered>("SELECT id, number FROM versions WHERE pacticipant_id = @pacticipantId ORDER BY id", new { pacticipantId }, ct);
        // What is no version number comes first.
        var later = all.Select(version => (Version: version, Order: SemanticNumber.Parse(version.Number)))
            .Where(item => item.Version.Number != number && item.Order is not null && item.Order.CompareTo(added) > 0)
            .OrderBy(item => item.Order).ThenBy(item => item.Version.Id);
        foreach (var (version, _) in later.ToList()) await MoveToEndAsync(version, ct);
    }

    private async Task MoveToEndAsync(Numbered version, CancellationToken ct)
    {
        // The number has to be free before the copy can have it.
        await db.Run("UPDATE versions SET number = 'moved ' || id WHERE id = @Id", version, ct);
        var id = await db.One<long>("""
            INSERT INTO versions (pacticipant_id, number, build_url, created_at, updated_at)
            SELECT pacticipant_id, @Number, build_url, created_at, updated_at FROM versions WHERE id = @Id RETURNING id
            """, version, ct);
        foreach (var (table, column) in References) await db.Run($"UPDATE {table} SET {column} = @id WHERE {column} = @old", new { id, old = version.Id }, ct);
        await db.Run("DELETE FROM versions WHERE id = @Id", version, ct);
    }

    private sealed record Numbered
    {
        public long Id { get; init; }
        public required string Number { get; init; }
    }
}

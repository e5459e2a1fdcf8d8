using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacticipants;

internal sealed record Label
{
    public required string Name { get; init; }
    public Moment CreatedAt { get; init; }
    public Moment UpdatedAt { get; init; }
}

internal sealed class LabelsStore(Session db)
{
    public async Task<(List<string> Names, long Total)> NamesAsync(Pagination? page, CancellationToken ct)
    {
        var names = await db.Query<string>("SELECT DISTINCT name FROM labels ORDER BY name LIMIT @limit OFFSET @offset",
            new { limit = page?.Size ?? int.MaxValue, offset = page?.Offset ?? 0 }, ct);
        return (names, page is null ? names.Count : await db.One<long>("SELECT count(DISTINCT name) FROM labels", null, ct));
    }

    public Task<Label?> FindAsync(string pacticipant, string label, CancellationToken ct) => db.One<Label>("""
        SELECT l.name, l.created_at, l.updated_at
        FROM labels l JOIN pacticipants p ON p.id = l.pacticipant_id
        WHERE p.name = @pacticipant AND l.name = @label
        """, new { pacticipant, label }, ct);

    public Task<int> InsertAsync(long pacticipantId, string label, CancellationToken ct)
    {
        Names.Check("a label", label);
        return db.Run("""
            INSERT INTO labels (pacticipant_id, name, created_at, updated_at) VALUES (@pacticipantId, @label, @now, @now)
            ON CONFLICT DO NOTHING
            """, new { pacticipantId, label, now = db.Now }, ct);
    }

    public Task<int> DeleteAsync(string pacticipant, string label, CancellationToken ct) => db.Run("""
        DELETE FROM labels WHERE name = @label AND pacticipant_id = (SELECT id FROM pacticipants WHERE name = @pacticipant)
        """, new { pacticipant, label }, ct);
}

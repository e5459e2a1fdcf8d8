using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal sealed class VersionsStore(Session db, VersionOrder order)
{
    private const string Select = """
        SELECT v.id, v.pacticipant_id, p.name AS pacticipant, v.number, v.build_url, v.created_at, v.updated_at
        FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id
        """;

    /// <summary>Whoever decides by the contracts a version already has holds this lock.</summary>
    public static string LockKey(string pacticipant, string number) => $"version {pacticipant}\n{number}";

    public Task<PacticipantVersion?> FindAsync(string pacticipant, string number, CancellationToken ct) =>
        db.One<PacticipantVersion>($"{Select} WHERE p.name = @pacticipant AND v.number = @number", new { pacticipant, number }, ct);

    public Task<PacticipantVersion?> FindAsync(long pacticipantId, string number, CancellationToken ct) =>
        db.One<PacticipantVersion>($"{Select} WHERE v.pacticipant_id = @pacticipantId AND {db.Named("v.number", "number")}", new { pacticipantId, number }, ct);

    /// <summary>As <see cref="FindAsync(string, string, CancellationToken)"/>, in any case where the operator wants that.</summary>
    public Task<PacticipantVersion?> FindByNumberAsync(string pacticipant, string number, CancellationToken ct) =>
        db.One<PacticipantVersion>($"{Select} WHERE p.name = @pacticipant AND {db.Named("v.number", "number")}", new { pacticipant, number }, ct);

    public Task<PacticipantVersion?> LatestAsync(string pacticipant, CancellationToken ct) =>
        db.One<PacticipantVersion>($"{Select} WHERE p.name = @pacticipant ORDER BY v.id DESC LIMIT 1", new { pacticipant }, ct);

    public Task<PacticipantVersion?> LatestTaggedAsync(string pacticipant, string tag, CancellationToken ct) => db.One<PacticipantVersion>($"""
        {Select} WHERE v.id = (
            SELECT max(t.version_id) FROM tags t JOIN pacticipants q ON q.id = t.pacticipant_id WHERE q.name = @pacticipant AND t.name = @tag)
        """, new { pacticipant, tag }, ct);

    public Task<PacticipantVersion?> BranchHeadAsync(string pacticipant, string branch, CancellationToken ct) => db.One<PacticipantVersion>($"""
        {Select} JOIN branches b ON b.head_version_id = v.id WHERE p.name = @pacticipant AND b.name = @branch
        """, new { pacticipant, branch }, ct);

    /// <summary>Versions newest first, narrowed by one condition over <c>v</c>.</summary>
    public async Task<(List<PacticipantVersion> Items, long Total)> ListAsync(long pacticipantId, VersionFilter filter, Pagination? page, CancellationToken ct)
    {
        var condition = $"v.pacticipant_id = @pacticipantId AND {filter.Condition}";
        var args = new { pacticipantId, name = filter.Name, limit = page?.Size ?? int.MaxValue, offset = page?.Offset ?? 0 };
        var items = await db.Query<PacticipantVersion>($"{Select} WHERE {condition} ORDER BY v.id DESC LIMIT @limit OFFSET @offset", args, ct);
        return (items, page is null ? items.Count : await db.One<long>($"SELECT count(*) FROM versions v WHERE {condition}", args, ct));
    }

    /// <summary>The version, and whether it had to be created. A build URL given here replaces the stored one.</summary>
    public async Task<(PacticipantVersion Version, bool Created)> GetOrCreateAsync(Pacticipant owner, string number, string? buildUrl, CancellationToken ct)
    {
        if (await FindAsync(owner.Id, number, ct) is { } existing)
        {
            if (buildUrl is null || buildUrl == existing.BuildUrl) return (existing, false);
            await SetBuildUrlAsync(existing.Id, buildUrl, ct);
            return (existing with { BuildUrl = buildUrl }, false);
        }

        Names.Check("a version", number);
        var now = db.Now;
        var inserted = await db.One<long?>("""
            INSERT INTO versions (pacticipant_id, number, build_url, created_at, updated_at) VALUES (@Id, @number, @buildUrl, @now, @now)
            ON CONFLICT (pacticipant_id, number) DO NOTHING RETURNING id
            """, new { owner.Id, number, buildUrl, now }, ct);
        if (inserted is not { } id) return ((await FindAsync(owner.Id, number, ct))!, false);
        await order.ArrangeAsync(owner.Id, number, ct);
        return (new PacticipantVersion
        {
            Id = id, PacticipantId = owner.Id, Pacticipant = owner.Name, Number = number, BuildUrl = buildUrl, CreatedAt = now, UpdatedAt = now,
        }, true);
    }

    public Task<int> SetBuildUrlAsync(long id, string? buildUrl, CancellationToken ct) =>
        db.Run("UPDATE versions SET build_url = @buildUrl, updated_at = @now WHERE id = @id", new { id, buildUrl, now = db.Now }, ct);

    /// <summary>Deletes versions with all that hangs on them, and gives their branches a new head.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<long> versionIds, CancellationToken ct)
    {
        var ids = db.Ids(versionIds);
        await db.Run($"DELETE FROM versions WHERE {db.In("id", "ids")}", new { ids }, ct);
        await db.Run($"""
            UPDATE branches SET head_version_id = (SELECT max(bv.version_id) FROM branch_versions bv WHERE bv.branch_id = branches.id)
            WHERE {db.In("head_version_id", "ids")}
            """, new { ids }, ct);
    }
}

/// <summary>Which versions a list shows.</summary>
internal sealed record VersionFilter(string Condition, string? Name = null)
{
    public static readonly VersionFilter All = new("TRUE");

    public static VersionFilter Tagged(string tag) => new("EXISTS (SELECT 1 FROM tags t WHERE t.version_id = v.id AND t.name = @name)", tag);

    public static VersionFilter OnBranch(string branch) => new("""
        EXISTS (SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
                WHERE bv.version_id = v.id AND b.pacticipant_id = @pacticipantId AND b.name = @name)
        """, branch);

    public static VersionFilter EverIn(string environmentUuid) => new("""
        (EXISTS (SELECT 1 FROM deployed_versions d JOIN environments e ON e.id = d.environment_id WHERE d.version_id = v.id AND e.uuid = @name)
         OR EXISTS (SELECT 1 FROM released_versions r JOIN environments e ON e.id = r.environment_id WHERE r.version_id = v.id AND e.uuid = @name))
        """, environmentUuid);
}

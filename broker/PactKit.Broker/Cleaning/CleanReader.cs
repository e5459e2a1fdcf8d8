using Dapper;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Cleaning;

internal sealed record DoomedVersion
{
    public long Id { get; init; }
    public required string Pacticipant { get; init; }
    public required string Number { get; init; }
}

/// <summary>Finds what a clean-up would delete, and counts. Reads only.</summary>
internal sealed class CleanReader(Session db)
{
    public Task<List<StaleBranch>> StaleBranchesAsync(CleanSettings settings, CancellationToken ct)
    {
        if (settings.KeepBranches.Count == 0) return Task.FromResult(new List<StaleBranch>());
        var keep = new KeepConditions(db, []);
        var kept = keep.Branch(settings.KeepBranches);
        var parameters = With(keep.Parameters, settings.DeletionLimit);
        return db.Query<StaleBranch>($"""
            SELECT b.id, p.name AS pacticipant, b.name FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id
            WHERE (p.main_branch IS NULL OR b.name <> p.main_branch) AND NOT ({kept})
            ORDER BY b.updated_at, b.id LIMIT @limit
            """, parameters, ct);
    }

    /// <summary>The oldest versions that no selector keeps.</summary>
    public Task<List<DoomedVersion>> DoomedVersionsAsync(KeepConditions keep, string kept, int limit, CancellationToken ct) => db.Query<DoomedVersion>($"""
        SELECT v.id, p.name AS pacticipant, v.number FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id
        WHERE NOT ({kept}) ORDER BY v.id LIMIT @limit
        """, With(keep.Parameters, limit), ct);

    public async Task<CleanReport> ReportAsync(
        CleanSettings settings, IReadOnlyList<StaleBranch> stale, KeepConditions keep, string kept, IReadOnlyList<DoomedVersion> doomed, CancellationToken ct)
    {
        var bySelector = new List<KeptBySelector>();
        foreach (var selector in settings.KeepVersions)
        {
            var count = await db.One<long>($"SELECT count(*) FROM versions v WHERE {keep.Version(selector)}", keep.Parameters, ct);
            bySelector.Add(new KeptBySelector(selector.ToString(), count));
        }

        var keeping = await db.Query<Kept>($"""
            SELECT p.name, k.count, f.number AS first, l.number AS last
            FROM (SELECT v.pacticipant_id, count(*) AS count, min(v.id) AS first_id, max(v.id) AS last_id FROM versions v WHERE {kept} GROUP BY v.pacticipant_id) k
            JOIN pacticipants p ON p.id = k.pacticipant_id JOIN versions f ON f.id = k.first_id JOIN versions l ON l.id = k.last_id
            """, keep.Parameters, ct);
        var going = doomed.GroupBy(version => version.Pacticipant).ToDictionary(
            group => group.Key, group => new CleanedVersions(group.Count(), group.First().Number, group.Last().Number));
        var staying = keeping.ToDictionary(item => item.Name, item => new CleanedVersions(item.Count, item.First, item.Last));
        var none = new CleanedVersions(0, null, null);
        var pacticipants = going.Keys.Union(staying.Keys).Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => new CleanedPacticipant(name, going.GetValueOrDefault(name, none), staying.GetValueOrDefault(name, none)));
        return new CleanReport(settings.DryRun, [], bySelector, [.. pacticipants], stale);
    }

    private static DynamicParameters With(DynamicParameters parameters, int limit)
    {
        var more = new DynamicParameters(parameters);
        more.Add("limit", limit);
        return more;
    }

    private sealed record Kept
    {
        public required string Name { get; init; }
        public long Count { get; init; }
        public string? First { get; init; }
        public string? Last { get; init; }
    }
}

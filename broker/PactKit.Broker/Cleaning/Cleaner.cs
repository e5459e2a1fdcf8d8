using System.Data;
using Dapper;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Cleaning;

/// <summary>
/// Deletes what nobody will ask for again: stale branches, old versions that no selector keeps with all that hangs on them, and data
/// that newer data replaced. In short transactions, each of which looks again before it deletes: a version deployed meanwhile stays.
/// </summary>
internal sealed class Cleaner(Session db, Dialect dialect, VersionsStore versions, BranchesStore branches, CleanReader reader)
{
    private const int VersionsPerTransaction = 50;
    private const int RowsPerTransaction = 500;

    /// <summary>Null when another clean-up of this database is under way; then nothing was done.</summary>
    public async Task<CleanReport?> RunAsync(CleanSettings settings, CancellationToken ct)
    {
        await using var held = await dialect.TryLockAsync("clean", ct);
        if (held is null) return null;
        var stale = await reader.StaleBranchesAsync(settings, ct);
        if (!settings.DryRun)
        {
            foreach (var batch in stale.Chunk(RowsPerTransaction)) await db.WriteAsync(() => branches.DeleteAsync(batch.Select(branch => branch.Id), ct), ct);
        }

        var keep = new KeepConditions(db, [.. stale.Select(branch => branch.Id)]);
        var kept = keep.Version(settings.KeepVersions);
        var doomed = await reader.DoomedVersionsAsync(keep, kept, settings.DeletionLimit, ct);
        var report = await reader.ReportAsync(settings, stale, keep, kept, doomed, ct);
        var deleted = settings.DryRun ? doomed.Count : await DeleteVersionsAsync(doomed, keep, kept, ct);
        return report with { Counts = [.. await reader.CountsAsync(settings.DryRun, stale.Count, deleted, ct), .. await OverwrittenAsync(settings, ct)] };
    }

    private async Task<int> DeleteVersionsAsync(IReadOnlyList<DoomedVersion> doomed, KeepConditions keep, string kept, CancellationToken ct)
    {
        var deleted = 0;
        foreach (var batch in doomed.Chunk(VersionsPerTransaction))
        {
            var parameters = new DynamicParameters(keep.Parameters);
            parameters.Add("ids", db.Ids(batch.Select(version => version.Id)), DbType.Object);
            deleted += await db.WriteAsync(async () =>
            {
                var still = await db.Query<long>($"SELECT v.id FROM versions v WHERE {db.In("v.id", "ids")} AND NOT ({kept})", parameters, ct);
                await versions.DeleteAsync(still, ct);
                return still.Count;
            }, ct);
        }

        return deleted;
    }

    private async Task<List<CleanCount>> OverwrittenAsync(CleanSettings settings, CancellationToken ct)
    {
        var counts = new List<CleanCount>();
        var before = Moment.From(db.Now.Time - settings.OverwrittenDataMaxAge);
        foreach (var (name, table, condition) in CleanReader.Overwritten)
        {
            var ids = await db.Query<long>($"SELECT id FROM {table} WHERE created_at < @before AND {condition} ORDER BY id", new { before }, ct);
            var total = await db.One<long>($"SELECT count(*) FROM {table}", null, ct);
            var deleted = settings.DryRun ? ids.Count : 0;
            foreach (var batch in settings.DryRun ? [] : ids.Chunk(RowsPerTransaction))
            {
                deleted += await db.WriteAsync(() => db.Run(
                    $"DELETE FROM {table} WHERE {db.In("id", "ids")} AND {condition}", new { ids = db.Ids(batch) }, ct), ct);
            }

            counts.Add(new CleanCount(name, deleted, total - deleted));
        }

        return counts;
    }
}

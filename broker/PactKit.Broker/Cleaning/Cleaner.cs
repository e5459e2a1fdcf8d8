using System.Data;
using Dapper;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Cleaning;

/// <summary>
/// Deletes what nobody will ask for again: stale branches, old versions that no selector keeps with all that hangs on them, and data
/// that newer data replaced. In short transactions, each of which looks again before it deletes: a version deployed meanwhile stays.
/// </summary>
internal sealed class Cleaner(Session db, Dialect dialect, VersionsStore versions, BranchesStore branches, CleanReader reader, CleanCounts counts)
{
    private const int VersionsPerTransaction = 50;
    private const int RowsPerTransaction = 500;

    private const string Orphan = "NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.pact_version_id = pact_versions.id)";

    private const string Superseded = """
        due_at IS NULL AND id NOT IN (
            SELECT max(x.id) FROM triggered_webhooks x GROUP BY x.webhook_uuid, x.event_name, x.consumer_id, x.provider_id)
        """;

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
        var before = Moment.From(db.Now.Time - settings.OverwrittenDataMaxAge);
        if (settings.DryRun)
        {
            var foretold = await counts.ForetellAsync(doomed.Select(version => version.Id), before, ct);
            return report with { Counts = await counts.ReportAsync(true, doomed.Count, stale.Count, foretold, ct) };
        }

        var (deleted, taken) = await DeleteVersionsAsync(doomed, keep, kept, ct);
        return report with { Counts = await counts.ReportAsync(false, deleted, stale.Count, taken + await DeleteOverwrittenAsync(before, ct), ct) };
    }

    private async Task<(int Versions, CleanTally Taken)> DeleteVersionsAsync(IReadOnlyList<DoomedVersion> doomed, KeepConditions keep, string kept, CancellationToken ct)
    {
        var (deleted, taken) = (0, CleanTally.None);
        foreach (var batch in doomed.Chunk(VersionsPerTransaction))
        {
            var parameters = new DynamicParameters(keep.Parameters);
            parameters.Add("ids", db.Ids(batch.Select(version => version.Id)), DbType.Object);
            var (count, tally) = await db.WriteAsync(async () =>
            {
                var still = await db.Query<long>($"SELECT v.id FROM versions v WHERE {db.In("v.id", "ids")} AND NOT ({kept})", parameters, ct);
                var along = await counts.HangingOnAsync(db.In("consumer_version_id", "ids"), db.In("provider_version_id", "ids"), new { ids = db.Ids(still) }, ct);
                await versions.DeleteAsync(still, ct);
                return (still.Count, along);
            }, ct);
            (deleted, taken) = (deleted + count, taken + tally);
        }

        return (deleted, taken);
    }

    /// <summary>What newer rows replaced; contents after pacts, and logs last, because each step makes orphans for the next.</summary>
    private async Task<CleanTally> DeleteOverwrittenAsync(Moment before, CancellationToken ct)
    {
        const string OldPact = "NOT is_current";
        const string OldResult = "NOT is_latest";
        var chosen = db.In("id", "ids");
        var pacts = await DeleteAsync("pact_publications", OldPact, before, _ => CleanTally.None, ids => counts.HangingOnAsync($"{chosen} AND {OldPact}", "FALSE", ids, ct), ct);
        var results = await DeleteAsync("verifications", OldResult, before, _ => CleanTally.None, ids => counts.HangingOnAsync("FALSE", $"{chosen} AND {OldResult}", ids, ct), ct);
        var contents = await DeleteAsync("pact_versions", Orphan, before, deleted => CleanTally.None with { Contents = deleted },
            ids => counts.HangingOnAsync("FALSE", $"pact_version_id IN (SELECT id FROM pact_versions WHERE {chosen} AND {Orphan})", ids, ct), ct);
        var hooks = await DeleteAsync("triggered_webhooks", Superseded, before, deleted => CleanTally.None with { Hooks = deleted }, _ => Task.FromResult(CleanTally.None), ct);
        return pacts + results + contents + hooks;
    }

    private async Task<CleanTally> DeleteAsync(
        string table, string condition, Moment before, Func<int, CleanTally> own, Func<object, Task<CleanTally>> takenAlong, CancellationToken ct)
    {
        var tally = CleanTally.None;
        var old = await db.Query<long>($"SELECT id FROM {table} WHERE created_at < @before AND {condition} ORDER BY id", new { before }, ct);
        foreach (var batch in old.Chunk(RowsPerTransaction))
        {
            var parameters = new { ids = db.Ids(batch) };
            tally += await db.WriteAsync(async () =>
            {
                var along = await takenAlong(parameters);
                return along + own(await db.Run($"DELETE FROM {table} WHERE {db.In("id", "ids")} AND {condition}", parameters, ct));
            }, ct);
        }

        return tally;
    }
}

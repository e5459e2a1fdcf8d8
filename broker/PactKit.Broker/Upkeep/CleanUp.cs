using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Upkeep;

/// <summary>What a clean-up took away.</summary>
internal sealed record CleanUpReport(int Versions, int Contents, int Revisions, int Verifications, int Webhooks);

/// <summary>
/// Deletes what nobody will ask for again: old versions that are no head, not the latest and nowhere deployed or released, with
/// all that hangs on them; and data that newer data replaced.
/// </summary>
internal sealed class CleanUp(Session db, VersionsStore versions, BrokerSettings settings)
{
    private const string Unneeded = """
        SELECT v.id FROM versions v
        WHERE v.created_at < @before
          AND EXISTS (SELECT 1 FROM versions later WHERE later.pacticipant_id = v.pacticipant_id AND later.id > v.id)
          AND NOT EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = v.id)
          AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = v.id AND NOT EXISTS (
              SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id))
          AND NOT EXISTS (SELECT 1 FROM deployed_versions d WHERE d.version_id = v.id AND d.currently_deployed)
          AND NOT EXISTS (SELECT 1 FROM released_versions r WHERE r.version_id = v.id AND r.support_ended_at IS NULL)
        ORDER BY v.id LIMIT @limit
        """;

    public Task<CleanUpReport> RunAsync(CancellationToken ct) => db.WriteAsync(async () =>
    {
        var now = db.Now;
        var before = Moment.From(now.Time - settings.CleanVersionsAfter);
        var replacedBefore = Moment.From(now.Time - settings.CleanOverwrittenAfter);
        var doomed = await db.Query<long>(Unneeded, new { before, limit = settings.CleanDeletionLimit }, ct);
        await versions.DeleteAsync(doomed, ct);
        var revisions = await db.Run("DELETE FROM pact_publications WHERE NOT is_current AND created_at < @replacedBefore", new { replacedBefore }, ct);
        var verifications = await db.Run("DELETE FROM verifications WHERE NOT is_latest AND created_at < @replacedBefore", new { replacedBefore }, ct);
        var contents = await db.Run("""
            DELETE FROM pact_versions WHERE created_at < @replacedBefore
              AND NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.pact_version_id = pact_versions.id)
            """, new { replacedBefore }, ct);
        var webhooks = await db.Run("""
            DELETE FROM triggered_webhooks WHERE created_at < @replacedBefore AND due_at IS NULL AND id NOT IN (
                SELECT max(x.id) FROM triggered_webhooks x GROUP BY x.webhook_uuid, x.event_name, x.consumer_id, x.provider_id)
            """, new { replacedBefore }, ct);
        return new CleanUpReport(doomed.Count, contents, revisions, verifications, webhooks);
    }, ct);
}

/// <summary>Cleans up once a day, when the operator wants it.</summary>
internal sealed class CleanUpSchedule(IServiceScopeFactory scopes, BrokerSettings settings, TimeProvider clock, ILogger<CleanUpSchedule> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.CleanEnabled) return;
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var report = await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(stoppingToken);
                if (log.IsEnabled(LogLevel.Information)) log.LogInformation("Cleaned up: {Report}", report);
            }
            catch (System.Data.Common.DbException failure)
            {
                log.LogWarning(failure, "The clean-up failed; it is tried again tomorrow.");
            }
        }
    }
}

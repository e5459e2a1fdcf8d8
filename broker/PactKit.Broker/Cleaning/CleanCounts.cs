using PactKit.Broker.Storage;

namespace PactKit.Broker.Cleaning;

/// <summary>Rows that go: pacts, results, contents and webhook logs, whichever way they go.</summary>
internal sealed record CleanTally(long Publications, long Results, long Contents, long Hooks)
{
    public static readonly CleanTally None = new(0, 0, 0, 0);

    public static CleanTally operator +(CleanTally a, CleanTally b) => new(a.Publications + b.Publications, a.Results + b.Results, a.Contents + b.Contents, a.Hooks + b.Hooks);
}

/// <summary>Counts what a clean-up takes along. Reads only.</summary>
internal sealed class CleanCounts(Session db)
{
    /// <summary>
    /// What would go with these versions and, of the data that newer data replaced, because it is older than <paramref name="before"/>:
    /// in the order in which a clean-up deletes, each step of which makes orphans for the next.
    /// </summary>
    public async Task<CleanTally> ForetellAsync(IEnumerable<long> doomed, Moment before, CancellationToken ct)
    {
        string Pact(string pact) => $"({db.In($"{pact}.consumer_version_id", "doomed")} OR (NOT {pact}.is_current AND {pact}.created_at < @before))";
        var orphan = $"c.created_at < @before AND NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.pact_version_id = c.id AND NOT {Pact("pp")})";
        string Result(string result) => $"""
            ({db.In($"{result}.provider_version_id", "doomed")} OR (NOT {result}.is_latest AND {result}.created_at < @before)
             OR {result}.pact_version_id IN (SELECT c.id FROM pact_versions c WHERE {orphan}))
            """;
        string Hanging(string hook) => $"""
            ({hook}.publication_id IN (SELECT g.id FROM pact_publications g WHERE {Pact("g")})
             OR ({hook}.verification_id IS NOT NULL AND {hook}.verification_id IN (SELECT r.id FROM verifications r WHERE {Result("r")})))
            """;
        var row = await db.One<Row>($"""
            SELECT (SELECT count(*) FROM pact_publications p WHERE {Pact("p")}) AS publications,
                   (SELECT count(*) FROM verifications v WHERE {Result("v")}) AS results,
                   (SELECT count(*) FROM pact_versions c WHERE {orphan}) AS contents,
                   (SELECT count(*) FROM triggered_webhooks t WHERE {Hanging("t")} OR (t.due_at IS NULL AND t.created_at < @before AND t.id NOT IN (
                       SELECT max(x.id) FROM triggered_webhooks x WHERE NOT {Hanging("x")} GROUP BY x.webhook_uuid, x.event_name, x.consumer_id, x.provider_id))) AS hooks
            """, new { doomed = db.Ids(doomed), before }, ct);
        return row!.Tally;
    }

    /// <summary>What goes when the pacts and the results that fulfil these conditions go.</summary>
    public async Task<CleanTally> HangingOnAsync(string pacts, string results, object parameters, CancellationToken ct)
    {
        var row = await db.One<Row>($"""
            SELECT (SELECT count(*) FROM pact_publications WHERE {pacts}) AS publications,
                   (SELECT count(*) FROM verifications WHERE {results}) AS results,
                   (SELECT count(*) FROM triggered_webhooks WHERE publication_id IN (SELECT id FROM pact_publications WHERE {pacts})
                       OR verification_id IN (SELECT id FROM verifications WHERE {results})) AS hooks
            """, parameters, ct);
        return row!.Tally;
    }

    /// <summary>The report's lines; what is kept is counted after the clean-up, or computed where nothing was deleted.</summary>
    public async Task<IReadOnlyList<CleanCount>> ReportAsync(bool dryRun, long versions, long branches, CleanTally gone, CancellationToken ct)
    {
        var counts = new List<CleanCount>();
        foreach (var (name, table, deleted) in new[]
        {
            ("versions", "versions", versions), ("branches", "branches", branches), ("pacts", "pact_publications", gone.Publications),
            ("verification results", "verifications", gone.Results), ("pact contents", "pact_versions", gone.Contents), ("triggered webhooks", "triggered_webhooks", gone.Hooks),
        })
        {
            var left = await db.One<long>($"SELECT count(*) FROM {table}", null, ct);
            counts.Add(new CleanCount(name, deleted, left - (dryRun ? deleted : 0)));
        }

        return counts;
    }

    private sealed record Row
    {
        public long Publications { get; init; }
        public long Results { get; init; }
        public long Contents { get; init; }
        public long Hooks { get; init; }

        public CleanTally Tally => new(Publications, Results, Contents, Hooks);
    }
}

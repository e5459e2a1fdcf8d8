using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>A successful verification of a content, seen from one branch or tag of the verifying version.</summary>
internal sealed record SuccessUnder
{
    public long PactVersionId { get; init; }
    public string Name { get; init; } = "";
    public Moment At { get; init; }
}

/// <summary>The facts that pending and WIP are decided from, each read in one query for all contents of a request.</summary>
internal sealed class PendingStore(Session db)
{
    /// <summary>First success per content and branch the verifying version is on today.</summary>
    public Task<List<SuccessUnder>> ByBranchAsync(IEnumerable<long> pactVersionIds, bool countWip, Moment since, CancellationToken ct) => db.Query<SuccessUnder>($"""
        SELECT v.pact_version_id, b.name, min(v.created_at) AS at
        FROM verifications v
        JOIN branch_versions bv ON bv.version_id = v.provider_version_id
        JOIN branches b ON b.id = bv.branch_id
        WHERE v.success AND {db.In("v.pact_version_id", "ids")} AND v.created_at >= @since {(countWip ? "" : "AND NOT v.wip")}
        GROUP BY v.pact_version_id, b.name
        """, new { ids = db.Ids(pactVersionIds), since }, ct);

    /// <summary>First success per content and tag the verifying version has today.</summary>
    public Task<List<SuccessUnder>> ByTagAsync(IEnumerable<long> pactVersionIds, CancellationToken ct) => db.Query<SuccessUnder>($"""
        SELECT v.pact_version_id, t.name, min(v.created_at) AS at
        FROM verifications v JOIN tags t ON t.version_id = v.provider_version_id
        WHERE v.success AND {db.In("v.pact_version_id", "ids")}
        GROUP BY v.pact_version_id, t.name
        """, new { ids = db.Ids(pactVersionIds) }, ct);

    /// <summary>First success that was not work in progress, per content and tag the version had when the result was published.</summary>
    public Task<List<SuccessUnder>> ByTagAtTheTimeAsync(IEnumerable<long> pactVersionIds, CancellationToken ct) => db.Query<SuccessUnder>($"""
        SELECT t.pact_version_id, t.name, min(v.created_at) AS at
        FROM verification_tags t JOIN verifications v ON v.id = t.verification_id
        WHERE v.success AND NOT v.wip AND {db.In("t.pact_version_id", "ids")}
        GROUP BY t.pact_version_id, t.name
        """, new { ids = db.Ids(pactVersionIds) }, ct);

    public async Task<HashSet<long>> SucceededAsync(IEnumerable<long> pactVersionIds, CancellationToken ct) => (await db.Query<long>(
        $"SELECT DISTINCT pact_version_id FROM verifications WHERE success AND {db.In("pact_version_id", "ids")}", new { ids = db.Ids(pactVersionIds) }, ct)).ToHashSet();

    /// <summary>When the provider's pacts were published that nobody has verified with success.</summary>
    public async Task<List<Moment>> NeverVerifiedSinceAsync(long providerId, Moment since, CancellationToken ct) => (await db.Query<long>("""
        SELECT pp.created_at FROM pact_publications pp
        WHERE pp.is_current AND pp.provider_id = @providerId AND pp.created_at > @since
          AND NOT EXISTS (SELECT 1 FROM verifications v WHERE v.pact_version_id = pp.pact_version_id AND v.success)
        """, new { providerId, since }, ct)).ConvertAll(microseconds => new Moment(microseconds));

    public async Task<Moment?> BranchCreatedAsync(long providerId, string branch, CancellationToken ct) => At(await db.One<long?>(
        "SELECT created_at FROM branches WHERE pacticipant_id = @providerId AND name = @branch", new { providerId, branch }, ct));

    /// <summary>When the first version was added to the branch.</summary>
    public async Task<Moment?> BranchFirstUsedAsync(long providerId, string branch, CancellationToken ct) => At(await db.One<long?>("""
        SELECT min(v.created_at) FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id JOIN versions v ON v.id = bv.version_id
        WHERE b.pacticipant_id = @providerId AND b.name = @branch
        """, new { providerId, branch }, ct));

    public async Task<Moment?> TagFirstUsedAsync(long providerId, string tag, CancellationToken ct) => At(await db.One<long?>(
        "SELECT min(created_at) FROM tags WHERE pacticipant_id = @providerId AND name = @tag", new { providerId, tag }, ct));

    private static Moment? At(long? microseconds) => microseconds is { } value ? new Moment(value) : null;
}

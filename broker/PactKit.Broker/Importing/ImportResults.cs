using PactKit.Broker.Storage;

namespace PactKit.Broker.Importing;

/// <summary>Verification results of another broker.</summary>
internal sealed class ImportResults(Session db, Dialect dialect)
{
    private const string Select = """
        SELECT v.id, p.name AS provider, pv.sha, n.number AS provider_version, v.success, v.created_at
        FROM verifications v JOIN pact_versions pv ON pv.id = v.pact_version_id JOIN pacticipants c ON c.id = v.consumer_id
        JOIN pacticipants p ON p.id = v.provider_id JOIN versions n ON n.id = v.provider_version_id
        """;

    public async Task<IReadOnlyList<ImportedResultKey>> KnownAsync(string consumer, CancellationToken ct) =>
        (await db.Query<Row>($"{Select} WHERE c.name = @consumer", new { consumer }, ct)).ConvertAll(row => row.Key);

    /// <summary>Adds results, those with the lower numbers first: of a content and a provider version the last is the latest.</summary>
    public async Task<int> AddAsync(IReadOnlyList<ImportedResult> items, CancellationToken ct)
    {
        var added = 0;
        foreach (var item in items.OrderBy(item => item.Number))
        {
            var target = await db.One<Target>("""
                SELECT pv.id AS pact_version_id, pv.consumer_id, pv.provider_id, v.id AS provider_version_id
                FROM pact_versions pv JOIN pacticipants c ON c.id = pv.consumer_id JOIN pacticipants p ON p.id = pv.provider_id
                JOIN versions v ON v.pacticipant_id = p.id
                WHERE c.name = @Consumer AND p.name = @Provider AND pv.sha = @Sha AND v.number = @ProviderVersion
                """, item, ct);
            if (target is null) continue;
            var holder = item.Number > 0 ? await db.One<Row>($"{Select} WHERE v.id = @Number", new { item.Number }, ct) : null;
            if (holder?.Key == item.Key) continue;
            var taken = holder is not null || item.Number <= 0;
            if (taken && await IsHereByAnotherNumberAsync(item, target, ct)) continue;
            await InsertAsync(item, target, taken, ct);
            added++;
        }

        if (added > 0) await MoveNumbersOnAsync(ct);
        return added;
    }

    private async Task<bool> IsHereByAnotherNumberAsync(ImportedResult item, Target target, CancellationToken ct) =>
        (await db.Query<Row>($"{Select} WHERE v.pact_version_id = @PactVersionId AND v.provider_version_id = @ProviderVersionId", target, ct))
            .Exists(row => row.Key with { Number = 0 } == item.Key with { Number = 0 });

    private async Task InsertAsync(ImportedResult item, Target target, bool taken, CancellationToken ct)
    {
        var args = new
        {
            target.PactVersionId, target.ConsumerId, target.ProviderId, target.ProviderVersionId, item.Number, item.Success, item.BuildUrl, at = Moment.From(item.VerifiedAt),
            item.TestResults, item.VerifiedBy,
        };
        var id = await db.One<long>($"""
            INSERT INTO verifications ({(taken ? "" : "id, ")}pact_version_id, consumer_id, provider_id, provider_version_id, success, wip, pact_pending, is_latest, build_url, created_at, updated_at)
            {(taken ? "" : dialect.WithGivenIds)} VALUES ({(taken ? "" : "@Number, ")}@PactVersionId, @ConsumerId, @ProviderId, @ProviderVersionId, @Success, FALSE, FALSE, FALSE, @BuildUrl, @at, @at)
            RETURNING id
            """, args, ct);
        await db.Run("INSERT INTO verification_details (verification_id, test_results, verified_by) VALUES (@id, @TestResults, @VerifiedBy)",
            new { id, item.TestResults, item.VerifiedBy }, ct);
        // The tags the version had at that moment, as far as anybody can still tell.
        await db.Run("""
            INSERT INTO verification_tags (verification_id, pact_version_id, name)
            SELECT @id, @PactVersionId, t.name FROM tags t WHERE t.version_id = @ProviderVersionId AND t.created_at <= @at
            """, new { id, args.PactVersionId, args.ProviderVersionId, args.at }, ct);
        await db.Run("""
            UPDATE verifications SET is_latest = (id = (
                SELECT max(x.id) FROM verifications x WHERE x.pact_version_id = @PactVersionId AND x.provider_version_id = @ProviderVersionId))
            WHERE pact_version_id = @PactVersionId AND provider_version_id = @ProviderVersionId
            """, args, ct);
    }

    // A number that was given from outside must not be given again.
    private async Task MoveNumbersOnAsync(CancellationToken ct)
    {
        var highest = await db.One<long>("SELECT max(id) FROM verifications", null, ct);
        var last = await db.One<long?>(dialect.LastId, new { table = "verifications" }, ct) ?? 0;
        if (highest > last) await db.Run(dialect.SetLastId, new { table = "verifications", last = highest }, ct);
    }

    private sealed record Target
    {
        public long PactVersionId { get; init; }
        public long ConsumerId { get; init; }
        public long ProviderId { get; init; }
        public long ProviderVersionId { get; init; }
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public required string Provider { get; init; }
        public required string Sha { get; init; }
        public required string ProviderVersion { get; init; }
        public bool Success { get; init; }
        public Moment CreatedAt { get; init; }

        public ImportedResultKey Key => new(Id, Provider, Sha, ProviderVersion, Success, CreatedAt.Time.ToUnixTimeSeconds());
    }
}

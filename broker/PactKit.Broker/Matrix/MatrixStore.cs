using PactKit.Broker.Storage;

namespace PactKit.Broker.Matrix;

internal sealed record VersionRef
{
    public long Id { get; init; }
    public long PacticipantId { get; init; }
    public required string Number { get; init; }
}

internal sealed class MatrixStore(Session db)
{
    private const string RowColumns = """
        pp.id AS publication_id, pp.consumer_id, c.name AS consumer, pp.consumer_version_id, cv.number AS consumer_version, pp.revision,
        pp.created_at AS published_at, pv.sha, pp.provider_id, p.name AS provider,
        v.provider_version_id, pver.number AS provider_version, v.id AS verification_id, v.success, v.created_at AS verified_at
        """;

    private const string RowJoins = """
        JOIN pacticipants c ON c.id = pp.consumer_id
        JOIN pacticipants p ON p.id = pp.provider_id
        JOIN versions cv ON cv.id = pp.consumer_version_id
        JOIN pact_versions pv ON pv.id = pp.pact_version_id
        """;

    /// <summary>The versions a selector means, newest first; one when it asks for the latest.</summary>
    public async Task<List<VersionRef>> VersionsAsync(long pacticipantId, MatrixSelector selector, CancellationToken ct)
    {
        var where = "v.pacticipant_id = @pacticipantId";
        if (selector.Version is not null) where += $" AND {db.Named("v.number", "Version")}";
        if (selector.Tag is not null) where += $" AND v.id IN (SELECT t.version_id FROM tags t WHERE t.pacticipant_id = @pacticipantId AND {db.Named("t.name", "Tag")})";
        if (selector.Branch is not null) where += OnBranch("b.name = @Branch", selector.Latest);
        if (selector.MainBranch) where += OnBranch("b.name = (SELECT main_branch FROM pacticipants WHERE id = @pacticipantId)", selector.Latest);
        if (selector.Environment is not null)
        {
            where += """
                 AND v.id IN (
                    SELECT d.version_id FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
                    WHERE e.name = @Environment AND d.pacticipant_id = @pacticipantId AND d.currently_deployed
                    UNION ALL
                    SELECT r.version_id FROM released_versions r JOIN environments e ON e.id = r.environment_id
                    WHERE e.name = @Environment AND r.pacticipant_id = @pacticipantId AND r.support_ended_at IS NULL)
                """;
        }

        return await db.Query<VersionRef>($"SELECT v.id, v.pacticipant_id, v.number FROM versions v WHERE {where} ORDER BY v.id DESC {(selector.Latest ? "LIMIT 1" : "")}",
            new { pacticipantId, selector.Version, selector.Tag, selector.Branch, selector.Environment }, ct);
    }

    /// <summary>Pairs in which one of the specified versions (or any version of a pacticipant given by name) is the consumer.</summary>
    public async Task<List<MatrixIntegration>> RequiredAsync(IReadOnlyList<ResolvedSelector> specified, CancellationToken ct) => await db.Query<MatrixIntegration>($"""
        SELECT pp.consumer_id, c.name AS consumer, pp.provider_id, p.name AS provider, TRUE AS required
        FROM (SELECT a.consumer_id, a.provider_id FROM pact_publications a WHERE a.is_current AND {db.In("a.consumer_version_id", "versions")}
              UNION
              SELECT i.consumer_id, i.provider_id FROM integrations i WHERE {db.In("i.consumer_id", "anyVersion")}
                AND EXISTS (SELECT 1 FROM pact_publications x WHERE x.is_current AND x.provider_id = i.provider_id AND x.consumer_id = i.consumer_id)) pp
        JOIN pacticipants c ON c.id = pp.consumer_id
        JOIN pacticipants p ON p.id = pp.provider_id
        """, Selected(specified), ct);

    /// <summary>Known consumers of the specified pacticipants: they count only when they are at the destination.</summary>
    public Task<List<MatrixIntegration>> ConsumersAsync(IReadOnlyList<ResolvedSelector> specified, CancellationToken ct) => db.Query<MatrixIntegration>($"""
        SELECT i.consumer_id, c.name AS consumer, i.provider_id, p.name AS provider, FALSE AS required
        FROM integrations i
        JOIN pacticipants c ON c.id = i.consumer_id
        JOIN pacticipants p ON p.id = i.provider_id
        WHERE {db.In("i.provider_id", "ids")}
        """, new { ids = db.Ids(specified.Select(selector => selector.PacticipantId).Distinct()) }, ct);

    /// <summary>Pacts of the chosen consumer versions, left-joined to results of the chosen provider versions.</summary>
    public Task<List<MatrixRow>> RowsAsync(IReadOnlyList<ResolvedSelector> selectors, bool onlyNewest, int? limit, CancellationToken ct)
    {
        var current = onlyNewest ? "AND pub.is_current" : "";
        var latest = onlyNewest ? "AND v.is_latest" : "";
        var parameters = Selected(selectors);
        parameters.Add("all", db.Ids(selectors.Select(s => s.PacticipantId).Distinct()));
        parameters.Add("specified", db.Ids(selectors.Where(s => s.Kind == SelectorKind.Specified).Select(s => s.PacticipantId).Distinct()));
        parameters.Add("limit", limit ?? int.MaxValue);
        // Two indexed reads and not one condition: PostgreSQL would answer an OR, or an IN of a union, by reading all publications.
        var chosen = $"{db.In("pub.provider_id", "all")} {current} AND ({db.In("pub.consumer_id", "specified")} OR {db.In("pub.provider_id", "specified")})";
        // The second only where a pacticipant is given by name alone: planned for in vain, it would have the joins read whole tables.
        var any = selectors.Any(selector => selector.AnyVersion);
        var ofAnyVersion = any ? $"UNION SELECT pub.* FROM pact_publications pub WHERE {db.In("pub.consumer_id", "anyVersion")} AND {chosen}" : "";
        var orByAnyVersion = any ? $"OR {db.In("v.provider_id", "anyVersion")}" : "";
        return db.Query<MatrixRow>($"""
            SELECT {RowColumns}
            FROM (SELECT pub.* FROM pact_publications pub WHERE {db.In("pub.consumer_version_id", "versions")} AND {chosen}
                  {ofAnyVersion}
                  ORDER BY id DESC LIMIT @limit) pp
            {RowJoins}
            LEFT JOIN verifications v ON v.pact_version_id = pp.pact_version_id {latest}
                AND ({db.In("v.provider_version_id", "versions")} {orByAnyVersion})
            LEFT JOIN versions pver ON pver.id = v.provider_version_id
            """, parameters, ct);
    }

    /// <summary>One pacticipant alone: its pacts with all their results, and the pacts it verified.</summary>
    public Task<List<MatrixRow>> RowsOfOneAsync(ResolvedSelector selector, bool onlyNewest, int? limit, CancellationToken ct)
    {
        var current = onlyNewest ? "AND pub.is_current" : "";
        var latest = onlyNewest ? "AND v.is_latest" : "";
        var parameters = Selected([selector]);
        parameters.Add("limit", limit ?? int.MaxValue);
        return db.Query<MatrixRow>($"""
            SELECT {RowColumns}
            FROM (SELECT pub.* FROM pact_publications pub
                  WHERE ({db.In("pub.consumer_version_id", "versions")} OR {db.In("pub.consumer_id", "anyVersion")}) {current}
                  ORDER BY pub.id DESC LIMIT @limit) pp
            {RowJoins}
            LEFT JOIN verifications v ON v.pact_version_id = pp.pact_version_id {latest}
            LEFT JOIN versions pver ON pver.id = v.provider_version_id
            UNION
            SELECT {RowColumns}
            FROM verifications v
            JOIN versions pver ON pver.id = v.provider_version_id
            JOIN pact_publications pp ON pp.pact_version_id = v.pact_version_id {(onlyNewest ? "AND pp.is_current" : "")}
            {RowJoins}
            WHERE ({db.In("v.provider_version_id", "versions")} OR {db.In("v.provider_id", "anyVersion")}) {latest}
            """, parameters, ct);
    }

    private Dapper.DynamicParameters Selected(IReadOnlyList<ResolvedSelector> selectors)
    {
        var parameters = new Dapper.DynamicParameters();
        parameters.Add("versions", db.Ids(selectors.Where(s => !s.AnyVersion).Select(s => s.VersionId).OfType<long>().Distinct()));
        parameters.Add("anyVersion", db.Ids(selectors.Where(s => s.AnyVersion).Select(s => s.PacticipantId).Distinct()));
        return parameters;
    }

    private static string OnBranch(string branch, bool head) => head
        ? $" AND v.id IN (SELECT b.head_version_id FROM branches b WHERE b.pacticipant_id = @pacticipantId AND {branch})"
        : $" AND v.id IN (SELECT bv.version_id FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE b.pacticipant_id = @pacticipantId AND {branch})";
}

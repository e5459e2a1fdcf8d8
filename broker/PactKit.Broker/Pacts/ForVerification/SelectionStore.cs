using Dapper;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>Finds the pacts of all selectors of a request in one query: each selector is one arm of a union.</summary>
internal sealed class SelectionStore(Session db)
{
    private const string Heads = """
        FROM integrations i
        JOIN pacticipants c ON c.id = i.consumer_id
        JOIN branches b ON b.pacticipant_id = c.id
        JOIN pact_publications pp ON pp.is_current AND pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id AND pp.consumer_version_id = b.head_version_id
        """;

    private const string Publications = """
        FROM integrations i
        JOIN pacticipants c ON c.id = i.consumer_id
        JOIN pact_publications pp ON pp.is_current AND pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id
        """;

    private const string IsLatest = """
        pp.consumer_version_id = (SELECT max(x.consumer_version_id) FROM pact_publications x
            WHERE x.is_current AND x.provider_id = i.provider_id AND x.consumer_id = i.consumer_id)
        """;

    private const string NoMainBranch = "NOT EXISTS (SELECT 1 FROM branches b WHERE b.pacticipant_id = c.id AND b.name = c.main_branch)";

    public async Task<IReadOnlyList<(Pact Pact, SelectionReason Reason)>> FindAsync(
        long providerId, IReadOnlyList<ConsumerVersionSelector> selectors, string? providerVersionBranch, CancellationToken ct)
    {
        var arms = new Arms(providerId);
        if (selectors.Count == 0) AddDefaults(arms);
        foreach (var selector in selectors) Add(arms, selector, providerVersionBranch);
        if (arms.Sql.Count == 0) return [];
        var rows = await db.Query<Row>(string.Join("\nUNION ALL\n", arms.Sql), arms.Parameters, ct);
        var found = rows.Select(row => row.Arm).ToHashSet();
        var wanted = rows.Where(row => arms.Fallbacks.GetValueOrDefault(row.Arm, -1) is var primary && (primary < 0 || !found.Contains(primary))).ToList();
        // What was deleted since the first read is left out.
        var pacts = await ByIdsAsync(wanted.Select(row => row.PublicationId), ct);
        return wanted.Where(row => pacts.ContainsKey(row.PublicationId)).Select(row =>
        {
            var pact = pacts[row.PublicationId];
            var (kind, consumer, fallbackFor) = arms.Kinds[row.Arm];
            return (pact, new SelectionReason(kind, row.Label, consumer, pact.ConsumerVersionId, pact.Number, fallbackFor));
        }).ToList();
    }

    /// <summary>Heads of branches and tags published after a moment: what may be work in progress.</summary>
    public async Task<IReadOnlyList<(Pact Pact, SelectionReason Reason)>> HeadsSinceAsync(long providerId, Moment since, CancellationToken ct)
    {
        var rows = await db.Query<Row>($"""
            SELECT 0 AS arm, pp.id AS publication_id, b.name AS label {Heads}
            WHERE i.provider_id = @providerId AND pp.created_at > @since
            UNION ALL
            SELECT 1 AS arm, pp.id AS publication_id, t.name AS label {Publications}
            JOIN tags t ON t.version_id = pp.consumer_version_id
            WHERE i.provider_id = @providerId AND pp.created_at > @since AND NOT EXISTS (
                SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id)
            """, new { providerId, since }, ct);
        var pacts = await ByIdsAsync(rows.Select(row => row.PublicationId), ct);
        return rows.Where(row => pacts.ContainsKey(row.PublicationId)).Select(row => (pacts[row.PublicationId], new SelectionReason(
            row.Arm == 0 ? SelectionKind.Branch : SelectionKind.LatestTag, row.Label, null, pacts[row.PublicationId].ConsumerVersionId, pacts[row.PublicationId].Number))).ToList();
    }

    private async Task<Dictionary<long, Pact>> ByIdsAsync(IEnumerable<long> ids, CancellationToken ct) => (await db.Query<Pact>($"""
        SELECT {PactsStore.Columns} FROM pact_publications pp {PactsStore.Joins} WHERE {db.In("pp.id", "ids")}
        """, new { ids = db.Ids(ids.Distinct()) }, ct)).ToDictionary(pact => pact.PublicationId);

    /// <summary>Main branches; where a consumer has none, its latest version tagged like it, else its latest; and whatever is in an environment.</summary>
    private static void AddDefaults(Arms arms)
    {
        arms.Add(SelectionKind.MainBranch, null, "b.name", $"{Heads} WHERE b.name = c.main_branch");
        arms.Add(SelectionKind.LatestTag, null, "c.main_branch", $"""
            {Publications} WHERE {NoMainBranch}
            AND pp.consumer_version_id = (SELECT max(t.version_id) FROM tags t WHERE t.pacticipant_id = c.id AND t.name = c.main_branch)
            """);
        arms.Add(SelectionKind.Latest, null, "NULL", $"""
            {Publications} WHERE {NoMainBranch} AND {IsLatest}
            AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.pacticipant_id = c.id AND t.name = c.main_branch)
            """);
        AddDeployed(arms, null, null);
        AddReleased(arms, null, null);
    }

    private static void Add(Arms arms, ConsumerVersionSelector s, string? providerVersionBranch)
    {
        var branch = s.MatchingBranch ? providerVersionBranch : s.Branch;
        if (s.MainBranch) arms.Add(SelectionKind.MainBranch, s.Consumer, "b.name", $"{Heads} WHERE b.name = c.main_branch");
        else if (s.AnyBranch) arms.Add(SelectionKind.Branch, s.Consumer, "b.name", $"{Heads} WHERE TRUE");
        else if (branch is not null) AddBranch(arms, s, branch);
        else if (s.Tag is not null && s.Latest == true) AddLatestTag(arms, s);
        else if (s.Tag is not null)
            arms.Add(SelectionKind.AllTagged, s.Consumer, "t.name", $"{Publications} JOIN tags t ON t.version_id = pp.consumer_version_id WHERE t.name = {arms.Value(s.Tag)}");
        else if (s.Latest == true) arms.Add(SelectionKind.Latest, s.Consumer, "NULL", $"{Publications} WHERE {IsLatest}");

        var anywhere = s.DeployedOrReleased || (s.Environment is not null && !s.Deployed && !s.Released);
        if (s.Deployed || anywhere) AddDeployed(arms, s.Environment, s.Consumer);
        if (s.Released || anywhere) AddReleased(arms, s.Environment, s.Consumer);
    }

    private static void AddBranch(Arms arms, ConsumerVersionSelector s, string branch)
    {
        var primary = arms.Add(SelectionKind.Branch, s.Consumer, "b.name", $"{Heads} WHERE b.name = {arms.Value(branch)}");
        if (s.FallbackBranch is not null)
            arms.Add(SelectionKind.Branch, s.Consumer, "b.name", $"{Heads} WHERE b.name = {arms.Value(s.FallbackBranch)}", primary, branch);
    }

    private static void AddLatestTag(Arms arms, ConsumerVersionSelector s)
    {
        string Tagged(string value) => $"""
            {Publications} JOIN tags own ON own.version_id = pp.consumer_version_id AND own.name = {value}
            WHERE pp.consumer_version_id = (SELECT max(t.version_id) FROM tags t WHERE t.pacticipant_id = c.id AND t.name = {value})
            """;
        var primary = arms.Add(SelectionKind.LatestTag, s.Consumer, "own.name", Tagged(arms.Value(s.Tag!)));
        if (s.FallbackTag is not null) arms.Add(SelectionKind.LatestTag, s.Consumer, "own.name", Tagged(arms.Value(s.FallbackTag)), primary, s.Tag);
    }

    private static void AddDeployed(Arms arms, string? environment, string? consumer) => arms.Add(SelectionKind.Deployed, consumer, "e.name", $"""
        {Publications}
        JOIN deployed_versions d ON d.version_id = pp.consumer_version_id AND d.currently_deployed
        JOIN environments e ON e.id = d.environment_id
        WHERE {(environment is null ? "TRUE" : $"e.name = {arms.Value(environment)}")}
        """);

    private static void AddReleased(Arms arms, string? environment, string? consumer) => arms.Add(SelectionKind.Released, consumer, "e.name", $"""
        {Publications}
        JOIN released_versions r ON r.version_id = pp.consumer_version_id AND r.support_ended_at IS NULL
        JOIN environments e ON e.id = r.environment_id
        WHERE {(environment is null ? "TRUE" : $"e.name = {arms.Value(environment)}")}
        """);

    private sealed class Arms
    {
        private int _values;

        public Arms(long providerId) => Parameters.Add("providerId", providerId);

        public List<string> Sql { get; } = [];
        public DynamicParameters Parameters { get; } = new();
        public List<(SelectionKind Kind, string? Consumer, string? FallbackFor)> Kinds { get; } = [];
        public Dictionary<int, int> Fallbacks { get; } = [];

        public string Value(string value)
        {
            var name = $"v{_values++}";
            Parameters.Add(name, value);
            return "@" + name;
        }

        public int Add(SelectionKind kind, string? consumer, string label, string from, int fallbackOf = -1, string? fallbackFor = null)
        {
            var arm = Sql.Count;
            var consumerCondition = consumer is null ? "" : $" AND c.name = {Value(consumer)}";
            Sql.Add($"SELECT {arm} AS arm, pp.id AS publication_id, CAST({label} AS TEXT) AS label {from} AND i.provider_id = @providerId{consumerCondition}");
            Kinds.Add((kind, consumer, fallbackFor));
            if (fallbackOf >= 0) Fallbacks[arm] = fallbackOf;
            return arm;
        }
    }

    private sealed record Row
    {
        public int Arm { get; init; }
        public long PublicationId { get; init; }
        public string? Label { get; init; }
    }
}

using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacts;

internal sealed class PactsStore(Session db)
{
    internal const string Columns = """
        pp.id AS publication_id, pp.consumer_id, c.name AS consumer, pp.consumer_version_id, cv.number, pp.provider_id, p.name AS provider,
        pp.pact_version_id, pv.sha, pp.revision, pp.created_at
        """;

    internal const string Joins = """
        JOIN pacticipants c ON c.id = pp.consumer_id
        JOIN pacticipants p ON p.id = pp.provider_id
        JOIN versions cv ON cv.id = pp.consumer_version_id
        JOIN pact_versions pv ON pv.id = pp.pact_version_id
        """;

    private const string Select = $"SELECT {Columns} FROM pact_publications pp {Joins} WHERE pp.is_current";
    private const string Pair = "c.name = @consumer AND p.name = @provider";

    /// <summary>The newest publication of a pair that the filter lets through.</summary>
    public Task<Pact?> FindAsync(string consumer, string provider, PactFilter filter, CancellationToken ct) => db.One<Pact>(
        $"{Select} AND {Pair} AND {filter.Condition} ORDER BY pp.consumer_version_id DESC LIMIT 1", new { consumer, provider, name = filter.Name }, ct);

    /// <summary>By content: the publication of the given consumer version when it has that content, else the newest that has.</summary>
    public Task<Pact?> FindByShaAsync(string consumer, string provider, string sha, long? consumerVersionId, string? number, CancellationToken ct) => db.One<Pact>($"""
        SELECT {Columns} FROM pact_publications pp {Joins}
        WHERE {Pair} AND pv.sha = @sha
        ORDER BY CASE WHEN pp.is_current AND (pp.consumer_version_id = @consumerVersionId OR cv.number = @number) THEN 0 ELSE 1 END,
            pp.consumer_version_id DESC, pp.revision DESC LIMIT 1
        """, new { consumer, provider, sha, consumerVersionId = consumerVersionId ?? 0, number = number ?? "" }, ct);

    /// <summary>Content that is no longer published can still take results.</summary>
    public Task<long?> PactVersionIdAsync(string consumer, string provider, string sha, CancellationToken ct) => db.One<long?>("""
        SELECT pv.id FROM pact_versions pv
        JOIN pacticipants c ON c.id = pv.consumer_id JOIN pacticipants p ON p.id = pv.provider_id
        WHERE c.name = @consumer AND p.name = @provider AND pv.sha = @sha
        """, new { consumer, provider, sha }, ct);

    public Task<List<Pact>> ListAsync(string consumer, string provider, PactFilter filter, bool newestFirst, CancellationToken ct) => db.Query<Pact>(
        $"{Select} AND {Pair} AND {filter.Condition} ORDER BY pp.consumer_version_id {(newestFirst ? "DESC" : "")}", new { consumer, provider, name = filter.Name }, ct);

    public Task<List<Pact>> ListOfProviderAsync(string provider, PactFilter filter, CancellationToken ct) => db.Query<Pact>(
        $"{Select} AND p.name = @provider AND {filter.Condition} ORDER BY lower(c.name), pp.consumer_version_id", new { provider, name = filter.Name }, ct);

    public Task<List<Pact>> ListOfVersionAsync(long consumerVersionId, CancellationToken ct) =>
        db.Query<Pact>($"{Select} AND pp.consumer_version_id = @consumerVersionId ORDER BY p.name", new { consumerVersionId }, ct);

    /// <summary>The overall latest pact of every pair: one index seek per integration.</summary>
    public Task<List<Pact>> LatestOfAllAsync(CancellationToken ct) => db.Query<Pact>($"""
        SELECT {Columns} FROM integrations i
        JOIN pact_publications pp ON pp.id = (SELECT x.id FROM pact_publications x
            WHERE x.is_current AND x.provider_id = i.provider_id AND x.consumer_id = i.consumer_id ORDER BY x.consumer_version_id DESC LIMIT 1)
        {Joins} ORDER BY lower(c.name), lower(p.name)
        """, null, ct);

    /// <summary>One page of those, and how many there are: names are sorted before any pact is looked up.</summary>
    public async Task<(List<Pact> Items, long Total)> LatestPageAsync(PairFilter filter, Pagination page, CancellationToken ct)
    {
        var pairs = $"""
            FROM integrations i JOIN pacticipants ic ON ic.id = i.consumer_id JOIN pacticipants ip ON ip.id = i.provider_id
            WHERE EXISTS (SELECT 1 FROM pact_publications x WHERE x.is_current AND x.provider_id = i.provider_id AND x.consumer_id = i.consumer_id)
              AND {filter.Condition}
            """;
        var args = new { text = filter.Text, limit = page.Size, offset = page.Offset };
        var items = await db.Query<PactOfPage>($"""
            SELECT {Columns}, i.total
            FROM (SELECT i.consumer_id, i.provider_id, count(*) OVER () AS total {pairs} ORDER BY lower(ic.name), lower(ip.name), i.id LIMIT @limit OFFSET @offset) i
            JOIN pact_publications pp ON pp.id = (SELECT x.id FROM pact_publications x
                WHERE x.is_current AND x.provider_id = i.provider_id AND x.consumer_id = i.consumer_id ORDER BY x.consumer_version_id DESC LIMIT 1)
            {Joins} ORDER BY lower(c.name), lower(p.name)
            """, args, ct);
        // A page behind the last one has no row that could say how many there are.
        var total = items.Count > 0 ? items[0].Total : await db.One<long>($"SELECT count(*) {pairs}", args, ct);
        return ([.. items], total);
    }

    /// <summary>Version numbers of ids that still exist, newest first.</summary>
    public Task<List<string>> NumbersAsync(IEnumerable<long> versionIds, CancellationToken ct) =>
        db.Query<string>($"SELECT number FROM versions WHERE {db.In("id", "ids")} ORDER BY id DESC", new { ids = db.Ids(versionIds) }, ct);

    public async Task<string> ContentAsync(long pactVersionId, CancellationToken ct) =>
        await db.One<string>("SELECT content FROM pact_contents WHERE pact_version_id = @pactVersionId", new { pactVersionId }, ct) ?? "{}";

    public async Task<IReadOnlyDictionary<long, string>> ContentsAsync(IEnumerable<long> pactVersionIds, CancellationToken ct) =>
        (await db.Query<Content>($"SELECT pact_version_id, content AS text FROM pact_contents WHERE {db.In("pact_version_id", "ids")}",
            new { ids = db.Ids(pactVersionIds.Distinct()) }, ct)).ToDictionary(content => content.PactVersionId, content => content.Text);

    /// <summary>Adds a publication, or a revision that hides the one before, and notes that the pair's contract was published.</summary>
    public async Task<Pact> PublishAsync(Pacticipant consumer, PacticipantVersion version, Pacticipant provider, PactContent content, int revision, CancellationToken ct)
    {
        var (pactVersionId, isNew) = await ContentIdAsync(consumer.Id, provider.Id, content, ct);
        var args = new { consumerId = consumer.Id, providerId = provider.Id, versionId = version.Id, pactVersionId, content.Text, revision, now = db.Now };
        var keep = isNew ? "INSERT INTO pact_contents (pact_version_id, content) VALUES (@pactVersionId, @Text);" : "";
        var hide = revision == 1 ? "" : """
            UPDATE pact_publications SET is_current = FALSE, updated_at = @now
            WHERE consumer_version_id = @versionId AND provider_id = @providerId AND is_current;
            """;
        var id = await db.One<long>($"""
            {keep}
            {hide}
            {TouchIntegration};
            INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, is_current, created_at, updated_at)
            VALUES (@consumerId, @providerId, @versionId, @pactVersionId, @revision, TRUE, @now, @now) RETURNING id
            """, args, ct);
        return new Pact
        {
            PublicationId = id, ConsumerId = consumer.Id, Consumer = consumer.Name, ConsumerVersionId = version.Id, Number = version.Number,
            ProviderId = provider.Id, Provider = provider.Name, PactVersionId = pactVersionId, Sha = content.Sha, Revision = revision, CreatedAt = args.now,
        };
    }

    /// <summary>Content is kept once per pair and sha: the text published first is the one that stays.</summary>
    private async Task<(long Id, bool IsNew)> ContentIdAsync(long consumerId, long providerId, PactContent content, CancellationToken ct)
    {
        var args = new { consumerId, providerId, content.Sha, content.Interactions, content.Messages, now = db.Now };
        const string Find = "SELECT id FROM pact_versions WHERE consumer_id = @consumerId AND provider_id = @providerId AND sha = @Sha";
        if (await db.One<long?>(Find, args, ct) is { } existing) return (existing, false);
        var inserted = await db.One<long?>("""
            INSERT INTO pact_versions (consumer_id, provider_id, sha, interactions_count, messages_count, created_at, updated_at)
            VALUES (@consumerId, @providerId, @Sha, @Interactions, @Messages, @now, @now) ON CONFLICT DO NOTHING RETURNING id
            """, args, ct);
        // Somebody else may have stored it between the two.
        return inserted is { } id ? (id, true) : ((await db.One<long?>(Find, args, ct))!.Value, false);
    }

    private const string TouchIntegration = """
        INSERT INTO integrations (consumer_id, provider_id, contract_data_updated_at, created_at, updated_at) VALUES (@consumerId, @providerId, @now, @now, @now)
        ON CONFLICT (consumer_id, provider_id) DO UPDATE SET contract_data_updated_at = excluded.contract_data_updated_at
        """;

    public Task<int> TouchIntegrationAsync(long consumerId, long providerId, CancellationToken ct) =>
        db.Run(TouchIntegration, new { consumerId, providerId, now = db.Now }, ct);

    /// <summary>Deletes publications with all their revisions; contents and results stay until they are cleaned.</summary>
    public Task<int> DeleteAsync(IReadOnlyCollection<Pact> pacts, CancellationToken ct) => pacts.Count == 0 ? Task.FromResult(0) : db.Run($"""
        DELETE FROM pact_publications
        WHERE provider_id = @ProviderId AND {db.In("consumer_version_id", "ids")}
        """, new { pacts.First().ProviderId, ids = db.Ids(pacts.Select(pact => pact.ConsumerVersionId)) }, ct);

    private sealed record PactOfPage : Pact
    {
        public long Total { get; init; }
    }

    private sealed record Content
    {
        public long PactVersionId { get; init; }
        public required string Text { get; init; }
    }
}

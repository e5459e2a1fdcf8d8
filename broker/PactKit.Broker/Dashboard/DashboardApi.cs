using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Dashboard;

internal static class DashboardApi
{
    private const int DefaultSize = 30;

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dashboard", Show);
        routes.MapGet("/dashboard/provider/{provider}/consumer/{consumer}", Show);
    }

    private static async Task<IResult> Show(
        BrokerRequest request, string? consumer, string? provider, DashboardStore store, PacticipantsStore pacticipants, VerificationsStore verifications, VersionDetailsStore versions, CancellationToken ct)
    {
        if (consumer is not null && request.WantsHtml) return await Matrix.MatrixPages.ShowPair(request, consumer, provider!, ct);
        if (!Pagination.TryRead(request, DefaultSize, out var page, out var refusal)) return refusal!;
        foreach (var name in new[] { consumer, provider }.OfType<string>())
        {
            if (await pacticipants.FindAsync(name, ct) is null) return Errors.PacticipantNotFound(name);
        }

        var (pacts, total) = await store.ListAsync(consumer, provider, page!, ct);
        var results = await verifications.LatestOfAsync(pacts.Select(pact => pact.PactVersionId), ct);
        var verified = await store.VerifiedPairsAsync(pacts, ct);
        var details = await versions.LoadAsync(pacts.Select(pact => pact.ConsumerVersionId).Concat(results.Values.Select(result => result.ProviderVersionId)), ct);
        var webhooks = await store.WebhookCallsAsync(pacts, ct);
        if (request.WantsText) return new TextResult(Table(pacts, results, verified));
        var document = new HalDocument
        {
            ["items"] = pacts.Select(pact => Item(pact, results.GetValueOrDefault(pact.PactVersionId), verified.Contains((pact.ConsumerId, pact.ProviderId)), webhooks[(pact.ConsumerId, pact.ProviderId)], details, request.Urls)),
        };
        page!.AddTo(document.Link("self", new Link(request.SelfUrl, "Dashboard")), request, total);
        return new HalResult(document);
    }

    private static string Table(List<Pact> pacts, Dictionary<long, Verification> results, HashSet<(long, long)> verified) => string.Concat(pacts.Select(pact =>
    {
        var result = results.GetValueOrDefault(pact.PactVersionId);
        return $"{pact.Consumer} | {pact.Number} | {pact.Provider} | {result?.ProviderVersion} | {Status(result, verified.Contains((pact.ConsumerId, pact.ProviderId)))}\n";
    }).Prepend("CONSUMER | C_VERSION | PROVIDER | P_VERSION | STATUS\n"));

    private static HalDocument Item(Pact pact, Verification? result, bool everVerified, IEnumerable<WebhookCall> calls, VersionDetails details, Urls urls)
    {
        HalDocument Version(string name, long id, string number)
        {
            var branches = details.Branches[id].ToList();
            var document = new HalDocument { ["number"] = number }.WithNull("branch", branches.LastOrDefault()?.Name);
            document["headBranchNames"] = branches.Where(branch => branch.IsHead).Select(branch => branch.Name);
            return document.Link("self", new Link(urls.Version(name, number)));
        }

        IEnumerable<HalDocument> Tags(string name, long id, string number) => details.Tags[id].Select(tag =>
            new HalDocument { ["name"] = tag.Name, ["latest"] = tag.IsLatest }.Link("self", new Link(urls.Tag(name, number, tag.Name))));

        var provider = new HalDocument { ["name"] = pact.Provider }
            .WithNull("version", result is null ? null : Version(pact.Provider, result.ProviderVersionId, result.ProviderVersion))
            .Link("self", new Link(urls.Pacticipant(pact.Provider)));
        var consumer = new HalDocument { ["name"] = pact.Consumer, ["version"] = Version(pact.Consumer, pact.ConsumerVersionId, pact.Number) }
            .Link("self", new Link(urls.Pacticipant(pact.Consumer)));
        var verification = result is null ? null : new HalDocument { ["success"] = result.Success, ["verifiedAt"] = result.CreatedAt }
            .Link("self", new Link(urls.Verification(pact.Consumer, pact.Provider, pact.Sha, result.Id)));
        var item = new HalDocument
        {
            ["consumer"] = consumer,
            ["provider"] = provider,
            ["pact"] = new HalDocument { ["createdAt"] = pact.CreatedAt }.Link("self", new Link(urls.Pact(pact.Consumer, pact.Provider, pact.Number))),
            ["pactTags"] = Tags(pact.Consumer, pact.ConsumerVersionId, pact.Number),
        }.WithNull("latestVerificationResult", verification);
        item["latestVerificationResultTags"] = result is null ? Array.Empty<HalDocument>() : Tags(pact.Provider, result.ProviderVersionId, result.ProviderVersion);
        item["verificationStatus"] = Status(result, everVerified);
        var called = calls.ToList();
        item["webhookStatus"] = WebhookCall.Summary(called);
        var lastCall = called.MaxBy(call => call.CreatedAt);
        return item.WithNull("latestWebhookExecution", lastCall is null ? null : new HalDocument { ["triggeredAt"] = lastCall.CreatedAt })
            .Link("pb:webhook-status", new Link(urls.Pair(pact.Consumer, pact.Provider) + "/webhooks/status", $"Status of webhooks for {pact.Consumer}/{pact.Provider} pact"));
    }

    private static string Status(Verification? result, bool everVerified) => PactStatuses.Of(result, everVerified) switch
    {
        PactStatus.Success => "success",
        PactStatus.Failed => "failed",
        PactStatus.FailedPending => "failed_pending",
        PactStatus.Stale => "stale",
        _ => "never",
    };
}

internal sealed class DashboardStore(Session db)
{
    /// <summary>The overall latest pacts, those of each tag and branch head, and those in environments; what was published or verified last comes first.</summary>
    public async Task<(List<Pact> Items, long Total)> ListAsync(string? consumer, string? provider, Pagination page, CancellationToken ct)
    {
        var where = $"""
            WHERE pp.is_current {(consumer is null ? "" : "AND c.name = @consumer AND p.name = @provider")} AND (
                {PactFilter.Latest.Condition}
                OR EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = cv.id)
                OR EXISTS (SELECT 1 FROM tags t WHERE t.version_id = cv.id AND NOT EXISTS (
                    SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id))
                OR EXISTS (SELECT 1 FROM deployed_versions d WHERE d.version_id = cv.id AND d.currently_deployed)
                OR EXISTS (SELECT 1 FROM released_versions r WHERE r.version_id = cv.id AND r.support_ended_at IS NULL))
            """;
        var args = new { consumer, provider, limit = page.Size, offset = page.Offset };
        var items = await db.Query<Pact>($"""
            SELECT {PactsStore.Columns} FROM pact_publications pp {PactsStore.Joins}
            LEFT JOIN verifications lv ON lv.id = (SELECT max(x.id) FROM verifications x WHERE x.pact_version_id = pp.pact_version_id)
            {where}
            ORDER BY CASE WHEN lv.created_at > pp.created_at THEN lv.created_at ELSE pp.created_at END DESC, pp.id DESC LIMIT @limit OFFSET @offset
            """, args, ct);
        return (items, await db.One<long>($"SELECT count(*) FROM pact_publications pp {PactsStore.Joins} {where}", args, ct));
    }

    public async Task<HashSet<(long, long)>> VerifiedPairsAsync(IEnumerable<Pact> pacts, CancellationToken ct) => (await db.Query<Pair>($"""
        SELECT i.consumer_id, i.provider_id FROM integrations i
        WHERE {db.In("i.provider_id", "ids")} AND EXISTS (SELECT 1 FROM verifications v WHERE v.provider_id = i.provider_id AND v.consumer_id = i.consumer_id)
        """, new { ids = db.Ids(pacts.Select(pact => pact.ProviderId).Distinct()) }, ct)).Select(pair => (pair.ConsumerId, pair.ProviderId)).ToHashSet();

    /// <summary>The latest call of each webhook and event, of webhooks that still exist.</summary>
    public async Task<ILookup<(long, long), WebhookCall>> WebhookCallsAsync(IEnumerable<Pact> pacts, CancellationToken ct) => (await db.Query<WebhookCall>($"""
        SELECT t.consumer_id, t.provider_id, t.status, t.created_at FROM triggered_webhooks t WHERE t.id IN (
            SELECT max(x.id) FROM triggered_webhooks x WHERE x.webhook_id IS NOT NULL AND {db.In("x.consumer_id", "ids")}
            GROUP BY x.consumer_id, x.provider_id, x.webhook_id, x.event_name)
        """, new { ids = db.Ids(pacts.Select(pact => pact.ConsumerId).Distinct()) }, ct)).ToLookup(call => (call.ConsumerId, call.ProviderId));

    private sealed record Pair
    {
        public long ConsumerId { get; init; }
        public long ProviderId { get; init; }
    }
}

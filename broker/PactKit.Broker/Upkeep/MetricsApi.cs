using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Upkeep;

internal static class MetricsApi
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", Show);

    private static async Task<IResult> Show(Session db, CancellationToken ct)
    {
        var counts = (await db.Query<Count>($"{string.Join("\nUNION ALL\n", Counts.Select(count => $"SELECT '{count.Name}' AS name, ({count.Sql}) AS value"))}", null, ct))
            .ToDictionary(count => count.Name, count => count.Value);
        long N(string name) => counts[name] ?? 0;
        Moment? T(string name) => counts[name] is { } value ? new Moment(value) : null;
        var revisions = await DistributionAsync(db, "SELECT count(*) AS size FROM pact_publications GROUP BY consumer_version_id, provider_id", ct);
        var results = await DistributionAsync(db, "SELECT count(*) AS size FROM verifications GROUP BY pact_version_id", ct);
        return new HalResult(new HalDocument
        {
            ["interactions"] = new HalDocument
            {
                ["latestInteractionsCount"] = N("interactions"), ["latestMessagesCount"] = N("messages"), ["latestInteractionsAndMessagesCount"] = N("interactions") + N("messages"),
            },
            ["pacticipants"] = new HalDocument { ["count"] = N("pacticipants"), ["withMainBranchSetCount"] = N("mainBranches") },
            ["integrations"] = new HalDocument { ["count"] = N("integrations") },
            ["pactPublications"] = new HalDocument { ["count"] = N("publications") }.WithNull("first", T("firstPublication")).WithNull("last", T("lastPublication")),
            ["pactVersions"] = new HalDocument { ["count"] = N("pactVersions") },
            ["pactRevisionsPerConsumerVersion"] = new HalDocument { ["distribution"] = revisions },
            ["verificationResults"] = new HalDocument
            {
                ["count"] = N("verifications"), ["successCount"] = N("successes"), ["failureCount"] = N("verifications") - N("successes"), ["distinctCount"] = N("latestVerifications"),
            }.WithNull("first", T("firstVerification")).WithNull("last", T("lastVerification")),
            ["verificationResultsPerPactVersion"] = new HalDocument { ["distribution"] = results },
            ["pacticipantVersions"] = new HalDocument
            {
                ["count"] = N("versions"), ["withUserCreatedBranchCount"] = N("userBranches"), ["withBranchCount"] = N("onBranches"), ["withBranchSetCount"] = N("onBranches"),
            },
            ["webhooks"] = new HalDocument { ["count"] = N("webhooks") },
            ["tags"] = new HalDocument { ["count"] = N("tags"), ["distinctCount"] = N("distinctTags"), ["distinctWithPacticipantCount"] = N("distinctPacticipantTags") },
            ["triggeredWebhooks"] = new HalDocument { ["count"] = N("triggered") },
            ["webhookExecutions"] = new HalDocument { ["count"] = N("executions") },
            ["matrix"] = new HalDocument { ["count"] = -1 },
            ["environments"] = new HalDocument { ["count"] = N("environments") },
            ["deployedVersions"] = new HalDocument { ["count"] = N("deployed"), ["userCreatedCount"] = N("userDeployed"), ["currentlyDeployedCount"] = N("nowDeployed") },
            ["releasedVersions"] = new HalDocument { ["count"] = N("released"), ["currentlySupportedCount"] = N("nowReleased") },
        });
    }

    private static readonly (string Name, string Sql)[] Counts =
    [
        ("interactions", "SELECT CAST(sum(pv.interactions_count) AS BIGINT) FROM integrations i JOIN pact_versions pv ON pv.id = (SELECT pp.pact_version_id FROM pact_publications pp WHERE pp.is_current AND pp.consumer_id = i.consumer_id AND pp.provider_id = i.provider_id ORDER BY pp.consumer_version_id DESC LIMIT 1)"),
        ("messages", "SELECT CAST(sum(pv.messages_count) AS BIGINT) FROM integrations i JOIN pact_versions pv ON pv.id = (SELECT pp.pact_version_id FROM pact_publications pp WHERE pp.is_current AND pp.consumer_id = i.consumer_id AND pp.provider_id = i.provider_id ORDER BY pp.consumer_version_id DESC LIMIT 1)"),
        ("pacticipants", "SELECT count(*) FROM pacticipants"),
        ("mainBranches", "SELECT count(main_branch) FROM pacticipants"),
        ("integrations", "SELECT count(*) FROM integrations"),
        ("publications", "SELECT count(*) FROM pact_publications WHERE is_current"),
        ("firstPublication", "SELECT min(created_at) FROM pact_publications"),
        ("lastPublication", "SELECT max(created_at) FROM pact_publications"),
        ("pactVersions", "SELECT count(*) FROM pact_versions"),
        ("verifications", "SELECT count(*) FROM verifications"),
        ("successes", "SELECT count(*) FROM verifications WHERE success"),
        ("latestVerifications", "SELECT count(*) FROM verifications WHERE is_latest"),
        ("firstVerification", "SELECT min(created_at) FROM verifications"),
        ("lastVerification", "SELECT max(created_at) FROM verifications"),
        ("versions", "SELECT count(*) FROM versions"),
        ("userBranches", "SELECT count(DISTINCT version_id) FROM branch_versions WHERE NOT auto_created"),
        ("onBranches", "SELECT count(DISTINCT version_id) FROM branch_versions"),
        ("webhooks", "SELECT count(*) FROM webhooks"),
        ("tags", "SELECT count(*) FROM tags"),
        ("distinctTags", "SELECT count(DISTINCT name) FROM tags"),
        ("distinctPacticipantTags", "SELECT count(*) FROM (SELECT DISTINCT pacticipant_id, name FROM tags) d"),
        ("triggered", "SELECT count(*) FROM triggered_webhooks"),
        ("executions", "SELECT count(*) FROM webhook_executions"),
        ("environments", "SELECT count(*) FROM environments"),
        ("deployed", "SELECT count(*) FROM deployed_versions"),
        ("userDeployed", "SELECT count(*) FROM deployed_versions WHERE NOT auto_created"),
        ("nowDeployed", "SELECT count(*) FROM deployed_versions WHERE currently_deployed"),
        ("released", "SELECT count(*) FROM released_versions"),
        ("nowReleased", "SELECT count(*) FROM released_versions WHERE support_ended_at IS NULL"),
    ];

    private static async Task<IEnumerable<KeyValuePair<string, object?>>> DistributionAsync(Session db, string sizes, CancellationToken ct) =>
        (await db.Query<Bucket>($"SELECT s.size, count(*) AS amount FROM ({sizes}) s GROUP BY s.size ORDER BY s.size", null, ct))
            .Select(bucket => KeyValuePair.Create<string, object?>(bucket.Size.ToString(System.Globalization.CultureInfo.InvariantCulture), bucket.Amount)).ToList();

    private sealed record Count
    {
        public required string Name { get; init; }
        public long? Value { get; init; }
    }

    private sealed record Bucket
    {
        public long Size { get; init; }
        public long Amount { get; init; }
    }
}

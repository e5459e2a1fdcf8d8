using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;
using Values = System.Collections.Generic.Dictionary<string, string>;

namespace PactKit.Broker.Webhooks;


/// <summary>The values of template parameters for an event, gathered when it happens.</summary>
internal sealed class WebhookContexts(Session db, PactsStore pacts, VerificationsStore verifications)
{
    public async Task<Values> OfContractAsync(Pact pact, string eventName, PublishContext context, CancellationToken ct)
    {
        var values = await CommonAsync(pact, eventName, context.BaseUrl, ct);
        if (context.Branch is not null) values["consumerVersionBranch"] = context.Branch;
        values["buildUrl"] = context.BuildUrl ?? "";
        var latest = await verifications.LatestOnMainBranchAsync(pact.PactVersionId, ct) ?? await verifications.LatestAsync(pact.PactVersionId, ct);
        AddStatuses(values, latest?.Success);
        if (latest is not null)
        {
            values["verificationResultUrl"] = new Urls(context.BaseUrl).Verification(pact.Consumer, pact.Provider, pact.Sha, latest.Id);
            values["providerVersionNumber"] = latest.ProviderVersion;
        }

        return values;
    }

    /// <summary>One context per provider version that must verify this content and has not: those on the main branch and in environments.</summary>
    public async Task<IReadOnlyList<Values>> RequiredVerificationsAsync(Pact pact, PublishContext context, CancellationToken ct)
    {
        var rows = await db.Query<Required>("""
            SELECT v.id, v.number, 'latest from main branch' AS description
            FROM pacticipants p JOIN branches b ON b.pacticipant_id = p.id AND b.name = p.main_branch JOIN versions v ON v.id = b.head_version_id
            WHERE p.id = @ProviderId
            UNION ALL
            SELECT v.id, v.number, 'latest from main branch'
            FROM pacticipants p JOIN versions v ON v.id = (SELECT max(t.version_id) FROM tags t WHERE t.pacticipant_id = p.id AND t.name = p.main_branch)
            WHERE p.id = @ProviderId AND NOT EXISTS (SELECT 1 FROM branches b WHERE b.pacticipant_id = p.id AND b.name = p.main_branch)
            UNION ALL
            SELECT v.id, v.number, 'deployed in ' || e.name
            FROM deployed_versions d JOIN versions v ON v.id = d.version_id JOIN environments e ON e.id = d.environment_id
            WHERE d.pacticipant_id = @ProviderId AND d.currently_deployed
            UNION ALL
            SELECT v.id, v.number, 'released in ' || e.name
            FROM released_versions r JOIN versions v ON v.id = r.version_id JOIN environments e ON e.id = r.environment_id
            WHERE r.pacticipant_id = @ProviderId AND r.support_ended_at IS NULL
            """, new { pact.ProviderId }, ct);
        var done = (await db.Query<long>("SELECT provider_version_id FROM verifications WHERE pact_version_id = @PactVersionId", new { pact.PactVersionId }, ct)).ToHashSet();
        var contexts = new List<Values>();
        foreach (var version in rows.Where(row => !done.Contains(row.Id)).GroupBy(row => row.Id).OrderBy(group => group.Key))
        {
            var values = await OfContractAsync(pact, ContractEvent.RequiringVerification, context, ct);
            values["providerVersionNumber"] = version.First().Number;
            values["providerVersionBranch"] = await BranchAsync(version.Key, ct);
            values["providerVersionDescriptions"] = string.Join(", ", version.Select(row => row.Description).Distinct());
            contexts.Add(values);
        }

        return contexts;
    }

    /// <summary>One context per consumer version the pact was selected for, so that each of its commits gets a status.</summary>
    public async Task<IReadOnlyList<Values>> OfVerificationAsync(
        Pact pact, long number, PacticipantVersion version, NewVerification result, SelectionMetadata selection, string eventName, string baseUrl, CancellationToken ct)
    {
        var selected = selection.Selectors.Where(selector => selector.ConsumerVersionId is not null).GroupBy(selector => selector.ConsumerVersionId!.Value).ToList();
        var contexts = new List<Values>();
        foreach (var group in selected)
        {
            if ((await pacts.ListOfVersionAsync(group.Key, ct)).FirstOrDefault(published => published.ProviderId == pact.ProviderId) is not { } own) continue;
            var values = await CommonAsync(own, eventName, baseUrl, ct);
            values["consumerVersionTags"] = string.Join(", ", group.Select(selector => selector.Tag).OfType<string>().Distinct());
            contexts.Add(values);
        }

        if (contexts.Count == 0) contexts.Add(await CommonAsync(pact, eventName, baseUrl, ct));
        foreach (var values in contexts)
        {
            AddStatuses(values, result.Success);
            values["providerVersionNumber"] = version.Number;
            values["providerVersionBranch"] = await BranchAsync(version.Id, ct);
            values["providerVersionTags"] = await TagsAsync(version.Id, ct);
            values["verificationResultUrl"] = new Urls(baseUrl).Verification(pact.Consumer, pact.Provider, pact.Sha, number);
            values["buildUrl"] = result.BuildUrl ?? "";
        }

        return contexts;
    }

    private async Task<Values> CommonAsync(Pact pact, string eventName, string baseUrl, CancellationToken ct)
    {
        var tags = await TagsAsync(pact.ConsumerVersionId, ct);
        // Fetched through a webhook's URL, a result does not end "work in progress".
        var metadata = new SelectionMetadata { ConsumerVersionNumber = pact.Number, Tags = tags.Split(", ", StringSplitOptions.RemoveEmptyEntries), Wip = true };
        return new Values
        {
            ["consumerName"] = pact.Consumer,
            ["providerName"] = pact.Provider,
            ["consumerVersionNumber"] = pact.Number,
            ["consumerVersionTags"] = tags,
            ["consumerVersionBranch"] = await BranchAsync(pact.ConsumerVersionId, ct),
            ["consumerLabels"] = await LabelsAsync(pact.ConsumerId, ct),
            ["providerLabels"] = await LabelsAsync(pact.ProviderId, ct),
            ["pactUrl"] = new Urls(baseUrl).PactVersion(pact.Consumer, pact.Provider, pact.Sha, metadata.Encode()),
            ["eventName"] = eventName,
        };
    }

    private static void AddStatuses(Values values, bool? success)
    {
        string Pick(string yes, string no, string pending) => success switch { true => yes, false => no, null => pending };
        values["githubVerificationStatus"] = Pick("success", "failure", "pending");
        values["bitbucketVerificationStatus"] = Pick("SUCCESSFUL", "FAILED", "INPROGRESS");
        values["azureDevOpsVerificationStatus"] = Pick("succeeded", "failed", "pending");
        values["gitlabVerificationStatus"] = Pick("success", "failed", "pending");
    }

    private async Task<string> TagsAsync(long versionId, CancellationToken ct) =>
        string.Join(", ", await db.Query<string>("SELECT name FROM tags WHERE version_id = @versionId ORDER BY id", new { versionId }, ct));

    private async Task<string> LabelsAsync(long pacticipantId, CancellationToken ct) =>
        string.Join(", ", await db.Query<string>("SELECT name FROM labels WHERE pacticipant_id = @pacticipantId ORDER BY name", new { pacticipantId }, ct));

    private async Task<string> BranchAsync(long versionId, CancellationToken ct) => await db.One<string>("""
        SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = @versionId ORDER BY bv.id DESC LIMIT 1
        """, new { versionId }, ct) ?? "";

    private sealed record Required
    {
        public long Id { get; init; }
        public required string Number { get; init; }
        public required string Description { get; init; }
    }
}

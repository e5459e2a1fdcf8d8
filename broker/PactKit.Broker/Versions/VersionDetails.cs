using PactKit.Broker.Environments;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

/// <summary>Branches, tags and environments of a set of versions, read at once however many versions there are.</summary>
internal sealed record VersionDetails(
    ILookup<long, BranchMembership> Branches,
    ILookup<long, Tag> Tags,
    ILookup<long, DeployedVersion> Deployed,
    ILookup<long, ReleasedVersion> Released);

internal sealed class VersionDetailsStore(Session db, DeploymentsStore deployments)
{
    public async Task<VersionDetails> LoadAsync(IEnumerable<long> versionIds, CancellationToken ct)
    {
        var ids = db.Ids(versionIds.Distinct());
        return await db.Several($"""
            SELECT bv.version_id, b.name, (b.head_version_id = bv.version_id) AS is_head, bv.created_at, bv.updated_at
            FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
            WHERE {db.In("bv.version_id", "ids")} ORDER BY bv.id;
            SELECT t.version_id, t.name, t.created_at, t.updated_at, NOT EXISTS (
                SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id) AS is_latest
            FROM tags t WHERE {db.In("t.version_id", "ids")} ORDER BY t.id;
            {deployments.DeployedOfVersions};
            {deployments.ReleasedOfVersions}
            """, new { ids }, async answers => new VersionDetails(
                (await answers.ReadAsync<BranchMembership>()).ToLookup(branch => branch.VersionId),
                (await answers.ReadAsync<Tag>()).ToLookup(tag => tag.VersionId),
                (await answers.ReadAsync<DeployedVersion>()).ToLookup(deployed => deployed.VersionId),
                (await answers.ReadAsync<ReleasedVersion>()).ToLookup(released => released.VersionId)), ct);
    }

    /// <summary>The pacts each version published, as consumer.</summary>
    public async Task<ILookup<long, string>> ProvidersAsync(IEnumerable<long> versionIds, CancellationToken ct) => (await db.Query<PublishedPact>($"""
        SELECT pp.consumer_version_id, p.name AS provider
        FROM pact_publications pp JOIN pacticipants p ON p.id = pp.provider_id
        WHERE pp.is_current AND {db.In("pp.consumer_version_id", "ids")} ORDER BY p.name
        """, new { ids = db.Ids(versionIds) }, ct)).ToLookup(pact => pact.ConsumerVersionId, pact => pact.Provider);

    private sealed record PublishedPact
    {
        public long ConsumerVersionId { get; init; }
        public required string Provider { get; init; }
    }
}

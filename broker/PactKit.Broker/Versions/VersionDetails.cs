using PactKit.Broker.Environments;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

/// <summary>Branches, tags and environments of a set of versions, read in four queries however many versions there are.</summary>
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
        var branches = await db.Query<BranchMembership>($"""
            SELECT bv.version_id, b.name, (b.head_version_id = bv.version_id) AS is_head, bv.created_at, bv.updated_at
            FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
            WHERE {db.In("bv.version_id", "ids")} ORDER BY bv.id
            """, new { ids }, ct);
        var tags = await db.Query<Tag>($"""
            SELECT t.version_id, t.name, t.created_at, t.updated_at, NOT EXISTS (
                SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id) AS is_latest
            FROM tags t WHERE {db.In("t.version_id", "ids")} ORDER BY t.id
            """, new { ids }, ct);
        var deployed = await deployments.DeployedOfVersionsAsync(ids, ct);
        var released = await deployments.ReleasedOfVersionsAsync(ids, ct);
        return new VersionDetails(branches.ToLookup(b => b.VersionId), tags.ToLookup(t => t.VersionId), deployed.ToLookup(d => d.VersionId), released.ToLookup(r => r.VersionId));
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

using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal sealed class TagsStore(Session db, BranchesStore branches, DeploymentsStore deployments, EnvironmentsStore environments, BrokerSettings settings)
{
    public Task<Tag?> FindAsync(string pacticipant, string number, string tag, CancellationToken ct) => db.One<Tag>("""
        SELECT t.version_id, t.name, t.created_at, t.updated_at
        FROM tags t JOIN versions v ON v.id = t.version_id JOIN pacticipants p ON p.id = v.pacticipant_id
        WHERE p.name = @pacticipant AND v.number = @number AND t.name = @tag
        """, new { pacticipant, number, tag }, ct);

    /// <summary>Tags a version, with what follows from a first tag and from a tag named like a main branch. Returns whether the tag is new.</summary>
    public async Task<bool> AddAsync(Pacticipant pacticipant, PacticipantVersion version, string name, CancellationToken ct)
    {
        Names.Check("a tag", name);
        if (await MayBecomeBranchAsync(version, ct)) await branches.AddVersionAsync(pacticipant, version.Id, name, automatic: true, ct);
        var added = await db.Run("""
            INSERT INTO tags (pacticipant_id, version_id, name, created_at, updated_at) VALUES (@PacticipantId, @Id, @name, @now, @now)
            ON CONFLICT (version_id, name) DO NOTHING
            """, new { version.PacticipantId, version.Id, name, now = db.Now }, ct) > 0;
        await branches.DetectMainBranchAsync(pacticipant, name, ct);
        return added;
    }

    /// <summary>Teams that tagged with environment names before environments existed still get their deployments recorded.</summary>
    public async Task RecordDeploymentForTagAsync(PacticipantVersion version, string name, CancellationToken ct)
    {
        if (settings.CreateDeployedVersionsForTags && await environments.FindByNameAsync(name, ct) is { } environment)
            await deployments.DeployAsync(version, environment, null, automatic: true, ct);
    }

    public Task<int> DeleteAsync(long versionId, string name, CancellationToken ct) =>
        db.Run("DELETE FROM tags WHERE version_id = @versionId AND name = @name", new { versionId, name }, ct);

    public async Task DeleteAllExceptAsync(long versionId, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var present = await db.Query<string>("SELECT name FROM tags WHERE version_id = @versionId", new { versionId }, ct);
        foreach (var name in present.Except(names)) await DeleteAsync(versionId, name, ct);
    }

    private async Task<bool> MayBecomeBranchAsync(PacticipantVersion version, CancellationToken ct)
    {
        if (!settings.UseFirstTagAsBranch || db.Now.Time - version.CreatedAt.Time > settings.UseFirstTagAsBranchTimeLimit) return false;
        return await db.One<long>("""
            SELECT (SELECT count(*) FROM tags WHERE version_id = @Id) + (SELECT count(*) FROM branch_versions WHERE version_id = @Id)
            """, new { version.Id }, ct) == 0;
    }
}

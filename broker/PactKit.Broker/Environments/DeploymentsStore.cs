using PactKit.Broker.Hal;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Environments;

/// <summary>Deployed and released versions. A slot is a pacticipant, an environment and an instance; it holds one current version.</summary>
internal sealed class DeploymentsStore(Session db)
{
    private const string SelectDeployed = """
        SELECT d.id, d.uuid, d.version_id, v.number, p.name AS pacticipant, d.environment_id, e.uuid AS environment_uuid, e.name AS environment_name,
            e.display_name AS environment_display_name, d.application_instance, d.currently_deployed, d.undeployed_at, d.created_at, d.updated_at
        FROM deployed_versions d
        JOIN versions v ON v.id = d.version_id
        JOIN pacticipants p ON p.id = d.pacticipant_id
        JOIN environments e ON e.id = d.environment_id
        """;

    private const string SelectReleased = """
        SELECT r.id, r.uuid, r.version_id, v.number, p.name AS pacticipant, r.environment_id, e.uuid AS environment_uuid, e.name AS environment_name,
            e.display_name AS environment_display_name, r.support_ended_at, r.created_at, r.updated_at
        FROM released_versions r
        JOIN versions v ON v.id = r.version_id
        JOIN pacticipants p ON p.id = r.pacticipant_id
        JOIN environments e ON e.id = r.environment_id
        """;

    public Task<DeployedVersion?> FindDeployedAsync(string uuid, CancellationToken ct) =>
        db.One<DeployedVersion>($"{SelectDeployed} WHERE d.uuid = @uuid", new { uuid }, ct);

    public Task<ReleasedVersion?> FindReleasedAsync(string uuid, CancellationToken ct) =>
        db.One<ReleasedVersion>($"{SelectReleased} WHERE r.uuid = @uuid", new { uuid }, ct);

    public Task<List<DeployedVersion>> CurrentlyDeployedOfAsync(long pacticipantId, CancellationToken ct) =>
        db.Query<DeployedVersion>($"{SelectDeployed} WHERE d.pacticipant_id = @pacticipantId AND d.currently_deployed ORDER BY d.id", new { pacticipantId }, ct);

    /// <summary>Reads <see cref="DeployedVersion"/>s of the versions in the parameter <c>ids</c>.</summary>
    public string DeployedOfVersions => $"{SelectDeployed} WHERE {db.In("d.version_id", "ids")} ORDER BY d.id";

    /// <summary>Reads <see cref="ReleasedVersion"/>s of the versions in the parameter <c>ids</c>.</summary>
    public string ReleasedOfVersions => $"{SelectReleased} WHERE {db.In("r.version_id", "ids")} ORDER BY r.id";

    public Task<List<DeployedVersion>> DeployedAsync(long versionId, long environmentId, CancellationToken ct) => db.Query<DeployedVersion>(
        $"{SelectDeployed} WHERE d.version_id = @versionId AND d.environment_id = @environmentId ORDER BY d.id DESC", new { versionId, environmentId }, ct);

    public Task<List<ReleasedVersion>> ReleasedAsync(long versionId, long environmentId, CancellationToken ct) => db.Query<ReleasedVersion>(
        $"{SelectReleased} WHERE r.version_id = @versionId AND r.environment_id = @environmentId ORDER BY r.id DESC", new { versionId, environmentId }, ct);

    public Task<List<DeployedVersion>> CurrentlyDeployedInAsync(long environmentId, string? pacticipant, string? instance, CancellationToken ct) =>
        db.Query<DeployedVersion>($"""
            {SelectDeployed} WHERE d.environment_id = @environmentId AND d.currently_deployed
            {(pacticipant is null ? "" : "AND p.name = @pacticipant")} {(instance is null ? "" : "AND d.application_instance = @instance")}
            ORDER BY d.id DESC
            """, new { environmentId, pacticipant, instance }, ct);

    public Task<List<ReleasedVersion>> CurrentlySupportedInAsync(long environmentId, string? pacticipant, string? number, CancellationToken ct) =>
        db.Query<ReleasedVersion>($"""
            {SelectReleased} WHERE r.environment_id = @environmentId AND r.support_ended_at IS NULL
            {(pacticipant is null ? "" : "AND p.name = @pacticipant")} {(number is null ? "" : "AND v.number = @number")}
            ORDER BY r.id DESC
            """, new { environmentId, pacticipant, number }, ct);

    /// <summary>Records a deployment; deploying what is there already returns the existing record.</summary>
    public async Task<DeployedVersion> DeployAsync(PacticipantVersion version, EnvironmentRow environment, string? instance, bool automatic, CancellationToken ct)
    {
        Names.CheckLength("an application instance", instance ?? "");
        var slot = new { version.PacticipantId, environmentId = environment.Id, instance = instance ?? "", now = db.Now };
        await db.LockAsync($"slot {version.PacticipantId} {environment.Id} {slot.instance}", ct);
        const string Current = "d.pacticipant_id = @PacticipantId AND d.environment_id = @environmentId AND d.application_instance = @instance AND d.currently_deployed";
        var current = await db.One<DeployedVersion>($"{SelectDeployed} WHERE {Current}", slot, ct);
        if (current?.VersionId == version.Id) return current;
        if (current is not null) await UndeployAsync(current.Id, ct);
        var uuid = db.NewUuid();
        await db.Run("""
            INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, application_instance, currently_deployed, auto_created, created_at, updated_at)
            VALUES (@uuid, @PacticipantId, @versionId, @environmentId, @instance, TRUE, @automatic, @now, @now)
            """, new { uuid, slot.PacticipantId, versionId = version.Id, slot.environmentId, slot.instance, automatic, slot.now }, ct);
        return (await FindDeployedAsync(uuid, ct))!;
    }

    public Task<int> UndeployAsync(long id, CancellationToken ct) => db.Run("""
        UPDATE deployed_versions SET currently_deployed = FALSE, undeployed_at = @now, updated_at = @now WHERE id = @id AND currently_deployed
        """, new { id, now = db.Now }, ct);

    /// <summary>Records a release; releasing again re-opens support. Tells whether the record is new.</summary>
    public async Task<(ReleasedVersion Released, bool Created)> ReleaseAsync(PacticipantVersion version, EnvironmentRow environment, CancellationToken ct)
    {
        var inserted = await db.Run("""
            INSERT INTO released_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
            VALUES (@uuid, @PacticipantId, @Id, @environmentId, @now, @now)
            ON CONFLICT (version_id, environment_id) DO NOTHING
            """, new { uuid = db.NewUuid(), version.PacticipantId, version.Id, environmentId = environment.Id, now = db.Now }, ct);
        if (inserted == 0)
        {
            await db.Run("""
                UPDATE released_versions SET support_ended_at = NULL, updated_at = @now
                WHERE version_id = @Id AND environment_id = @environmentId AND support_ended_at IS NOT NULL
                """, new { version.Id, environmentId = environment.Id, now = db.Now }, ct);
        }

        return ((await ReleasedAsync(version.Id, environment.Id, ct))[0], inserted > 0);
    }

    public Task<int> EndSupportAsync(long id, CancellationToken ct) => db.Run("""
        UPDATE released_versions SET support_ended_at = @now, updated_at = @now WHERE id = @id AND support_ended_at IS NULL
        """, new { id, now = db.Now }, ct);
}

using PactKit.Broker.Storage;

namespace PactKit.Broker.Matrix;

/// <summary>What is where a version is to go: the versions of many pacticipants in one query.</summary>
internal sealed class DestinationStore(Session db)
{
    /// <summary>The versions of each pacticipant at the destination, newest first; none for one that is not there.</summary>
    public async Task<ILookup<long, VersionRef>> VersionsAsync(IReadOnlyCollection<long> pacticipantIds, Destination destination, CancellationToken ct)
    {
        var args = new { ids = db.Ids(pacticipantIds), destination.Environment, destination.Tag };
        var versions = await db.Query<VersionRef>(
            $"SELECT v.id, v.pacticipant_id, v.number FROM versions v WHERE v.id IN ({Chosen(destination)}) ORDER BY v.id DESC", args, ct);
        return versions.ToLookup(version => version.PacticipantId);
    }

    private string Chosen(Destination destination) => destination switch
    {
        { Environment: not null } => $"""
            SELECT d.version_id FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
            WHERE e.name = @Environment AND {db.In("d.pacticipant_id", "ids")} AND d.currently_deployed
            UNION ALL
            SELECT r.version_id FROM released_versions r JOIN environments e ON e.id = r.environment_id
            WHERE e.name = @Environment AND {db.In("r.pacticipant_id", "ids")} AND r.support_ended_at IS NULL
            """,
        { MainBranch: true } => $"""
            SELECT b.head_version_id FROM branches b JOIN pacticipants q ON q.id = b.pacticipant_id AND q.main_branch = b.name
            WHERE {db.In("b.pacticipant_id", "ids")}
            """,
        { Tag: not null, Latest: true } => $"""
            SELECT max(t.version_id) FROM tags t WHERE {db.In("t.pacticipant_id", "ids")} AND {db.Named("t.name", "Tag")} GROUP BY t.pacticipant_id
            """,
        { Tag: not null } => $"SELECT t.version_id FROM tags t WHERE {db.In("t.pacticipant_id", "ids")} AND {db.Named("t.name", "Tag")}",
        _ => $"SELECT (SELECT max(x.id) FROM versions x WHERE x.pacticipant_id = q.id) FROM pacticipants q WHERE {db.In("q.id", "ids")}",
    };
}

using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal sealed class BranchesStore(Session db, PacticipantsStore pacticipants, BrokerSettings settings)
{
    private const string Select = """
        SELECT b.id, b.pacticipant_id, b.name, b.head_version_id, b.created_at, b.updated_at
        FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id
        """;

    private static readonly Moment TouchInterval = new(60_000_000);

    public Task<Branch?> FindAsync(string pacticipant, string branch, CancellationToken ct) =>
        db.One<Branch>($"{Select} WHERE p.name = @pacticipant AND b.name = @branch", new { pacticipant, branch }, ct);

    public async Task<(List<Branch> Items, long Total)> ListAsync(long pacticipantId, string? search, Pagination page, CancellationToken ct)
    {
        var where = "WHERE b.pacticipant_id = @pacticipantId" + (search is null ? "" : " AND lower(b.name) LIKE @pattern ESCAPE '\\'");
        var args = new { pacticipantId, pattern = search is null ? null : Like.Containing(search), limit = page.Size, offset = page.Offset };
        var items = await db.Query<Branch>($"{Select} {where} ORDER BY b.updated_at DESC, b.id DESC LIMIT @limit OFFSET @offset", args, ct);
        return (items, await db.One<long>($"SELECT count(*) FROM branches b {where}", args, ct));
    }

    public Task<BranchMembership?> FindMembershipAsync(string pacticipant, string branch, string number, CancellationToken ct) => db.One<BranchMembership>("""
        SELECT bv.version_id, b.name, (b.head_version_id = bv.version_id) AS is_head, bv.created_at, bv.updated_at
        FROM branch_versions bv
        JOIN branches b ON b.id = bv.branch_id
        JOIN pacticipants p ON p.id = b.pacticipant_id
        JOIN versions v ON v.id = bv.version_id
        WHERE p.name = @pacticipant AND b.name = @branch AND v.number = @number
        """, new { pacticipant, branch, number }, ct);

    /// <summary>
    /// Puts a version on a branch and makes it the head, even when an older version is added late. Adding it again changes nothing
    /// but the branch's time of last use. Returns whether the membership is new.
    /// </summary>
    public async Task<bool> AddVersionAsync(Pacticipant pacticipant, long versionId, string name, bool automatic, CancellationToken ct)
    {
        Names.Check("a branch", name);
        var now = db.Now;
        // A new branch brings a new membership with it: any row added says that the membership is new.
        var added = await db.Run("""
            INSERT INTO branches (pacticipant_id, name, head_version_id, created_at, updated_at) VALUES (@Id, @name, @versionId, @now, @now)
            ON CONFLICT (pacticipant_id, name) DO NOTHING;
            INSERT INTO branch_versions (branch_id, version_id, auto_created, created_at, updated_at)
            SELECT b.id, @versionId, @automatic, @now, @now FROM branches b WHERE b.pacticipant_id = @Id AND b.name = @name
            ON CONFLICT (branch_id, version_id) DO NOTHING
            """, new { pacticipant.Id, name, versionId, automatic, now }, ct) > 0;
        if (added)
        {
            await db.Run("UPDATE branches SET head_version_id = @versionId, updated_at = @now WHERE pacticipant_id = @Id AND name = @name",
                new { pacticipant.Id, name, versionId, now }, ct);
        }
        else
        {
            await db.Run("UPDATE branches SET updated_at = @now WHERE pacticipant_id = @Id AND name = @name AND updated_at < @stale",
                new { pacticipant.Id, name, now, stale = new Moment(now.Microseconds - TouchInterval.Microseconds) }, ct);
        }

        await DetectMainBranchAsync(pacticipant, name, ct);
        return added;
    }

    /// <summary>The first branch or tag called like a main branch becomes it.</summary>
    public async Task DetectMainBranchAsync(Pacticipant pacticipant, string name, CancellationToken ct)
    {
        if (settings.AutoDetectMainBranch && pacticipant.MainBranch is null && settings.MainBranchCandidates.Contains(name))
            await pacticipants.SetMainBranchAsync(pacticipant.Id, name, ct);
    }

    public Task<int> DeleteAsync(long branchId, CancellationToken ct) => db.Run("DELETE FROM branches WHERE id = @branchId", new { branchId }, ct);

    public async Task<int> RemoveVersionAsync(string pacticipant, string branch, string number, CancellationToken ct)
    {
        if (await FindMembershipAsync(pacticipant, branch, number, ct) is not { } membership) return 0;
        var found = (await FindAsync(pacticipant, branch, ct))!;
        await db.Run("DELETE FROM branch_versions WHERE branch_id = @Id AND version_id = @VersionId", new { found.Id, membership.VersionId }, ct);
        return await db.Run("""
            UPDATE branches SET head_version_id = (SELECT max(bv.version_id) FROM branch_versions bv WHERE bv.branch_id = branches.id)
            WHERE id = @Id AND head_version_id = @VersionId
            """, new { found.Id, membership.VersionId }, ct) + 1;
    }

    /// <summary>The names of all branches but the main one and those excluded.</summary>
    public Task<List<Branch>> AllAsync(long pacticipantId, CancellationToken ct) =>
        db.Query<Branch>($"{Select} WHERE b.pacticipant_id = @pacticipantId ORDER BY b.name", new { pacticipantId }, ct);

    public Task<int> DeleteAsync(IEnumerable<long> branchIds, CancellationToken ct) =>
        db.Run($"DELETE FROM branches WHERE {db.In("id", "ids")}", new { ids = db.Ids(branchIds) }, ct);
}

using System.Data;
using Dapper;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Cleaning;

/// <summary>
/// Selectors as SQL conditions over a version <c>v</c> or a branch <c>b</c>, with their values as parameters. Branches that are about
/// to be deleted no longer keep a version.
/// </summary>
internal sealed class KeepConditions
{
    private readonly Session _db;
    private readonly Moment _now;
    private int _count;

    public KeepConditions(Session db, IReadOnlyCollection<long> doomedBranches)
    {
        (_db, _now) = (db, db.Now);
        Parameters.Add("gone", db.Ids(doomedBranches), DbType.Object);
    }

    public DynamicParameters Parameters { get; } = new();

    public string Version(IEnumerable<KeepSelector> selectors) => Any(selectors.Select(Version));

    public string Branch(IEnumerable<KeepSelector> selectors) => Any(selectors.Select(Branch));

    public string Version(KeepSelector selector)
    {
        var parts = new List<string>();
        if (selector.Pacticipant is { } name) parts.Add($"v.pacticipant_id IN (SELECT id FROM pacticipants WHERE name = {Parameter(name)})");
        var branch = selector.AnyBranch || selector.MainBranch || selector.Branch is not null;
        if (branch) parts.Add(OnBranch(selector));
        if (selector.AnyTag || selector.Tag is not null) parts.Add(Tagged(selector));
        var places = Places(selector);
        parts.AddRange(places.Select(place => place("v")));
        if (selector.Latest && !branch && !selector.AnyTag && selector.Tag is null)
        {
            var same = string.Concat(places.Select(place => " AND " + place("later")));
            parts.Add($"NOT EXISTS (SELECT 1 FROM versions later WHERE later.pacticipant_id = v.pacticipant_id AND later.id > v.id{same})");
        }

        if (selector.MaxAge is { } days) parts.Add($"v.created_at >= {Since(days)}");
        return string.Join(" AND ", parts);
    }

    private string Branch(KeepSelector selector)
    {
        var parts = new List<string> { "TRUE" };
        if (selector.Pacticipant is { } name) parts.Add($"b.pacticipant_id IN (SELECT id FROM pacticipants WHERE name = {Parameter(name)})");
        if (selector.Branch is { } branch) parts.Add($"b.name = {Parameter(branch)}");
        if (selector.MainBranch) parts.Add("b.name = p.main_branch");
        if (selector.MaxAge is { } days) parts.Add($"b.updated_at >= {Since(days)}");
        return string.Join(" AND ", parts);
    }

    private string OnBranch(KeepSelector selector)
    {
        var which = $"NOT ({_db.In("b.id", "gone")})";
        if (selector.Branch is { } name) which += $" AND b.name = {Parameter(name)}";
        if (selector.MainBranch) which += " AND b.name = (SELECT q.main_branch FROM pacticipants q WHERE q.id = v.pacticipant_id)";
        return selector.Latest
            ? $"EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = v.id AND {which})"
            : $"EXISTS (SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = v.id AND {which})";
    }

    private string Tagged(KeepSelector selector)
    {
        var which = selector.Tag is { } name ? $" AND t.name = {Parameter(name)}" : "";
        var latest = selector.Latest
            ? " AND NOT EXISTS (SELECT 1 FROM tags later WHERE later.pacticipant_id = t.pacticipant_id AND later.name = t.name AND later.version_id > t.version_id)"
            : "";
        return $"EXISTS (SELECT 1 FROM tags t WHERE t.version_id = v.id{which}{latest})";
    }

    private List<Func<string, string>> Places(KeepSelector selector)
    {
        var where = selector.Environment is { } name ? $" AND e.name = {Parameter(name)}" : "";
        string Deployed(string version) => $"EXISTS (SELECT 1 FROM deployed_versions d JOIN environments e ON e.id = d.environment_id WHERE d.version_id = {version}.id AND d.currently_deployed{where})";
        string Released(string version) => $"EXISTS (SELECT 1 FROM released_versions r JOIN environments e ON e.id = r.environment_id WHERE r.version_id = {version}.id AND r.support_ended_at IS NULL{where})";

        var places = new List<Func<string, string>>();
        if (selector.Deployed) places.Add(Deployed);
        if (selector.Released) places.Add(Released);
        if (selector.Environment is not null && places.Count == 0) places.Add(version => $"({Deployed(version)} OR {Released(version)})");
        return places;
    }

    private string Since(int days) => Parameter(_now.Microseconds - (long)TimeSpan.FromDays(days).TotalMicroseconds);

    private string Parameter(object value)
    {
        var name = "keep" + _count++;
        Parameters.Add(name, value);
        return "@" + name;
    }

    private static string Any(IEnumerable<string> conditions) => string.Join(" OR ", conditions.Select(condition => $"({condition})")) is { Length: > 0 } text ? text : "FALSE";
}

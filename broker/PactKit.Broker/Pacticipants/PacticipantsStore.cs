using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacticipants;

internal sealed class PacticipantsStore(Session db)
{
    private const string Columns = """
        p.id, p.name, p.display_name, p.main_branch, p.repository_url, p.repository_name, p.repository_namespace, p.created_at, p.updated_at
        """;

    private readonly Dictionary<string, Pacticipant> _found = new(StringComparer.Ordinal);
    private int _attempt;

    /// <summary>One request asks for the same few pacticipants again and again: each is read once in a transaction, and once outside.</summary>
    public async Task<Pacticipant?> FindAsync(string name, CancellationToken ct)
    {
        if (_attempt != db.Attempt) _found.Clear();
        _attempt = db.Attempt;
        if (_found.TryGetValue(name, out var known)) return known;
        var found = await db.One<Pacticipant>($"SELECT {Columns} FROM pacticipants p WHERE {db.Named("p.name", "name")}", new { name }, ct);
        if (found is not null) _found[name] = found;
        return found;
    }

    public Task<List<string>> NamesAsync(CancellationToken ct) => db.Query<string>("SELECT name FROM pacticipants ORDER BY name", null, ct);

    public async Task<(List<Pacticipant> Items, long Total)> ListAsync(string? search, string? label, Pagination? page, CancellationToken ct)
    {
        var where = "WHERE TRUE";
        if (search is not null) where += " AND lower(p.name) LIKE @pattern ESCAPE '\\'";
        if (label is not null) where += " AND EXISTS (SELECT 1 FROM labels l WHERE l.pacticipant_id = p.id AND l.name = @label)";
        var args = new { pattern = search is null ? null : Like.Containing(search), label, limit = page?.Size ?? int.MaxValue, offset = page?.Offset ?? 0 };
        var items = await db.Query<Pacticipant>(
            $"SELECT {Columns} FROM pacticipants p {where} ORDER BY lower(p.name), p.id LIMIT @limit OFFSET @offset", args, ct);
        var total = page is null ? items.Count : await db.One<long>($"SELECT count(*) FROM pacticipants p {where}", args, ct);
        return (items, total);
    }

    /// <summary>Labels and latest versions of many pacticipants in two reads.</summary>
    public async Task<Dictionary<long, PacticipantExtras>> ExtrasAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var args = new { ids = db.Ids(ids) };
        var latest = await db.Query<NamedItem>($"""
            SELECT p.id AS owner_id, v.number AS name
            FROM pacticipants p JOIN versions v ON v.id = (SELECT max(x.id) FROM versions x WHERE x.pacticipant_id = p.id)
            WHERE {db.In("p.id", "ids")}
            """, args, ct);
        var labels = await db.Query<NamedItem>(
            $"SELECT pacticipant_id AS owner_id, name FROM labels WHERE {db.In("pacticipant_id", "ids")} ORDER BY name", args, ct);
        var numbers = latest.ToDictionary(item => item.OwnerId, item => item.Name);
        var labelled = labels.ToLookup(item => item.OwnerId, item => item.Name);
        return ids.Distinct().ToDictionary(id => id, id => new PacticipantExtras(numbers.GetValueOrDefault(id), [.. labelled[id]]));
    }

    public async Task<Pacticipant> GetOrCreateAsync(string name, CancellationToken ct) =>
        await FindAsync(name, ct) ?? await InsertAsync(new Pacticipant { Name = name }, ct);

    /// <summary>An existing pacticipant of that name stays as it is.</summary>
    public async Task<Pacticipant> InsertAsync(Pacticipant pacticipant, CancellationToken ct)
    {
        Names.Check("a pacticipant", pacticipant.Name);
        var now = db.Now;
        _found.Clear();
        await db.Run("""
            INSERT INTO pacticipants (name, display_name, main_branch, repository_url, repository_name, repository_namespace, created_at, updated_at)
            VALUES (@Name, @DisplayName, @MainBranch, @RepositoryUrl, @RepositoryName, @RepositoryNamespace, @CreatedAt, @UpdatedAt)
            ON CONFLICT (name) DO NOTHING
            """, Prepared(pacticipant) with { CreatedAt = now, UpdatedAt = now }, ct);
        return (await FindAsync(pacticipant.Name, ct))!;
    }

    /// <returns>Null when somebody has deleted it meanwhile.</returns>
    public async Task<Pacticipant?> UpdateAsync(Pacticipant pacticipant, CancellationToken ct)
    {
        _found.Clear();
        await db.Run("""
            UPDATE pacticipants SET display_name = @DisplayName, main_branch = @MainBranch, repository_url = @RepositoryUrl,
                repository_name = @RepositoryName, repository_namespace = @RepositoryNamespace, updated_at = @UpdatedAt
            WHERE id = @Id
            """, Prepared(pacticipant) with { UpdatedAt = db.Now }, ct);
        return await FindAsync(pacticipant.Name, ct);
    }

    public Task<int> SetMainBranchAsync(long id, string branch, CancellationToken ct)
    {
        _found.Clear();
        return db.Run("UPDATE pacticipants SET main_branch = @branch WHERE id = @id AND main_branch IS NULL", new { id, branch }, ct);
    }

    /// <summary>Everything that refers to the pacticipant goes with it, by the foreign keys.</summary>
    public Task<int> DeleteAsync(long id, CancellationToken ct)
    {
        _found.Clear();
        return db.Run("DELETE FROM pacticipants WHERE id = @id", new { id }, ct);
    }

    private static Pacticipant Prepared(Pacticipant pacticipant) => pacticipant with
    {
        DisplayName = string.IsNullOrWhiteSpace(pacticipant.DisplayName) ? Pacticipants.DisplayName.From(pacticipant.Name) : pacticipant.DisplayName,
        MainBranch = string.IsNullOrWhiteSpace(pacticipant.MainBranch) ? null : pacticipant.MainBranch,
    };

    private sealed record NamedItem
    {
        public long OwnerId { get; init; }
        public required string Name { get; init; }
    }
}

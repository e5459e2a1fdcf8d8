using PactKit.Broker.Matrix;

namespace PactKit.Broker.Tests.Matrix;

/// <summary>
/// The rules of the matrix once more, written plainly over lists and without a database: what the broker answers has to agree. The
/// order of a version is that in which it was created.
/// </summary>
internal sealed class MatrixModel
{
    public List<(string Pacticipant, string Number)> Versions { get; } = [];
    public List<Pub> Pacts { get; } = [];
    public List<Result> Results { get; } = [];
    public HashSet<(string Pacticipant, string Number, string Tag)> Tags { get; } = [];
    public HashSet<(string Pacticipant, string Branch, string Number)> Branches { get; } = [];
    public Dictionary<(string Pacticipant, string Branch), string> Heads { get; } = [];
    public Dictionary<(string Pacticipant, string Environment), string> Deployed { get; } = [];
    public HashSet<(string Pacticipant, string Number, string Environment)> Released { get; } = [];

    public sealed record Pub(string Consumer, string Number, string Provider, string Content, int At);

    public sealed record Result(string Consumer, string Provider, string Content, string Number, bool Success, int At);

    /// <summary>Where <paramref name="Number"/> is null, any version; a version that does not exist has an empty number.</summary>
    public sealed record Chosen(string Pacticipant, string? Number, bool Specified)
    {
        public bool Has(string pacticipant, string? number) => Pacticipant == pacticipant && (Number is null || Number == number);
    }

    public int Order(string pacticipant, string number) => Versions.IndexOf((pacticipant, number));

    public void Add(string pacticipant, string number)
    {
        if (!Versions.Contains((pacticipant, number))) Versions.Add((pacticipant, number));
    }

    public void AddToBranch(string pacticipant, string number, string branch)
    {
        if (Branches.Add((pacticipant, branch, number))) Heads[(pacticipant, branch)] = number;
    }

    public (string Summary, List<string> Rows) Answer(MatrixQuery query)
    {
        var specified = query.Selectors.SelectMany(selector => Resolve(selector, specified: true)).ToList();
        var ignored = query.Ignore.SelectMany(selector => Resolve(selector, specified: false)).ToList();
        var required = Pacts.Where(pact => specified.Any(s => s.Has(pact.Consumer, pact.Number))).Select(Pair).ToHashSet();
        var all = specified.ToList();
        if (query.Destination.IsGiven)
        {
            var pairs = required.Concat(Pacts.Where(pact => specified.Any(s => s.Pacticipant == pact.Provider)).Select(Pair));
            var others = pairs.SelectMany(pair => new[] { pair.Consumer, pair.Provider }).Distinct().Where(name => specified.All(s => s.Pacticipant != name));
            all.AddRange(others.SelectMany(name => Resolve(query.Destination.For(name), specified: false)));
        }
        else if (specified.Count > 1)
        {
            required.RemoveWhere(pair => specified.All(s => s.Pacticipant != pair.Provider));
        }

        var rows = Latest(Rows(all, query.LatestBy != LatestBy.None), query.LatestBy);
        bool Ignored((Pub Pact, Result? Result) row) => ignored.Any(s => s.Has(row.Pact.Consumer, row.Pact.Number) || s.Has(row.Pact.Provider, row.Result?.Number));
        var considered = rows.Where(row => !Ignored(row)).ToList();
        var missing = required.Count(pair => !rows.Any(row => Pair(row.Pact) == pair));
        var unknown = considered.Count(row => row.Result is null) + missing;
        var failed = considered.Count(row => row.Result?.Success == false);
        var nonexistent = specified.Any(s => s.Number == "" && !ignored.Any(i => i.Pacticipant == s.Pacticipant && i.Number is null));
        var deployable = nonexistent ? "False" : unknown > 0 ? "" : (failed == 0).ToString();
        return ($"{deployable} {considered.Count(row => row.Result?.Success == true)}/{failed}/{unknown}", [.. Texts(considered, false), .. Texts(rows.Where(Ignored), true)]);
    }

    private static (string Consumer, string Provider) Pair(Pub pact) => (pact.Consumer, pact.Provider);

    private List<Chosen> Resolve(MatrixSelector selector, bool specified)
    {
        var name = selector.Pacticipant!;
        if (selector.IsNameOnly) return [new Chosen(name, null, specified)];
        bool OnBranch(string branch, string number) => selector.Latest ? Heads.GetValueOrDefault((name, branch)) == number : Branches.Contains((name, branch, number));
        var numbers = Versions.Where(version => version.Pacticipant == name).Select(version => version.Number)
            .Where(number => selector.Version is null || selector.Version == number)
            .Where(number => selector.Tag is null || Tags.Contains((name, number, selector.Tag)))
            .Where(number => selector.Branch is null || OnBranch(selector.Branch, number))
            .Where(number => !selector.MainBranch || OnBranch("main", number))
            .Where(number => selector.Environment is null || Deployed.GetValueOrDefault((name, selector.Environment)) == number || Released.Contains((name, number, selector.Environment)))
            .ToList();
        if (numbers.Count == 0) return [new Chosen(name, "", specified)];
        return (selector.Latest ? numbers.TakeLast(1) : numbers).Select(number => new Chosen(name, number, specified)).ToList();
    }

    private List<(Pub Pact, Result? Result)> Rows(List<Chosen> all, bool latestOnly)
    {
        var results = latestOnly ? Results.GroupBy(r => (r.Consumer, r.Provider, r.Content, r.Number)).Select(group => group.Last()).ToList() : Results;
        IEnumerable<Result> Of(Pub pact) => results.Where(r => (r.Consumer, r.Provider, r.Content) == (pact.Consumer, pact.Provider, pact.Content));
        var alone = all.Count == 1;
        var rows = new List<(Pub, Result?)>();
        foreach (var pact in Pacts)
        {
            var chosen = all.Any(s => s.Has(pact.Consumer, pact.Number));
            if (!alone && !(chosen && all.Any(s => s.Pacticipant == pact.Provider) && all.Any(s => s.Specified && (s.Pacticipant == pact.Consumer || s.Pacticipant == pact.Provider)))) continue;
            var joined = Of(pact).Where(result => (alone && chosen) || all.Any(s => s.Has(result.Provider, result.Number))).ToList();
            rows.AddRange(joined.Select(result => (pact, (Result?)result)));
            if (chosen && joined.Count == 0) rows.Add((pact, null));
        }

        return rows;
    }

    private List<(Pub Pact, Result? Result)> Latest(List<(Pub Pact, Result? Result)> rows, LatestBy by)
    {
        if (by == LatestBy.None) return rows;
        return rows.OrderByDescending(row => Math.Max(row.Pact.At, row.Result?.At ?? 0))
            .GroupBy(row => (Pair(row.Pact), by == LatestBy.ConsumerProvider ? "" : row.Pact.Number, by == LatestBy.ConsumerVersionProviderVersion ? row.Result?.Number : null))
            .Select(group => group.First().Result is null ? group.First() : group.MaxBy(row => row.Result is null ? -1 : Order(row.Pact.Provider, row.Result.Number)))
            .ToList();
    }

    private List<string> Texts(IEnumerable<(Pub Pact, Result? Result)> rows, bool ignored) => rows
        .OrderBy(row => row.Pact.Consumer, StringComparer.Ordinal).ThenByDescending(row => Order(row.Pact.Consumer, row.Pact.Number))
        .ThenBy(row => row.Pact.Provider, StringComparer.Ordinal)
        .ThenByDescending(row => row.Result is null ? int.MaxValue : Order(row.Pact.Provider, row.Result.Number)).ThenByDescending(row => row.Result?.At)
        .Select(row => $"{row.Pact.Consumer} {row.Pact.Number} {row.Pact.Provider} {row.Result?.Number} {row.Result?.Success}{(ignored ? " ignored" : "")}").ToList();
}

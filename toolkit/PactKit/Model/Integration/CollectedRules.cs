namespace PactKit.Model.Integration;

/// <summary>The rules of a described example while it is taken apart: paths in the order they are come upon, each rule of a path once.</summary>
internal sealed class CollectedRules
{
    private readonly Dictionary<string, List<MatchingRule>> _rules = [];

    private HashSet<string>? _alternatives;

    /// <summary>The rules at a path, to be added to.</summary>
    public List<MatchingRule> At(string path)
    {
        if (!_rules.TryGetValue(path, out var list)) _rules[path] = list = [];
        return list;
    }

    public static void Add(List<MatchingRule> list, MatchingRule rule)
    {
        if (!list.Contains(rule)) list.Add(rule);
    }

    /// <summary>One of the rules at the path is enough.</summary>
    public void IsEither(string path) => (_alternatives ??= []).Add(path);

    public Dictionary<string, RuleList> Lists()
    {
        var lists = new Dictionary<string, RuleList>(_rules.Count);
        foreach (var (path, list) in _rules) lists[path] = new RuleList(list, _alternatives?.Contains(path) == true ? RuleCombination.Or : RuleCombination.And);
        return lists;
    }
}

using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

/// <summary>Compares the parameters of a query; a parameter nobody expects is a mismatch.</summary>
internal sealed class QueryComparer(IReadOnlyDictionary<string, IReadOnlyList<string?>> expected, Dictionary<string, RuleGroup> rules)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string?>> actual, List<Mismatch> into, MatchingTrace? trace)
    {
        var parameters = new ParameterComparer("query parameter", unexpectedAllowed: false, name => Rules(name, trace));
        foreach (var difference in parameters.Compare(expected, actual))
            into.Add(new QueryMismatch(difference.Name, difference.Expected, difference.Actual) { Description = difference.Description, Rule = difference.Rule });
    }

    private RuleGroup? Rules(string name, MatchingTrace? trace)
    {
        var group = rules.GetValueOrDefault(name);
        trace?.Named("query", name, group);
        return group;
    }
}

using PactKit.Matching.Paths;

namespace PactKit.Matching.Parts;

/// <summary>Compares the parameters of a query; a parameter nobody expects is a mismatch.</summary>
internal sealed class QueryComparer(IReadOnlyDictionary<string, IReadOnlyList<string?>> expected, Dictionary<string, RuleCursor> rules)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string?>> actual, List<Mismatch> into, MatchingTrace? trace)
    {
        var parameters = new ParameterComparer("query parameter", unexpectedAllowed: false, name => Rules(name, trace));
        foreach (var difference in parameters.Compare(expected, actual))
            into.Add(new QueryMismatch(difference.Name, difference.Expected, difference.Actual) { Description = difference.Description, Rule = difference.Rule });
    }

    private RuleCursor Rules(string name, MatchingTrace? trace)
    {
        var found = rules.GetValueOrDefault(name) ?? RuleCursor.None;
        trace?.Named("query", name, found.Rules);
        return found;
    }
}

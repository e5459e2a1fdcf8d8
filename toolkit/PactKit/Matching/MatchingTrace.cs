using System.Globalization;
using PactKit.Matching.Paths;

namespace PactKit.Matching;

/// <summary>Which rules decided at one place of a message, and why these.</summary>
/// <param name="Part">"body", "header", "query", "metadata", "path", "status" or "method".</param>
/// <param name="Location">The path inside the body, or the name of the header, parameter or metadata entry; empty for the rest.</param>
/// <param name="Rules">Names of the rules, or "equality" where no rule applied.</param>
/// <param name="Reason">A sentence.</param>
public sealed record MatchingDecision(string Part, string Location, IReadOnlyList<string> Rules, string Reason);

/// <summary>Collects the decisions of one comparison. Pass one to <c>Match</c> to learn why something matched, or did not; it costs time, so only then.</summary>
public sealed class MatchingTrace
{
    private readonly List<MatchingDecision> _decisions = [];

    public IReadOnlyList<MatchingDecision> Decisions => _decisions;

    internal void Body(PathTrail trail, RuleCursor rules) => _decisions.Add(Describe("body", trail.ToString(), rules));

    internal void Named(string part, string name, Rules.RuleGroup? rules) => _decisions.Add(rules is null
        ? new MatchingDecision(part, name, ["equality"], "no rule for it, so the values must be equal")
        : new MatchingDecision(part, name, Names(rules), "the rules kept under this name"));

    private static MatchingDecision Describe(string part, string location, RuleCursor rules)
    {
        if (rules.Selected is not { } selected) return new MatchingDecision(part, location, ["equality"], "no expression selects this place");
        var weight = selected.Weight.ToString(CultureInfo.InvariantCulture);
        var reason = selected.Tokens.Count == 0
            ? $"the rules listed inside {selected.Text}"
            : $"{selected.Text} has the greatest weight of those that select this place ({weight})";
        if (rules.IsCascaded) reason += ", inherited from above, so sizes are not checked";
        return new MatchingDecision(part, location, Names(selected.Rules), reason);
    }

    private static string[] Names(Rules.RuleGroup rules) => [.. rules.Checks.Select(c => c.Name)];
}

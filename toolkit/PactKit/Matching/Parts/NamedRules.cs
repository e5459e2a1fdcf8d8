using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Parts;

/// <summary>Rules stored by literal name: of query parameters, headers and metadata entries.</summary>
internal static class NamedRules
{
    public static Dictionary<string, RuleCursor> Compile(
        IReadOnlyDictionary<string, RuleList> rules, MatchingOptions options, List<string> warnings, StringComparer? names = null)
    {
        var compiled = new Dictionary<string, RuleCursor>(names ?? StringComparer.Ordinal);
        foreach (var (name, list) in rules)
            if (RuleGroup.Compile(list, options, warnings) is { } group) compiled[name] = RuleCursor.At(new RuleExpression(name, [], group));
        return compiled;
    }
}

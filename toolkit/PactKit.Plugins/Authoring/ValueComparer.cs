using PactKit.Matching;
using PactKit.Matching.Rules;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Authoring;

/// <summary>Compares single text values the way the engine does, for plugins whose bodies are made of such.</summary>
public static class ValueComparer
{
    /// <summary>What differs, one sentence each; empty where the value is as expected. Without rules the two must be equal.</summary>
    /// <param name="expected">The example.</param>
    /// <param name="actual">What was received.</param>
    /// <param name="rules">Rules for this value; all must pass.</param>
    public static IReadOnlyList<string> Compare(string expected, string actual, MatchingRules? rules)
    {
        List<Failure>? failures = null;
        if (RuleGroup.Compile(ProtoRules.To(rules), MatchingOptions.Default, []) is { } group)
            group.CheckScalar(new Value(expected), new Value(actual), cascaded: false, ref failures);
        else if (EqualityCheck.Compare(new Value(expected), new Value(actual)) is { } difference)
            return [difference];
        return failures is null ? [] : [.. failures.Select(failure => failure.Description)];
    }
}

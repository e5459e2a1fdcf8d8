using System.Globalization;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

internal sealed record ParameterDifference(string Name, string Expected, string Actual, string Description, string? Rule = null);

/// <summary>Compares named lists of values: queries and forms. <paramref name="what"/> is what one of them is called in sentences.</summary>
internal sealed class ParameterComparer(string what, bool unexpectedAllowed, Func<string, RuleCursor> rulesOf)
{
    public IEnumerable<ParameterDifference> Compare(
        IReadOnlyDictionary<string, IReadOnlyList<string?>> expected, IReadOnlyDictionary<string, IReadOnlyList<string?>> actual)
    {
        foreach (var (name, values) in expected)
        {
            if (!actual.TryGetValue(name, out var received))
                yield return new ParameterDifference(name, Joined(values), "", $"Expected {what} '{name}' but was missing");
            else
                foreach (var difference in CompareValues(name, values, received)) yield return difference;
        }

        if (unexpectedAllowed) yield break;
        foreach (var (name, values) in actual)
            if (!expected.ContainsKey(name)) yield return new ParameterDifference(name, "", Joined(values), $"Unexpected {what} '{name}' received");
    }

    private IEnumerable<ParameterDifference> CompareValues(string name, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        var rules = rulesOf(name);
        var byRules = TextListCheck.Apply(rules, expected, actual)
            .Select(f => new ParameterDifference(name, f.Expected, f.Actual, f.Failure.Description, f.Failure.Rule));
        return rules.Rules is null ? CompareExactly(name, expected, actual, rules).Concat(byRules) : byRules;
    }

    private IEnumerable<ParameterDifference> CompareExactly(string name, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual, RuleCursor rules)
    {
        if (expected.Count != actual.Count)
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"with {expected.Count} value(s) but received {actual.Count} value(s)");
            yield return new ParameterDifference(name, Joined(expected), Joined(actual), $"Expected {what} '{name}' {counts}");
        }

        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            // A parameter without "=" is as good as an empty one.
            var (wanted, received) = (expected[i] ?? "", actual[i] ?? "");
            if (wanted == received || TextListCheck.HasOwnRules(rules, i, out _)) continue;
            yield return new ParameterDifference(name, wanted, received, $"Expected {what} '{name}' with value '{wanted}' but was '{received}'");
        }
    }

    private static string Joined(IReadOnlyList<string?> values) => string.Join(", ", values);
}

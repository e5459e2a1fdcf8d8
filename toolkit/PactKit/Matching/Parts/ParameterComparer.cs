using System.Globalization;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

internal readonly record struct ParameterDifference(string Name, string Expected, string Actual, string Description, string? Rule = null);

/// <summary>Compares named lists of values: queries and forms. <paramref name="what"/> is what one of them is called in sentences.</summary>
internal sealed class ParameterComparer(string what, bool unexpectedAllowed, Func<string, RuleGroup?> rulesOf)
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
        if (rulesOf(name) is not { } group) return CompareExactly(name, expected, actual);
        return TextListCheck.Apply(group, expected, actual)
            .Select(f => new ParameterDifference(name, f.Expected, f.Actual, f.Failure.Description, f.Failure.Rule));
    }

    private IEnumerable<ParameterDifference> CompareExactly(string name, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        if (expected.Count != actual.Count)
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"with {expected.Count} value(s) but received {actual.Count} value(s)");
            yield return new ParameterDifference(name, Joined(expected), Joined(actual), $"Expected {what} '{name}' {counts}");
        }

        // A parameter without "=" is as good as an empty one.
        foreach (var (wanted, received) in expected.Zip(actual, (e, a) => (e ?? "", a ?? "")))
            if (wanted != received) yield return new ParameterDifference(name, wanted, received, $"Expected {what} '{name}' with value '{wanted}' but was '{received}'");
    }

    private static string Joined(IReadOnlyList<string?> values) => string.Join(", ", values);
}

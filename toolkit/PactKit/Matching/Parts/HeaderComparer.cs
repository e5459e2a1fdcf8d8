using System.Globalization;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

/// <summary>Compares the expected headers; others may be there.</summary>
internal sealed class HeaderComparer(IReadOnlyDictionary<string, IReadOnlyList<string>> expected, Dictionary<string, RuleGroup> rules)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string>> actual, List<Mismatch> into, MatchingTrace? trace)
    {
        foreach (var (name, values) in expected)
        {
            var group = rules.GetValueOrDefault(name);
            trace?.Named("header", name, group);
            if (Find(actual, name) is not { } received)
                into.Add(new HeaderMismatch(name, string.Join(", ", values), "") { Description = $"Expected a header '{name}' but was missing" });
            else if (group is not null) CompareByRules(group, name, values, received, into);
            else CompareValues(name, values, received, into);
        }
    }

    /// <summary>Whether a rule for this header accepts these values. False without a rule.</summary>
    public bool RuleAccepts(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> actual) =>
        rules.TryGetValue(name, out var group)
        && Find(actual, name) is { } received
        && !TextListCheck.Apply(group, Find(expected, name) ?? received, received).Any();

    private static IReadOnlyList<string>? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name)
    {
        if (headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (key, values) in headers)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return values;
        return null;
    }

    private static void CompareByRules(RuleGroup group, string name, IReadOnlyList<string> expected, IReadOnlyList<string> actual, List<Mismatch> into)
    {
        foreach (var (wanted, received, failure) in TextListCheck.Apply(group, expected, actual))
            into.Add(Mismatch(name, wanted, received, failure.Description, failure.Rule));
    }

    private static void CompareValues(string name, IReadOnlyList<string> expected, IReadOnlyList<string> actual, List<Mismatch> into)
    {
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var wanted = i < expected.Count ? expected[i] : "";
            var index = i.ToString(CultureInfo.InvariantCulture);
            if (i >= actual.Count) into.Add(Mismatch(name, wanted, "", $"Expected value '{wanted}' at index {index} but was missing"));
            else if (i >= expected.Count || !HeaderValue.AreEqual(name, wanted, actual[i]))
                into.Add(Mismatch(name, wanted, actual[i], $"Expected header '{name}' to have value '{wanted}' but was '{actual[i]}'"));
        }
    }

    private static HeaderMismatch Mismatch(string name, string expected, string actual, string description, string? rule = null) =>
        new(name, expected, actual) { Description = $"Mismatch with header '{name}': {description}", Rule = rule };
}

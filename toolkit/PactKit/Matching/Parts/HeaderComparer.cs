using System.Globalization;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

/// <summary>Compares the expected headers; others may be there.</summary>
internal sealed class HeaderComparer(IReadOnlyDictionary<string, IReadOnlyList<string>> expected, Dictionary<string, RuleCursor> rules)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string>> actual, List<Mismatch> into, MatchingTrace? trace)
    {
        foreach (var (name, values) in expected)
        {
            var ruled = rules.GetValueOrDefault(name);
            trace?.Named("header", name, ruled?.Rules);
            if (Find(actual, name) is not { } received)
                into.Add(new HeaderMismatch(name, string.Join(", ", values), "") { Description = $"Expected a header '{name}' but was missing" });
            else if (ruled is not null) CompareByRules(ruled, name, values, Apart(received, values.Count), into);
            else CompareValues(name, values, received, into);
        }
    }

    /// <summary>Whether a rule for this header accepts these values. False without a rule.</summary>
    public bool RuleAccepts(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> actual) =>
        rules.TryGetValue(name, out var ruled)
        && Find(actual, name) is { } received
        && Find(expected, name) is var wanted
        && !Apply(ruled, wanted ?? received, wanted is null ? received : Apart(received, wanted.Count)).Any();

    private static IReadOnlyList<string>? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name)
    {
        if (headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (key, values) in headers)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return values;
        return null;
    }

    private static void CompareByRules(RuleCursor ruled, string name, IReadOnlyList<string> expected, IReadOnlyList<string> actual, List<Mismatch> into)
    {
        foreach (var (wanted, received, failure) in Apply(ruled, expected, actual))
            into.Add(Mismatch(name, wanted, received, failure.Description, failure.Rule));
    }

    // One value where one is expected is no list: sizes are not counted, and what is about the inside of a list cannot apply (as the reference engine has it).
    private static IEnumerable<TextFailure> Apply(RuleCursor ruled, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (expected is not [var wanted] || actual is not [var received]) return TextListCheck.Apply(ruled, expected, actual);
        List<Failure>? failures = null;
        ruled.Rules!.CheckScalar(new Value(wanted), new Value(received), cascaded: false, ref failures);
        return (failures ?? []).Select(failure => new TextFailure(wanted, received, failure));
    }

    // Many clients send several values on one line, HttpClient always does.
    private static IReadOnlyList<string> Apart(IReadOnlyList<string> lines, int expected) =>
        lines.Count >= expected ? lines : [.. lines.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries))];

    private static void CompareValues(string name, IReadOnlyList<string> expected, IReadOnlyList<string> lines, List<Mismatch> into)
    {
        // Values that hold commas themselves cannot be told apart any more.
        if (lines.Count < expected.Count && HeaderValue.AreEqual("", string.Join(',', expected), string.Join(',', lines))) return;
        var actual = Apart(lines, expected.Count);
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

using PactKit.Matching.Paths;

namespace PactKit.Matching.Rules;

/// <summary>Applies rules to a list of texts (the values of a query parameter, header or form field): to the list, then to each value.</summary>
internal static class TextListCheck
{
    public static IEnumerable<(string Expected, string Actual, Failure Failure)> Apply(
        RuleGroup group, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        var refused = new List<(string, string, Failure)>();
        foreach (var check in group.Checks)
        {
            var failures = ApplyOne(check, expected, actual).ToList();
            if (failures.Count == 0 && group.OneIsEnough) return [];
            refused.AddRange(failures);
        }

        return refused;
    }

    private static IEnumerable<(string, string, Failure)> ApplyOne(RuleCheck check, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        if (check.CheckList(new Items(expected), new Items(actual), cascaded: false) is { } failure)
            yield return (Joined(expected), Joined(actual), new Failure(failure, check.Name));
        if (check is ArrayContainsCheck variants)
        {
            foreach (var missing in Missing(variants, expected, actual)) yield return (missing, Joined(actual), NotFound(missing, check.Name));
            yield break;
        }

        for (var i = 0; i < actual.Count; i++)
        {
            // When there are more values than examples, the first example stands in.
            var example = (i < expected.Count ? expected[i] : expected is [var first, ..] ? first : null) ?? "";
            var value = actual[i] ?? "";
            foreach (var refusal in OfValue(check, new Value(example), new Value(value))) yield return (example, value, refusal);
        }
    }

    private static List<Failure> OfValue(RuleCheck check, in Value expected, in Value actual)
    {
        List<Failure>? failures = null;
        if (check is EachValueCheck each) each.Rules?.CheckScalar(expected, actual, cascaded: false, ref failures);
        else if (check.Check(expected, actual, cascaded: true) is { } failure) failures = [new Failure(failure, check.Name)];
        return failures ?? [];
    }

    private static IEnumerable<string> Missing(ArrayContainsCheck check, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual) =>
        from variant in check.VariantsFor(expected.Count)
        let example = variant.Index >= 0 && variant.Index < expected.Count ? expected[variant.Index] ?? "" : ""
        where !actual.Any(value => Fits(variant.Root, example, value ?? ""))
        select example;

    private static bool Fits(RuleCursor rules, string example, string value)
    {
        if (rules.Rules is not { } group) return example == value;
        List<Failure>? failures = null;
        group.CheckScalar(new Value(example), new Value(value), cascaded: false, ref failures);
        return failures is null;
    }

    private static Failure NotFound(string example, string rule) => new($"Variant ({example}) was not found in the actual list", rule);

    private static string Joined(IReadOnlyList<string?> values) => string.Join(", ", values);
}

using PactKit.Matching.Paths;

namespace PactKit.Matching.Rules;

/// <summary>
/// Applies rules to a list of texts (the values of a query parameter, header or form field): to the list, then to each value. A rule
/// written for one value, as a path in a form may be, decides about that one alone.
/// </summary>
internal static class TextListCheck
{
    public static IReadOnlyList<TextFailure> Apply(
        RuleCursor rules, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        var refused = rules.Rules is { } group ? ByGroup(group, rules, expected, actual) : [];
        for (var i = 0; i < actual.Count; i++)
        {
            if (!HasOwnRules(rules, i, out var item)) continue;
            var (example, value) = At(i, expected, actual);
            List<Failure>? failures = null;
            item.Rules!.CheckScalar(new Value(example), new Value(value), item.IsCascaded, ref failures);
            foreach (var failure in failures ?? []) refused.Add(new TextFailure(example, value, failure));
        }

        return refused;
    }

    /// <summary>Whether other rules than those of the list apply to one of its values.</summary>
    public static bool HasOwnRules(RuleCursor rules, int index, out RuleCursor item)
    {
        item = rules.Item(index);
        return item.Rules is not null && !ReferenceEquals(item.Selected, rules.Selected);
    }

    private static List<TextFailure> ByGroup(RuleGroup group, RuleCursor rules, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        var refused = new List<TextFailure>();
        Combine(group, check => OfList(check, rules.IsCascaded, expected, actual), refused);
        for (var i = 0; i < actual.Count; i++)
        {
            if (HasOwnRules(rules, i, out _)) continue;
            var (example, value) = At(i, expected, actual);
            // What arrayContains says of the values, it says of the list.
            Combine(
                group,
                check => check is not ArrayContainsCheck ? [.. OfValue(check, rules.IsCascaded, new Value(example), new Value(value)).Select(failure => new TextFailure(example, value, failure))]
                    : group.OneIsEnough ? OfList(check, rules.IsCascaded, expected, actual) : [],
                refused);
        }

        return refused;
    }

    // Where one rule is enough, it is so for the list, and for each of its values: one may pass by this rule and the next by that.
    private static void Combine(RuleGroup group, Func<RuleCheck, List<TextFailure>> apply, List<TextFailure> refused)
    {
        var before = refused.Count;
        foreach (var check in group.Checks)
        {
            var failures = apply(check);
            refused.AddRange(failures);
            if (failures.Count > 0 || !group.OneIsEnough) continue;
            refused.RemoveRange(before, refused.Count - before);
            return;
        }
    }

    private static List<TextFailure> OfList(RuleCheck check, bool inherited, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual)
    {
        var refused = new List<TextFailure>();
        if (check.CheckList(new Items(expected), new Items(actual), inherited) is { } failure)
            refused.Add(new TextFailure(Joined(expected), Joined(actual), new Failure(failure, check.Name)));
        if (check is ArrayContainsCheck variants)
            refused.AddRange(Missing(variants, expected, actual).Select(missing => new TextFailure(missing, Joined(actual), NotFound(missing, check.Name))));
        return refused;
    }

    // When there are more values than examples, the first example stands in.
    private static (string Example, string Value) At(int index, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual) =>
        ((index < expected.Count ? expected[index] : expected is [var first, ..] ? first : null) ?? "", actual[index] ?? "");

    private static List<Failure> OfValue(RuleCheck check, bool inherited, in Value expected, in Value actual)
    {
        List<Failure>? failures = null;
        if (!inherited && check is EachValueCheck { Rules: { } each }) each.CheckScalar(expected, actual, cascaded: false, ref failures);
        // Without rules the values are left to their examples.
        else if (!inherited && check is EachValueCheck) failures = EqualityCheck.Compare(expected, actual) is { } differs ? [new Failure(differs, check.Name)] : null;
        else if (check.Check(expected, actual, cascaded: inherited || check is not EachKeyCheck) is { } failure) failures = [new Failure(failure, check.Name)];
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

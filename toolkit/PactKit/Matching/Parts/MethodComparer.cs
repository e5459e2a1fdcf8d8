using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

internal static class MethodComparer
{
    public static void Compare(string expected, string actual, RuleGroup? rules, List<Mismatch> into)
    {
        List<Failure>? failures = null;
        if (rules is not null) rules.CheckScalar(new Value(expected), new Value(actual), cascaded: false, ref failures);
        else if (!string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase))
            failures = [new Failure($"Expected method {expected} but received {actual}", null)];
        foreach (var (description, rule) in failures ?? [])
            into.Add(new MethodMismatch(expected, actual) { Description = description, Rule = rule });
    }
}

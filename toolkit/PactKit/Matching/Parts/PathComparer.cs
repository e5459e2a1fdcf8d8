using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

/// <summary>Compares paths as they are spelled: no percent escape is decoded on either side.</summary>
internal static class PathComparer
{
    public static void Compare(string expected, string actual, RuleGroup? rules, List<Mismatch> into)
    {
        List<Failure>? failures = null;
        if (rules is not null) rules.CheckScalar(new Value(expected), new Value(actual), cascaded: false, ref failures);
        else if (expected != actual) failures = [new Failure($"Expected '{actual}' to be equal to '{expected}'", null)];
        foreach (var (description, rule) in failures ?? [])
            into.Add(new PathMismatch(expected, actual) { Description = description, Rule = rule });
    }
}

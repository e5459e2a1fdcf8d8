using PactKit.Matching.Bodies;
using PactKit.Model;

namespace PactKit.Matching.Rules;

/// <summary>The rules for one location, ready to use. All must pass, or one is enough.</summary>
internal sealed class RuleGroup(RuleCheck[] checks, bool oneIsEnough)
{
    public IReadOnlyList<RuleCheck> Checks => checks;

    public bool OneIsEnough => oneIsEnough;

    public bool HasTypeRule { get; } = Array.Exists(checks, static check => check.IsTypeRule);

    public bool DecidesKeys { get; } = Array.Exists(checks, static check => check.DecidesKeys);

    /// <summary>Null where there is no rule: an empty list is as good as none.</summary>
    public static RuleGroup? Compile(RuleList? rules, MatchingOptions options, List<string> warnings)
    {
        if (rules is null || rules.Rules.Count == 0) return null;
        var checks = new RuleCheck[rules.Rules.Count];
        for (var i = 0; i < checks.Length; i++) checks[i] = RuleCompiler.Compile(rules.Rules[i], options, warnings);
        return new RuleGroup(checks, rules.Combine == RuleCombination.Or);
    }

    public void CheckScalar(in Value expected, in Value actual, bool cascaded, ref List<Failure>? failures)
    {
        var before = failures?.Count ?? 0;
        foreach (var check in checks)
        {
            var failure = check.Check(expected, actual, cascaded);
            if (failure is not null) (failures ??= []).Add(new Failure(failure, check.Name));
            if (failure is not null || !oneIsEnough) continue;

            // Nothing found is null, and not an empty list: that is what callers look at.
            if (before == 0) failures = null;
            else failures!.RemoveRange(before, failures.Count - before);
            return;
        }
    }

    public void CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, ref List<Failure>? failures) =>
        Combine((expected, actual), static (check, bytes) => check.CheckBytes(bytes.expected, bytes.actual), ref failures);

    public void CheckElement(in ElementView expected, in ElementView actual, bool cascaded, ref List<Failure>? failures) =>
        Combine((expected, actual, cascaded), static (check, e) => check.CheckElement(e.expected, e.actual, e.cascaded), ref failures);

    private void Combine<T>(T subject, Func<RuleCheck, T, string?> apply, ref List<Failure>? failures)
    {
        var found = new List<Failure>();
        foreach (var check in checks)
        {
            if (apply(check, subject) is { } failure) found.Add(new Failure(failure, check.Name));
            else if (oneIsEnough) return;
        }

        if (found.Count > 0) (failures ??= []).AddRange(found);
    }
}

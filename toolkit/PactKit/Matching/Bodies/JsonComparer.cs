using System.Runtime.CompilerServices;
using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Bodies;

/// <summary>Compares two JSON documents from the root down, collecting what differs. Maps and lists are in files of their own.</summary>
internal sealed partial class JsonComparer(BodyComparison comparison)
{
    /// <summary>Containers need their own kind on the other side, whatever the rules say; the rest is a matter of scalars.</summary>
    public void Compare(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        var isMap = expected.Kind == ValueKind.Object;
        if (!isMap && expected.Kind != ValueKind.Array)
        {
            CompareScalars(expected, actual, rules);
        }
        else if (actual.ValueKind != (isMap ? JsonValueKind.Object : JsonValueKind.Array))
        {
            var (wanted, received) = (new Value(expected.Json), new Value(actual));
            comparison.Add(wanted.Shown, received.Shown, $"Type mismatch: Expected {received.Typed} to be the same type as {wanted.Typed}");
        }
        else if (isMap)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            CompareMaps(expected, actual, rules);
        }
        else
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            CompareLists(expected, actual, rules);
        }
    }

    private void CompareScalars(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        // Most values of most bodies are spelled alike, and no rule asks for more.
        if (rules.Rules is null && JsonPiece.Raw(expected.Json).SequenceEqual(JsonPiece.Raw(actual)))
            comparison.Trace(rules);
        else
            comparison.Scalar(new Value(expected.Json), new Value(actual), rules);
    }

    /// <summary>Runs what each rule asks for. All must be content, or one is enough; what several rules have in common is done once.</summary>
    private void ByRules(RuleGroup group, Func<RuleCheck, Descent> own, Action<RuleCheck, Descent> below)
    {
        var done = new HashSet<Descent>();
        if (!group.OneIsEnough)
        {
            foreach (var check in group.Checks)
            {
                var descent = own(check);
                if (descent is not (Descent.Ordinary or Descent.Values) || done.Add(descent)) below(check, descent);
            }

            return;
        }

        var refused = new List<Mismatch>();
        var shared = new Dictionary<Descent, List<Mismatch>>();
        foreach (var check in group.Checks)
        {
            Descent descent = default;
            var mismatches = comparison.Aside(() => descent = own(check));
            if (descent is not (Descent.Ordinary or Descent.Values)) mismatches.AddRange(comparison.Aside(() => below(check, descent)));
            else if (shared.TryGetValue(descent, out var known)) mismatches.AddRange(known);
            else mismatches.AddRange(shared[descent] = comparison.Aside(() => below(check, descent)));
            if (mismatches.Count == 0) return;
            refused.AddRange(mismatches);
        }

        comparison.Found.AddRange(refused.Distinct());
    }
}

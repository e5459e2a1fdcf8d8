using System.Globalization;
using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Bodies;

internal sealed partial class JsonComparer
{
    private void CompareLists(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        comparison.Trace(rules);
        if (rules.Rules is not { } group) CompareItems(expected, actual, rules);
        else if (group.Checks is [var only]) CompareBelow(only, CheckList(only, expected, actual, rules), expected, actual, rules);
        else ByRules(group, check => CheckList(check, expected, actual, rules), (check, descent) => CompareBelow(check, descent, expected, actual, rules));
    }

    private Descent CheckList(RuleCheck check, ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        if (check.CheckList(new Items(expected.Json), new Items(actual), rules.IsCascaded) is { } failure)
            comparison.Add(new Value(expected.Json).Shown, new Value(actual).Shown, failure, check.Name);
        return check.DescentOf(rules.IsCascaded);
    }

    private void CompareBelow(RuleCheck check, Descent descent, ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        // An example without items says nothing about what items should be like.
        if (expected.Items.Length == 0) return;
        if (descent == Descent.Variants) FindVariants((ArrayContainsCheck)check, expected, actual);
        else ComparePadded(expected, actual, descent == Descent.EachValue ? ((EachValueCheck)check).Inside : rules);
    }

    // Under a rule the list may have any length: more items are compared with the first example, fewer are fine.
    private void ComparePadded(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        var index = 0;
        foreach (var item in actual.EnumerateArray())
        {
            CompareItem(index, index < expected.Items.Length ? expected.Items[index] : expected.Items[0], item, rules);
            index++;
        }
    }

    private void CompareItems(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        var count = actual.GetArrayLength();
        if (expected.Items.Length == 0)
        {
            if (count > 0) comparison.Add("[]", new Value(actual).Shown, $"Expected an empty List but received {new Items(actual).Shown}");
            return;
        }

        if (count != expected.Items.Length)
        {
            var lengths = string.Create(CultureInfo.InvariantCulture, $"Expected a List with {expected.Items.Length} elements but received {count} elements");
            comparison.Add(new Value(expected.Json).Shown, new Value(actual).Shown, lengths);
        }

        var index = 0;
        foreach (var item in actual.EnumerateArray().Take(expected.Items.Length)) CompareItem(index, expected.Items[index++], item, rules);
        for (; index < expected.Items.Length; index++)
        {
            comparison.Trail.Enter(index);
            var missing = new Value(expected.Items[index].Json).Shown;
            comparison.Add(missing, null, $"Expected {missing} but was missing");
            comparison.Trail.Leave();
        }
    }

    private void CompareItem(int index, ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        comparison.Trail.Enter(index);
        Compare(expected, actual, rules.Item(index));
        comparison.Trail.Leave();
    }

    private void FindVariants(ArrayContainsCheck check, ExpectedJson expected, JsonElement actual)
    {
        foreach (var variant in check.VariantsFor(expected.Items.Length))
        {
            var index = variant.Index.ToString(CultureInfo.InvariantCulture);
            if (variant.Index < 0 || variant.Index >= expected.Items.Length)
            {
                comparison.Add(null, null, $"Variant at index {index} has no example in the expected list", check.Name);
                continue;
            }

            var example = expected.Items[variant.Index];
            if (actual.EnumerateArray().Any(item => comparison.Aside(() => Compare(example, item, variant.Root)).Count == 0)) continue;
            var shown = JsonPiece.Compact(example.Json);
            comparison.Add(shown, null, $"Variant at index {index} ({shown}) was not found in the actual list", check.Name);
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Bodies;

/// <summary>
/// Compares two XML documents. A path has one step per element name, without indexes for repeated siblings; order matters among
/// siblings of one name, not between names.
/// </summary>
internal sealed class XmlComparer(BodyComparison comparison)
{
    public void CompareRoots(XmlElementNode expected, XmlElementNode actual, RuleCursor rules) => Enter(expected, actual, rules);

    private void Enter(XmlElementNode expected, XmlElementNode actual, RuleCursor parent)
    {
        comparison.Trail.Enter(expected.Step);
        var rules = parent.Field(expected.Step);
        comparison.Trace(rules);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            comparison.Add(null, null, "The bodies are nested too deeply to be compared in the stack space there is");
        }
        else if (IsTheElement(expected, actual, rules))
        {
            CompareAttributes(expected, actual, rules);
            CompareChildren(expected, actual, rules);
            CompareText(expected, actual, rules);
        }

        comparison.Trail.Leave();
    }

    private bool IsTheElement(XmlElementNode expected, XmlElementNode actual, RuleCursor rules)
    {
        List<Failure>? failures = null;
        if (rules.Rules is { } group) group.CheckElement(expected.View, actual.View, rules.IsCascaded, ref failures);
        else if (EqualityCheck.CompareNames(expected.View, actual.View) is { } difference) failures = [new Failure(difference, null)];
        foreach (var (description, rule) in failures ?? []) comparison.Add(expected.View.Shown, actual.View.Shown, description, rule);
        return failures is null;
    }

    private void CompareAttributes(XmlElementNode expected, XmlElementNode actual, RuleCursor rules)
    {
        var (wanted, received) = (expected.Attributes.Count, actual.Attributes.Count);
        if (received < wanted || (received > wanted && !comparison.UnexpectedKeysAllowed))
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"Expected {wanted} attribute(s) but received {received} attribute(s)");
            comparison.Add(string.Join(", ", expected.Attributes.Keys), string.Join(", ", actual.Attributes.Keys), counts);
        }

        foreach (var (name, value) in expected.Attributes)
        {
            comparison.Trail.Enter(name);
            if (actual.Attributes.TryGetValue(name, out var other)) comparison.Scalar(new Value(value), new Value(other), rules.Field(name));
            else comparison.Add(value, null, $"Expected attribute '{name[1..]}'='{value}' but was missing");
            comparison.Trail.Leave();
        }
    }

    private void CompareChildren(XmlElementNode expected, XmlElementNode actual, RuleCursor rules)
    {
        if (expected.Children.Count == 0 && actual.Children.Count == 0) return;
        var received = actual.Children.GroupBy(c => c.Step).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var group in expected.Children.GroupBy(c => c.Step))
        {
            var found = received.Remove(group.Key, out var same) ? same : [];
            CompareSiblings([.. group], found, rules);
        }

        foreach (var (step, unexpected) in received)
        {
            if (comparison.UnexpectedKeysAllowed && rules.Field(step).Rules is not { HasTypeRule: true }) continue;
            foreach (var child in unexpected) AddUnexpected(child);
        }
    }

    private void CompareSiblings(List<XmlElementNode> expected, List<XmlElementNode> actual, RuleCursor rules)
    {
        // A type rule lets the siblings grow and shrink in number, though not to nothing; the first example stands for all.
        if (actual.Count > 0 && rules.Field(expected[0].Step).Rules is { HasTypeRule: true })
        {
            foreach (var child in actual) Enter(expected[0], child, rules);
            return;
        }

        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++) Enter(expected[i], actual[i], rules);
        foreach (var missing in expected.Skip(actual.Count))
            comparison.Add(missing.View.Shown, null, $"Expected child {missing.View.Shown} but was missing");
        if (comparison.UnexpectedKeysAllowed) return;
        foreach (var child in actual.Skip(expected.Count)) AddUnexpected(child);
    }

    private void AddUnexpected(XmlElementNode child) => comparison.Add(null, child.View.Shown, $"Unexpected child {child.View.Shown}");

    private void CompareText(XmlElementNode expected, XmlElementNode actual, RuleCursor rules)
    {
        if (expected.Text.Length == 0 && actual.Text.Length == 0 && rules.Field("#text").Rules is null) return;
        comparison.Trail.Enter("#text");
        comparison.Scalar(new Value(expected.Text.ToString()), new Value(actual.Text.ToString()), rules.Field("#text"));
        comparison.Trail.Leave();
    }
}

using System.Text;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Text as a whole: by the rules at the root, else byte for byte.</summary>
internal sealed class TextBody(ReadOnlyMemory<byte> expected, ContentType type, RuleCursor rules) : BodyMatcher
{
    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        comparison.Trace(rules);
        if (rules.Rules is { } group) CompareByRules(group, actual, comparison);
        else if (!expected.Span.SequenceEqual(actual.Content.Span)) CompareExactly(actual, comparison);
    }

    private void CompareByRules(RuleGroup group, ReceivedBody actual, BodyComparison comparison)
    {
        List<Failure>? failures = null;
        if (BodyText.TryRead(expected, type) is not { } wanted || BodyText.TryRead(actual.Content, actual.Type) is not { } received)
        {
            comparison.Add(null, null, "The bodies are not both readable as text, so no matching rule can be applied to them");
            return;
        }

        group.CheckScalar(new Value(wanted), new Value(received), cascaded: false, ref failures);
        foreach (var (description, rule) in failures ?? [])
            comparison.Add(wanted, received, rule == "equality" ? NotEqual(wanted, received) : description, rule);
    }

    private void CompareExactly(ReceivedBody actual, BodyComparison comparison)
    {
        var wanted = BodyText.TryRead(expected, type) ?? Encoding.Latin1.GetString(expected.Span);
        var received = BodyText.TryRead(actual.Content, actual.Type) ?? Encoding.Latin1.GetString(actual.Content.Span);
        comparison.Add(wanted, received, NotEqual(wanted, received));
    }

    private static string NotEqual(string expected, string actual) =>
        $"Expected body '{JsonPiece.Shorten(expected)}' to match '{JsonPiece.Shorten(actual)}' using equality but did not match";
}

using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>A body of a kind somebody else knows: that one compares.</summary>
internal sealed class PluggedBody(Body expected, ContentType type, IReadOnlyDictionary<string, RuleList> rules) : BodyMatcher
{
    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        var differences = expected.Kind!.Compare(
            new TypedBody(expected, type), new TypedBody(actual.Body, actual.Type), rules, comparison.UnexpectedKeysAllowed);
        foreach (var difference in differences) comparison.AddAt(difference.Path, difference.Expected, difference.Actual, difference.Description);
    }
}

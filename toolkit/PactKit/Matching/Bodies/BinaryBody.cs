using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Bytes as a whole: by the rules at the root, else byte for byte.</summary>
internal sealed class BinaryBody(ReadOnlyMemory<byte> expected, ContentType type, RuleCursor rules) : BodyMatcher
{
    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        comparison.Trace(rules);
        if (rules.Rules is { } group)
        {
            List<Failure>? failures = null;
            group.CheckBytes(expected, actual.Content, ref failures);
            foreach (var (description, rule) in failures ?? []) comparison.Add(null, null, description, rule);
        }
        else if (!expected.Span.SequenceEqual(actual.Content.Span))
        {
            comparison.Add(null, null, BytesText.NotEqual(expected, actual.Content, type, actual.Type));
        }
    }
}

using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

internal sealed class XmlBody(ReadOnlyMemory<byte> content, ContentType type, RuleCursor rules, MatchingOptions options) : BodyMatcher
{
    private readonly ParsedXml _expected = ParsedXml.Read(content, type, options);

    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        if (_expected.Root is not { } expected) comparison.Add(null, null, $"Failed to parse the expected body as XML: {_expected.Error}");
        else if (actual.Xml.Root is not { } received) comparison.Add(null, null, $"Failed to parse the actual body as XML: {actual.Xml.Error}");
        else new XmlComparer(comparison).CompareRoots(expected, received, rules);
    }
}

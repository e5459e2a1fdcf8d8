using PactKit.Matching.Parts;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>A form: compared like a query, by the rules at <c>$.name</c>.</summary>
internal sealed class FormBody(ReadOnlyMemory<byte> content, ContentType type, RuleCursor rules) : BodyMatcher
{
    private readonly string? _expected = BodyText.TryRead(content, type);

    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        if (_expected is null || BodyText.TryRead(actual.Content, actual.Type) is not { } received)
        {
            comparison.Add(null, null, $"Failed to read the {(_expected is null ? "expected" : "actual")} form: it is not text in its charset");
            return;
        }

        var fields = new ParameterComparer("form post parameter", comparison.UnexpectedKeysAllowed, rules.Field);
        foreach (var difference in fields.Compare(QueryString.Parse(_expected.Trim()), QueryString.Parse(received.Trim())))
        {
            comparison.Trail.Enter(difference.Name);
            comparison.Add(difference.Expected, difference.Actual, difference.Description, difference.Rule);
            comparison.Trail.Leave();
        }
    }
}

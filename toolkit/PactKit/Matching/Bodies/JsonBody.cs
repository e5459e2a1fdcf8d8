using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

internal sealed class JsonBody : BodyMatcher
{
    private readonly RuleCursor _rules;
    private readonly ExpectedJson? _expected;
    private readonly string? _error;

    public JsonBody(ReadOnlyMemory<byte> content, ContentType type, RuleCursor rules, MatchingOptions options)
    {
        _rules = rules;
        // Not disposed of: the expectation keeps reading it.
        var parsed = ParsedJson.Read(content, type, options);
        if (parsed.Error is null) _expected = new ExpectedJson(parsed.Root);
        else _error = $"Failed to parse the expected body as JSON: {parsed.Error}";
    }

    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        var error = _error ?? (actual.Json.Error is { } failure ? $"Failed to parse the actual body as JSON: {failure}" : null);
        if (error is not null) comparison.Add(null, null, error);
        else new JsonComparer(comparison).Compare(_expected!, actual.Json.Root, _rules);
    }
}

using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

internal sealed class JsonBody : BodyMatcher
{
    private const string TooDeep = "The bodies are nested too deeply to be compared in the stack space there is";

    private readonly RuleCursor _rules;
    private readonly ExpectedJson? _expected;
    private readonly string? _error;

    public JsonBody(ReadOnlyMemory<byte> content, ContentType type, RuleCursor rules, MatchingOptions options)
    {
        _rules = rules;
        // Not disposed of: the expectation keeps reading it.
        var parsed = ParsedJson.Read(content, type, options);
        _error = parsed.Error is null ? null : $"Failed to parse the expected body as JSON: {parsed.Error}";
        try
        {
            if (parsed.Error is null) _expected = new ExpectedJson(parsed.Root);
        }
        catch (InsufficientExecutionStackException)
        {
            _error = TooDeep;
        }
    }

    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        var error = _error ?? (actual.Json.Error is { } failure ? $"Failed to parse the actual body as JSON: {failure}" : null);
        try
        {
            if (error is null) new JsonComparer(comparison).Compare(_expected!, actual.Json.Root, _rules);
        }
        catch (InsufficientExecutionStackException)
        {
            // Only where the limit on depth was raised beyond what a thread's stack holds.
            error = TooDeep;
        }

        if (error is not null) comparison.AddAt("$", null, null, error);
    }
}

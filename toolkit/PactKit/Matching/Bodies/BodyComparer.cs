using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Compares bodies with one expected body: do the types go together, is there a body at all, and if so what is in it.</summary>
internal sealed class BodyComparer
{
    private readonly Body _expected;
    private readonly IReadOnlyDictionary<string, RuleList> _stored;
    private readonly bool _unexpectedKeysAllowed;
    private readonly MatchingOptions _options;
    private readonly List<string> _unreadable = [];
    private readonly RuleCursor _rules;
    private BodyMatcher? _matcher;

    public BodyComparer(Body expected, ContentType type, IReadOnlyDictionary<string, RuleList> rules, bool unexpectedKeysAllowed, MatchingOptions options, List<string> warnings)
    {
        (_expected, Type, _stored, _unexpectedKeysAllowed, _options) = (expected, type, rules, unexpectedKeysAllowed, options);
        _rules = RuleExpressions.Compile(expected.Kind is null ? rules : Empty.Rules, options, warnings, forXml: type.IsXml, _unreadable);
    }

    // Made when first needed, so that ten thousand expectations cost nothing until their turn comes. Two threads may both make it.
    private BodyMatcher Matcher => _matcher ??= _expected.Kind is null ? BodyMatchers.For(_expected, Type, _rules, _options) : new PluggedBody(_expected, Type, _stored);

    /// <summary>True where there is something to compare.</summary>
    public bool Expects => _expected.State != BodyState.Missing;

    /// <summary>Reads the expected body.</summary>
    public void Prepare()
    {
        if (_expected.State == BodyState.Present) _ = Matcher;
    }

    /// <summary>Content type of the expected body.</summary>
    public ContentType Type { get; }

    // typesAgree: bodies of these two types may be compared. Only the caller knows what else may say so, such as a rule for the header.
    public void Compare(ReceivedBody actual, bool typesAgree, List<Mismatch> into, MatchingTrace? trace)
    {
        // A rule at a place that cannot be found would silently let everything pass, so it refuses everything. Other engines refuse the whole file.
        foreach (var error in _unreadable) into.Add(new BodyMismatch("$", null, null) { Description = $"{error}. Nothing can be compared by the rules there: correct the path in the pact" });
        switch (_expected.State)
        {
            case BodyState.Missing:
                break;
            case BodyState.Empty or BodyState.Null:
                CompareWithNothing(actual, into);
                break;
            case var _ when !typesAgree:
                into.Add(new BodyTypeMismatch($"{Type}", $"{actual.Type}", _expected.Content, actual.Content)
                {
                    Description = $"Expected a body of '{Type}' but the actual content type was '{actual.Type}'",
                });
                break;
            case var _ when !actual.HasContent:
                into.Add(Absent(actual));
                break;
            default:
                var comparison = new BodyComparison(_options, _unexpectedKeysAllowed, trace);
                Matcher.Compare(actual, comparison);
                into.AddRange(comparison.Found);
                break;
        }
    }

    private void CompareWithNothing(ReceivedBody actual, List<Mismatch> into)
    {
        if (!actual.HasContent) return;
        // A file cannot tell the JSON document null from no body; both are fine.
        if (_expected.State == BodyState.Null && actual.Type.IsJson && actual.Content.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8)) return;
        var shown = JsonPiece.Shorten(BodyText.TryRead(actual.Content, actual.Type) ?? $"{actual.Content.Length} bytes");
        into.Add(new BodyMismatch("/", null, shown) { Description = $"Expected empty body but received {shown}" });
    }

    private BodyMismatch Absent(ReceivedBody actual)
    {
        var failure = _rules is { Rules: { } group, IsCascaded: false } ? group.Checks.OfType<NotEmptyCheck>().FirstOrDefault() : null;
        if (failure?.CheckBytes(_expected.Content, default) is { } sentence) return new BodyMismatch("$", null, null) { Description = sentence, Rule = failure.Name };
        var shown = JsonPiece.Shorten(BodyText.TryRead(_expected.Content, Type) ?? $"{_expected.Content.Length} bytes");
        var state = actual.Body.State == BodyState.Missing ? "missing" : "empty";
        return new BodyMismatch("/", shown, null) { Description = $"Expected body '{shown}' but was {state}" };
    }
}

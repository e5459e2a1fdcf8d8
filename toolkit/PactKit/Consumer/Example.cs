using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Integration;

namespace PactKit.Consumer;

/// <summary>Example texts of a path, a header or a query parameter, with the rules that say what else may stand in their place.</summary>
internal sealed record Example(IReadOnlyList<string> Texts, RuleList? Rules = null, Generator? Generator = null)
{
    private ReadOnlyMemory<byte>? _json;

    /// <summary>The example as JSON, for metadata, where a number stays a number. Null where it is just text.</summary>
    public JsonElement? Json => _json is { } json ? JsonElement.Parse(json.Span) : null;

    /// <summary>The only text, or the first.</summary>
    public string Text => Texts.Count > 0 ? Texts[0] : "";

    /// <summary>A text as it is.</summary>
    public static Example Of(string text) => new([text]);

    /// <summary>A text, or a matcher that somebody wrote as JSON by hand.</summary>
    /// <exception cref="ArgumentException">The matcher makes no sense.</exception>
    public static Example OfText(string text) => OfValue(IntegrationJson.Value(text));

    /// <summary>A matcher that was taken apart.</summary>
    /// <exception cref="ArgumentException">The matcher makes no sense.</exception>
    public static Example OfMatcher(IntegrationResult matcher) => OfValue(IntegrationJson.Value(matcher));

    private static Example OfValue(IntegrationValue value)
    {
        if (!value.IsSuccess) throw new ArgumentException($"The matcher makes no sense: {value.Error}");
        // A matcher without an example stands for an empty text: a name without any value would match nothing.
        return new Example(value.Values.Count > 0 ? value.Values : [""], value.Rules, value.Generator) { _json = value.Json };
    }
}

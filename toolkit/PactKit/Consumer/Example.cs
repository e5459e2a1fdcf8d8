using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>A text with the rules that say what else may stand in its place.</summary>
internal sealed record Example(string Text, RuleList? Rules = null, Generator? Generator = null)
{
    /// <summary>A text as it is.</summary>
    public static Example Of(string text) => new(text);

    /// <summary>A text, or a matcher that somebody wrote as JSON by hand.</summary>
    public static Example OfText(string text) => new(text);

    /// <summary>A matcher as JSON.</summary>
    public static Example OfJson(JsonElement matcher)
    {
        var matchers = new EmbeddedMatchers();
        var example = matchers.Resolve(matcher, PathText.Root);
        var text = example is null ? "" : example.GetValueKind() == JsonValueKind.String ? example.GetValue<string>() : example.ToJsonString();
        return new Example(text, matchers.Rules.GetValueOrDefault(PathText.Root));
    }
}

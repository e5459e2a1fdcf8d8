using System.Text;
using System.Text.Json.Nodes;
using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>
/// Turns a text in which arguments arrive into a matcher: their own rule where one of them is all of it, else a pattern over the whole.
/// </summary>
internal static class TextPlaces
{
    /// <summary>A text outside JSON: it cannot show what type a value had.</summary>
    public static JsonNode OfText(string text, IReadOnlyList<Landing> landings) => Of(text, landings, "", Whole);

    /// <summary>A path. Its literal parts stay literal, also where a single argument is all of it.</summary>
    public static JsonNode OfPath(string path, IReadOnlyList<Landing> landings) => Of(path, landings, "/", null);

    /// <summary>A string in a JSON document.</summary>
    public static JsonNode OfJson(string text, IReadOnlyList<Landing> landings) => Of(text, landings, "", (landing, whole) =>
    {
        RequireMatch(landing, whole, whole);
        return landing.Rule.Around(whole);
    });

    private static JsonNode Of(string text, IReadOnlyList<Landing> landings, string separator, Func<Landing, string, JsonNode>? whole)
    {
        var parts = landings
            .SelectMany(landing => (landing.Spans ?? [new TextSpan(0, text.Length)]).Select(span => (Landing: landing, Span: span)))
            .OrderBy(part => part.Span.Start)
            .ToList();
        if (parts.Count == 0) return text;
        if (whole is not null && parts is [var (only, span)] && span.IsAllOf(text)) return whole(only, text);
        return Pattern(text, parts, separator);
    }

    private static JsonNode Whole(Landing landing, string text)
    {
        var rule = landing.Rule;
        if (rule.JsonOnly)
        {
            throw new InvalidOperationException(
                $"{rule.Call} is a rule for lists in JSON, and its value arrives in {landing.Where}: use Arg.Type or Arg.Regex.");
        }

        if (rule.Literal) return text;
        RequireMatch(landing, text, text);
        return rule.Pattern is null || rule.Given is not null ? rule.Around(text) : Regex(Patterns.Anchored(rule.Pattern), text);
    }

    private static JsonNode Pattern(string text, List<(Landing Landing, TextSpan Span)> parts, string separator)
    {
        var pattern = new StringBuilder();
        var end = 0;
        foreach (var (landing, span) in parts)
        {
            if (span.Start < end) throw Landing.Clash(landing);
            pattern.Append(Patterns.Escape(text[end..span.Start])).Append(Fragment(landing, text[span.Start..span.End], text, separator));
            end = span.End;
        }

        if (parts.TrueForAll(part => part.Landing.Rule.Literal)) return text;
        var whole = pattern.Append(Patterns.Escape(text[end..])).ToString();
        return Patterns.Matches(text, whole) ? Regex(Patterns.Anchored(whole), text) : throw NoExample(parts[0].Landing, text);
    }

    private static string Fragment(Landing landing, string part, string text, string separator)
    {
        var rule = landing.Rule;
        if (rule.Literal) return Patterns.Escape(part);
        if (rule.WholeValuesOnly || rule.JsonOnly)
        {
            throw new InvalidOperationException(
                $"{rule.Call} needs a value of its own, and arrives as a part of \"{text}\" in {landing.Where}: use Arg.Regex or Arg.Type.");
        }

        RequireMatch(landing, part, text);
        return rule.Pattern ?? (separator.Length > 0 && !part.Contains(separator, StringComparison.Ordinal) ? $"[^{separator}]+" : ".+");
    }

    private static void RequireMatch(Landing landing, string part, string text)
    {
        var rule = landing.Rule;
        if (rule.Pattern is null || Patterns.Matches(part, rule.Pattern)) return;
        var shown = part == text ? $"\"{part}\"" : $"\"{part}\" (of \"{text}\")";
        throw new InvalidOperationException(rule.Given is null
            ? $"The value of {rule.Call} arrives as {shown} in {landing.Where}, which no such value looks like: " +
              "use Arg.Regex with a pattern for what is sent."
            : $"The example of {rule.Call} arrives as {shown} in {landing.Where}, and the pattern does not match that. " +
              "The pattern is for the value as it is sent (encoded, in a path); the example comes first, the pattern second.");
    }

    private static InvalidOperationException NoExample(Landing landing, string text) => new(
        $"\"{text}\" is no example of what {landing.Rule.Call} stands for in {landing.Where}: give an example that is not empty, or use Arg.Regex.");

    private static JsonObject Regex(string pattern, string example) =>
        new() { [ArgRule.TypeMember] = "regex", ["regex"] = pattern, ["value"] = example };
}

using System.Text.Json;
using PactKit.Matching;
using PactKit.Matching.Bodies;
using PactKit.Matching.Paths;
using PactKit.Matching.Regexes;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>
/// Looks at the examples that stand under a regular expression, and at nothing else. It costs a small part of comparing an interaction with
/// itself, and almost always there is no fault to be found. It may be unsure where that comparison is not, never the other way round.
/// </summary>
internal static class RegexExamples
{
    /// <summary>True where every example surely matches its regular expressions.</summary>
    public static bool SurelyMatch(Request request) =>
        !HasRegex(request.MatchingRules.Method)
        && Fit(request.MatchingRules.Path, [request.Path])
        && Fit(request.MatchingRules.Query, request.Query)
        && Fit(request.MatchingRules.Headers, request.Headers)
        && Fit(request.MatchingRules.Body, request.Body, request.ContentType());

    /// <inheritdoc cref="SurelyMatch(Request)"/>
    public static bool SurelyMatch(Response response) =>
        !HasRegex(response.MatchingRules.Status)
        && Fit(response.MatchingRules.Headers, response.Headers)
        && Fit(response.MatchingRules.Body, response.Body, response.ContentType());

    private static bool Fit<TValues>(IReadOnlyDictionary<string, RuleList> rules, IReadOnlyDictionary<string, IReadOnlyList<TValues>> named)
    {
        foreach (var (name, list) in rules)
        {
            if (!HasRegex(list)) continue;
            if (!named.TryGetValue(name, out var values) || !Fit(list, values)) return false;
        }

        return true;
    }

    private static bool Fit<TValues>(RuleList? list, IReadOnlyList<TValues> values)
    {
        if (!HasRegex(list)) return true;
        foreach (var value in values)
            if (value is not string text || !Fits(list!, text)) return false;
        return true;
    }

    private static bool Fit(IReadOnlyDictionary<string, RuleList> rules, Body body, ContentType type)
    {
        if (!rules.Values.Any(HasRegex)) return true;
        if (body.State != BodyState.Present || body.Kind is not null || !type.IsJson) return false;
        using var json = ParsedJson.Read(body.Content, type, MatchingOptions.Default);
        if (json.Error is not null) return false;
        foreach (var (text, list) in rules)
        {
            if (!HasRegex(list)) continue;
            if (!PathExpression.TryParse(text, out var path, out _) || !Fit(list, json.Root, path.Tokens, 0)) return false;
        }

        return true;
    }

    /// <summary>The values that the tokens from <paramref name="next"/> on lead to; where there are none, no rule is asked.</summary>
    private static bool Fit(RuleList list, JsonElement at, IReadOnlyList<PathToken> tokens, int next)
    {
        if (next == tokens.Count) return at.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) && Fits(list, TextOf(at));
        var token = tokens[next];
        return (token.Kind, at.ValueKind) switch
        {
            (PathTokenKind.Root, _) => next == 0 && Fit(list, at, tokens, 1),
            (PathTokenKind.Field, JsonValueKind.Object) => !at.TryGetProperty(token.Name, out var entry) || Fit(list, entry, tokens, next + 1),
            (PathTokenKind.Index, JsonValueKind.Array) => token.Index >= at.GetArrayLength() || Fit(list, at[token.Index], tokens, next + 1),
            (PathTokenKind.Star or PathTokenKind.StarIndex, JsonValueKind.Array) => ItemsFit(list, at, tokens, next + 1),
            (PathTokenKind.Star, JsonValueKind.Object) => EntriesFit(list, at, tokens, next + 1),
            (_, JsonValueKind.Object or JsonValueKind.Array) => false,
            _ => true,
        };
    }

    private static bool ItemsFit(RuleList list, JsonElement array, IReadOnlyList<PathToken> tokens, int next)
    {
        foreach (var item in array.EnumerateArray()) if (!Fit(list, item, tokens, next)) return false;
        return true;
    }

    private static bool EntriesFit(RuleList list, JsonElement map, IReadOnlyList<PathToken> tokens, int next)
    {
        foreach (var entry in map.EnumerateObject()) if (!Fit(list, entry.Value, tokens, next)) return false;
        return true;
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool Fits(RuleList list, string text)
    {
        for (var i = 0; i < list.Rules.Count; i++)
        {
            var rule = list.Rules[i];
            if (rule is RegexRule regex && FullMatchRegex.Of(regex.Pattern, MatchingOptions.Default.RegexTimeout).Match(text) != RegexOutcome.Match) return false;
            if (rule is not RegexRule && HasRegex(rule)) return false;
        }

        return true;
    }

    private static bool HasRegex(RuleList? list)
    {
        for (var i = 0; i < list?.Rules.Count; i++) if (HasRegex(list.Rules[i])) return true;
        return false;
    }

    private static bool HasRegex(MatchingRule rule) => rule switch
    {
        RegexRule => true,
        EachKeyRule each => HasRegex(each.Rules),
        EachValueRule each => HasRegex(each.Rules),
        ArrayContainsRule contains => contains.Variants.Any(variant => variant.Rules.Values.Any(HasRegex)),
        _ => false,
    };
}

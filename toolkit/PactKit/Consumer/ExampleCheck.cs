using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Finds examples that do not match their own rule, such as a regular expression: the mock server would send what the consumer does not want.</summary>
internal static class ExampleCheck
{
    private const string Regex = "regex";

    private static readonly HashSet<string> Rules = [Regex, "date", "time", "datetime", "include", "integer", "decimal", "number", "boolean", "semver"];

    public static IEnumerable<string> Warnings(HttpInteraction interaction)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        if (IsWorthwhile(request.MatchingRules))
        {
            foreach (var mismatch in new RequestMatcher(request).Match(request)) if (mismatch.Rule is { } rule && Rules.Contains(rule)) yield return Warning("request", interaction, mismatch);
        }

        if (IsWorthwhile(response.MatchingRules))
        {
            foreach (var mismatch in new ResponseMatcher(response).Match(response)) if (mismatch.Rule is { } rule && Rules.Contains(rule)) yield return Warning("response", interaction, mismatch);
        }
    }

    private static string Warning(string part, HttpInteraction interaction, Mismatch mismatch) =>
        $"Warning: an example in the {part} of '{interaction.Description}' does not match its own {(mismatch.Rule == Regex ? "regular expression" : $"rule '{mismatch.Rule}'")}. {mismatch.Description}";

    // Only such rules can find fault here, and a large body without one need not be compared with itself.
    private static bool IsWorthwhile(MatchingRules rules) =>
        IsWorthwhile(rules.Path) || IsWorthwhile(rules.Method) || IsWorthwhile(rules.Status) || IsWorthwhile(rules.Query) || IsWorthwhile(rules.Headers) || IsWorthwhile(rules.Body);

    private static bool IsWorthwhile(IReadOnlyDictionary<string, RuleList> rules) => rules.Values.Any(IsWorthwhile);

    private static bool IsWorthwhile(RuleList? list) => list?.Rules.Any(IsWorthwhile) == true;

    private static bool IsWorthwhile(MatchingRule rule) => rule switch
    {
        RegexRule or DateRule or TimeRule or DateTimeRule or IncludeRule or IntegerRule or DecimalRule or NumberRule or BooleanRule or SemverRule => true,
        EachKeyRule each => IsWorthwhile(each.Rules),
        EachValueRule each => IsWorthwhile(each.Rules),
        ArrayContainsRule contains => contains.Variants.Any(variant => IsWorthwhile(variant.Rules)),
        _ => false,
    };
}

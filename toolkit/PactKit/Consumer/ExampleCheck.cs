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
        if (!RegexExamples.SurelyMatch(request) || HasFormat(request.MatchingRules))
        {
            foreach (var mismatch in new RequestMatcher(request).Match(request)) if (IsTold(mismatch)) yield return Warning("request", interaction, mismatch);
        }

        if (!RegexExamples.SurelyMatch(response) || HasFormat(response.MatchingRules))
        {
            foreach (var mismatch in new ResponseMatcher(response).Match(response)) if (IsTold(mismatch)) yield return Warning("response", interaction, mismatch);
        }
    }

    private static bool IsTold(Mismatch mismatch) => mismatch.Rule is { } rule && Rules.Contains(rule);

    private static string Warning(string part, HttpInteraction interaction, Mismatch mismatch) =>
        $"Warning: an example in the {part} of '{interaction.Description}' does not match its own {(mismatch.Rule == Regex ? "regular expression" : $"rule '{mismatch.Rule}'")}. {mismatch.Description}";

    // Texts of a format are easily wrong. The other rules are seldom, and comparing every interaction with itself takes long; what is wrong with them is told by the way.
    private static bool HasFormat(MatchingRules rules) => HasFormat(rules.Query) || HasFormat(rules.Headers) || HasFormat(rules.Body);

    private static bool HasFormat(IReadOnlyDictionary<string, RuleList> rules)
    {
        if (rules.Count == 0) return false;
        foreach (var list in rules.Values)
        {
            for (var i = 0; i < list.Rules.Count; i++)
                if (list.Rules[i] is DateRule or TimeRule or DateTimeRule or SemverRule) return true;
        }

        return false;
    }
}

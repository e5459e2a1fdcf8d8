using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Finds examples that do not match their own regular expression: the mock server would send what the consumer does not want.</summary>
internal static class ExampleCheck
{
    private const string Regex = "regex";

    public static IEnumerable<string> Warnings(HttpInteraction interaction)
    {
        var (request, response) = (interaction.Request, interaction.Response);
        if (HasRegex(request.MatchingRules))
        {
            foreach (var mismatch in new RequestMatcher(request).Match(request)) if (mismatch.Rule == Regex) yield return Warning("request", interaction, mismatch);
        }

        if (HasRegex(response.MatchingRules))
        {
            foreach (var mismatch in new ResponseMatcher(response).Match(response)) if (mismatch.Rule == Regex) yield return Warning("response", interaction, mismatch);
        }
    }

    private static string Warning(string part, HttpInteraction interaction, Mismatch mismatch) =>
        $"Warning: an example in the {part} of '{interaction.Description}' does not match its own regular expression. {mismatch.Description}";

    // Only such a rule can find fault here, and a large body without one need not be compared with itself.
    private static bool HasRegex(MatchingRules rules) =>
        HasRegex(rules.Path) || HasRegex(rules.Method) || HasRegex(rules.Status) || HasRegex(rules.Query) || HasRegex(rules.Headers) || HasRegex(rules.Body);

    private static bool HasRegex(IReadOnlyDictionary<string, RuleList> rules) => rules.Values.Any(HasRegex);

    private static bool HasRegex(RuleList? list) => list?.Rules.Any(HasRegex) == true;

    private static bool HasRegex(MatchingRule rule) => rule switch
    {
        RegexRule => true,
        EachKeyRule each => HasRegex(each.Rules),
        EachValueRule each => HasRegex(each.Rules),
        ArrayContainsRule contains => contains.Variants.Any(variant => HasRegex(variant.Rules)),
        _ => false,
    };
}

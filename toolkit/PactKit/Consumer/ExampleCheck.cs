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
        if (!RegexExamples.SurelyMatch(request))
        {
            foreach (var mismatch in new RequestMatcher(request).Match(request)) if (mismatch.Rule == Regex) yield return Warning("request", interaction, mismatch);
        }

        if (!RegexExamples.SurelyMatch(response))
        {
            foreach (var mismatch in new ResponseMatcher(response).Match(response)) if (mismatch.Rule == Regex) yield return Warning("response", interaction, mismatch);
        }
    }

    private static string Warning(string part, HttpInteraction interaction, Mismatch mismatch) =>
        $"Warning: an example in the {part} of '{interaction.Description}' does not match its own regular expression. {mismatch.Description}";
}

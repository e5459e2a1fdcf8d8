using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Finds examples that do not match their own regular expression: the mock server would send what the consumer does not want.</summary>
internal static class ExampleCheck
{
    private const string Regex = "regex";

    public static IEnumerable<string> Warnings(HttpInteraction interaction)
    {
        var request = new RequestMatcher(interaction.Request).Match(interaction.Request);
        var response = new ResponseMatcher(interaction.Response).Match(interaction.Response);
        foreach (var (part, mismatches) in new[] { ("request", request), ("response", response) })
        {
            foreach (var mismatch in mismatches.Where(mismatch => mismatch.Rule == Regex))
                yield return $"Warning: an example in the {part} of '{interaction.Description}' does not match its own regular expression. {mismatch.Description}";
        }
    }
}

using System.CommandLine;

namespace PactKit.Cli.Options;

/// <summary><c>--output</c>: for people, or the broker's JSON as it came. Every word an official client accepts is accepted.</summary>
internal static class OutputOption
{
    public static Option<string> Create(params string[] further)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = "How to print the answer: " + string.Join(", ", ["table", "json", .. further]) + ". json is the broker's own answer.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "table",
        };
        string[] words = ["table", "json", "text", "pretty", .. further];
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            var unknown = result.Tokens.FirstOrDefault(token => !words.Contains(token.Value, StringComparer.Ordinal));
            if (unknown is not null) result.AddError($"--output takes {string.Join(", ", words)}; '{unknown.Value}' is none of them");
        });
        return option;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using PactKit.Brokers;

namespace PactKit.Cli.Matrix;

/// <summary>
/// Reads can-i-deploy's selectors in the order they were typed: what follows a <c>--pacticipant</c> (or an <c>--ignore</c>) belongs to
/// it. A parser that groups values by option loses that order, so this is a second pass over the words.
/// </summary>
internal static class SelectorTokens
{
    public sealed record Selection(IReadOnlyList<MatrixSelector> Selectors, IReadOnlyList<MatrixSelector> Ignored);

    public static Option LatestOption() => new Option<string[]>("--latest", "-l")
    {
        Description = "Latest version of the --pacticipant before it; with a TAG, the latest that has it.",
        HelpName = "TAG",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>A flag that may be repeated, once per application.</summary>
    public static Option MainBranchOption() => new Option<bool>("--main-branch")
    {
        Description = "Latest version of the --pacticipant before it on its main branch.",
        Arity = ArgumentArity.Zero,
    };

    public static (Selection? Selection, string? Mistake) Read(IReadOnlyList<Token> tokens)
    {
        var lists = new Dictionary<string, List<MatrixSelector>> { ["--pacticipant"] = [], ["--ignore"] = [] };
        List<MatrixSelector>? current = null;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Type != TokenType.Option) continue;
            var option = LongName(tokens[index].Value);
            var value = index + 1 < tokens.Count && tokens[index + 1].Type == TokenType.Argument ? tokens[index + 1].Value : null;
            if (lists.TryGetValue(option, out var list))
            {
                if (string.IsNullOrWhiteSpace(value)) return (null, $"{option} needs the name of a pacticipant.");
                current = list;
                list.Add(new MatrixSelector(value));
            }
            else if (Narrows(option) is { } narrow)
            {
                if (current is null) return (null, $"{option} has to come after the --pacticipant it belongs to.");
                current[^1] = narrow(current[^1], value);
            }
        }

        return (new Selection(lists["--pacticipant"], lists["--ignore"]), null);
    }

    private static Func<MatrixSelector, string?, MatrixSelector>? Narrows(string option) => option switch
    {
        "--version" => (selector, value) => selector with { Version = value },
        "--latest" => (selector, value) => selector with { Latest = true, Tag = value ?? selector.Tag },
        "--tag" => (selector, value) => selector with { Tag = value, Latest = true },
        // A branch stands for its newest version: older ones on it were replaced, and their failures say nothing any more.
        "--branch" => (selector, value) => selector with { Branch = value, Latest = true },
        "--main-branch" => (selector, _) => selector with { MainBranch = true, Latest = true },
        _ => null,
    };

    private static string LongName(string option) => option switch
    {
        "-a" => "--pacticipant",
        "-e" => "--version",
        "-l" => "--latest",
        _ => option,
    };
}

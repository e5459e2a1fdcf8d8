using System.CommandLine;
using System.Text.RegularExpressions;
using PactKit.Cli.Commands;

namespace PactKit.Cli;

/// <summary>The command line as a function: words in, exit code out.</summary>
internal static partial class CliApp
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        var root = CommandTable.Root(host, args.Count > 0 ? args[0] : null);
        IReadOnlyList<string> words = args.Count == 0 ? ["--help"] : PublishCommand.SortOutH(args);
        var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) return host.Fail(Mistake(parsed), CliHost.Usage);

        var configuration = new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return host.Fail("Cancelled.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return host.Fail(failure.Message);
        }
#pragma warning disable CA1031 // The outermost call: what nobody expected still ends in a sentence and an exit code.
        catch (Exception failure)
        {
            return host.Fail($"This should not have happened: {failure}");
        }
#pragma warning restore CA1031
    }

    // One mistake often has several consequences; the word nobody knows is the one to name.
    private static string Mistake(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (command is RootCommand)
            return unknown is null ? "Which command? See 'pactkit --help'." : $"There is no command '{unknown}'.{Guess(unknown)} See 'pactkit --help'.";
        var sentence = unknown is null ? OneLine(parsed.Errors[0].Message).TrimEnd('.')
            : unknown.StartsWith('-') ? $"{command.Name} has no option '{unknown}'"
            : $"'{unknown}' belongs to nothing before it";
        return $"{sentence}. See 'pactkit {Words(command)} --help'.";
    }

    private static string Words(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent ? $"{Words(parent)} {command.Name}" : command.Name;

    private static string OneLine(string message) =>
        NoNumber().Replace(string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), "$2 takes a whole number, not $1");

    // The library speaks of the types of .NET.
    [GeneratedRegex("^Cannot parse argument ('.*') for option '(.*)' as expected type '[^']*Int32[^']*'", RegexOptions.None, 1000)]
    private static partial Regex NoNumber();

    private static string Guess(string word) => CommandTable.Closest(word) is { } name ? $" Did you mean '{name}'?" : "";
}

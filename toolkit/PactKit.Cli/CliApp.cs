using System.CommandLine;
using PactKit.Cli.Commands;

namespace PactKit.Cli;

/// <summary>The command line as a function: words in, exit code out.</summary>
internal static class CliApp
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        var root = CommandTable.Root(host, args.Count > 0 ? args[0] : null);
        var parsed = root.Parse(PublishCommand.SortOutH(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            var name = command is RootCommand ? "pactkit" : "pactkit " + command.Name;
            // One mistake often has several consequences; the first message is the one that helps.
            return host.Fail($"{parsed.Errors[0].Message.TrimEnd('.')}. See '{name} --help'.", CliHost.Usage);
        }

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
    }
}

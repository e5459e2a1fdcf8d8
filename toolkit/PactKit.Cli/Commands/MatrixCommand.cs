using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Matrix;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

/// <summary>What can-i-deploy and can-i-merge share: selectors, waiting for results, the dry run, the exit code.</summary>
internal abstract class MatrixCommand(CliHost host, string name, string description) : BrokerCommand(host, name, description)
{
    private const string DryRunVariable = "PACT_BROKER_CAN_I_DEPLOY_DRY_RUN";
    private readonly Option<string> _output = OutputOption.Create();
    private readonly Option<int> _retries = new("--retry-while-unknown")
    {
        Description = "How often to ask again while results are missing; default 0.", HelpName = "TIMES",
    };
    private readonly Option<double> _interval = new("--retry-interval")
    {
        Description = "Seconds between two questions; default 10.", HelpName = "SECONDS", DefaultValueFactory = _ => 10,
    };
    private readonly Option<bool> _dryRun = Opt.Flag("--dry-run", $"Print the answer and exit with 0 whatever it is. [env: {DryRunVariable}]");

    protected abstract MatrixQuery Question(ParseResult parsed, SelectorTokens.Selection selection);

    /// <summary>Adds the shared options, below the command's own.</summary>
    protected void TakeShared()
    {
        foreach (var option in (Option[])[_output, _retries, _interval, _dryRun]) Take(option);
    }

    protected override string? Check(ParseResult parsed)
    {
        var (selection, mistake) = SelectorTokens.Read(parsed.Tokens);
        if (mistake is not null) return mistake;
        if (selection!.Selectors.Count == 0) return "Which application? Give its name with --pacticipant (-a).";
        return parsed.GetValue(_interval) is >= 0 and < 86400 ? null : "--retry-interval takes a number of seconds, up to a day.";
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var query = Question(parsed, SelectorTokens.Read(parsed.Tokens).Selection!);
        var interval = TimeSpan.FromSeconds(parsed.GetValue(_interval));
        var answer = await MatrixPolling.AskAsync(Host, broker, query, parsed.GetValue(_retries), interval, cancellationToken);
        var exitCode = !answer.Succeeded ? Host.FailInTheBrokersWords(answer.Error) : Report(answer, matrix =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(matrix.Document);
            else MatrixPrinter.Print(Host, matrix);
        });
        if (answer is { Succeeded: true, Value.Deployable: not true }) exitCode = CliHost.Failure;
        if (exitCode == CliHost.Success || !(parsed.GetValue(_dryRun) || Host.Flag(DryRunVariable))) return exitCode;
        Host.Error.WriteLine("pactkit: dry run, so the exit code is 0 all the same.");
        return CliHost.Success;
    }
}

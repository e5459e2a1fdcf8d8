using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DeleteBranchCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _branch;
    private readonly Option<bool> _mustExist;

    public DeleteBranchCommand(CliHost host)
        : base(host, "delete-branch", "Delete a branch of an application; its versions, pacts and results stay.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _branch = Take(Opt.Required("--branch", "The branch.", "BRANCH"));
        _mustExist = Take(Opt.Flag("--error-when-not-found", "A missing branch is an error."));
        Take(Opt.Flag("--no-error-when-not-found", "A missing branch is fine; the default."));
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, branch) = (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_branch));
        var answer = await broker.Versions.DeleteBranchAsync(name, branch, cancellationToken);
        if (answer.Error?.Kind == BrokerErrorKind.NotFound && !parsed.GetValue(_mustExist))
        {
            Host.Out.WriteLine($"{name} has no branch {branch}; there was nothing to delete.");
            return CliHost.Success;
        }

        return Report(answer, _ => Host.Good($"Deleted the branch {branch} of {name}."));
    }
}

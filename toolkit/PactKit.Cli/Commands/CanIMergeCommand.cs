using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Matrix;
using PactKit.Cli.Options;

namespace PactKit.Cli.Commands;

/// <summary>Does this version go with the main branch of everything it is integrated with? Exit code 0: yes. 1: no.</summary>
internal sealed class CanIMergeCommand : MatrixCommand
{
    public CanIMergeCommand(CliHost host)
        : base(host, "can-i-merge", "Ask whether a version works with the main branches of its partners: exit code 0 for yes, 1 for no.")
    {
        Take(Opt.Many("--pacticipant", "Name of the application; what describes its version comes after it.", "NAME", "-a"));
        Take(Opt.Many("--version", "Version of the --pacticipant before it.", "VERSION", "-e"));
        Take(SelectorTokens.LatestOption());
        Take(Opt.Many("--tag", "Latest version of the --pacticipant before it that has this tag.", "TAG"));
        Take(Opt.Many("--branch", "Latest version of the --pacticipant before it on this branch.", "BRANCH"));
        Take(Opt.Many("--ignore", "Application whose results do not count; a --version after it narrows that.", "NAME"));
        TakeShared();
    }

    protected override MatrixQuery Question(ParseResult parsed, SelectorTokens.Selection selection) =>
        new() { Selectors = selection.Selectors, Ignore = selection.Ignored, ToMainBranch = true };
}

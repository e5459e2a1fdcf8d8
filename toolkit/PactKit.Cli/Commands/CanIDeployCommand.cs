using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Matrix;
using PactKit.Cli.Options;

namespace PactKit.Cli.Commands;

/// <summary>May these versions be deployed? Exit code 0: yes. 1: no.</summary>
internal sealed class CanIDeployCommand : MatrixCommand
{
    private readonly Option<string?> _toEnvironment;
    private readonly Option<string?> _to;

    public CanIDeployCommand(CliHost host)
        : base(host, "can-i-deploy", "Ask whether versions can be deployed: exit code 0 for yes, 1 for no.")
    {
        Take(Opt.Many("--pacticipant", "Name of an application. Once per application; what describes its version comes after it.", "NAME", "-a"));
        Take(Opt.Many("--version", "Version of the --pacticipant before it.", "VERSION", "-e"));
        Take(SelectorTokens.LatestOption());
        Take(Opt.Many("--tag", "Latest version of the --pacticipant before it that has this tag.", "TAG"));
        Take(Opt.Many("--branch", "Latest version of the --pacticipant before it on this branch.", "BRANCH"));
        Take(SelectorTokens.MainBranchOption());
        _toEnvironment = Take(Opt.Text(
            "--to-environment", "Environment to deploy to: compare with what is deployed or released there.", "ENVIRONMENT"));
        _to = Take(Opt.Text("--to", "Compare with the latest versions that have this tag.", "TAG"));
        Take(Opt.Many(
            "--ignore", "Application whose results do not count; a --version after it narrows that. [env: PACT_BROKER_CAN_I_DEPLOY_IGNORE]",
            "NAME"));
        TakeShared();
    }

    protected override string? Check(ParseResult parsed) =>
        parsed.GetValue(_to) is not null && parsed.GetValue(_toEnvironment) is not null
            ? "--to-environment and --to cannot be used together: give one destination."
            : base.Check(parsed);

    protected override MatrixQuery Question(ParseResult parsed, SelectorTokens.Selection selection) => new()
    {
        Selectors = selection.Selectors,
        Ignore = [.. selection.Ignored, .. IgnoredByVariable()],
        ToEnvironment = parsed.GetValue(_toEnvironment),
        ToTag = parsed.GetValue(_to),
    };

    private IEnumerable<MatrixSelector> IgnoredByVariable() =>
        from name in (Host.Variable("PACT_BROKER_CAN_I_DEPLOY_IGNORE") ?? "").Split(',', StringSplitOptions.TrimEntries)
        where name.Length > 0
        select new MatrixSelector(name);
}

using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateVersionTagCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string[]> _tags;
    private readonly Option<bool> _autoCreate;
    private readonly Option<bool> _tagWithBranch;

    public CreateVersionTagCommand(CliHost host) : base(host, "create-version-tag", "Tag a version of an application.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(PacticipantVersion.Version());
        _tags = Take(Opt.Many("--tag", "The tag. May be repeated.", "TAG", "-t"));
        _autoCreate = Take(Opt.Flag("--auto-create-version", "Create the version if it is not there yet."));
        _tagWithBranch = Take(Opt.Flag("--tag-with-git-branch", "Tag with the name of the current branch.", "-g"));
    }

    protected override string? Check(ParseResult parsed) =>
        parsed.GetValue(_tags) is [] or null && !parsed.GetValue(_tagWithBranch) ? "Which tag? Give it with --tag (-t)." : null;

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, version) = (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_version));
        var tags = (parsed.GetValue(_tags) ?? []).ToList();
        if (parsed.GetValue(_tagWithBranch))
        {
            if (BuildInfo.Detect(Host.Environment, Host.Directory).Branch is not { } branch)
                return Host.Fail("No branch was found to tag with: neither the CI service's variables nor git name one.");
            tags.Add(branch);
        }

        if (!parsed.GetValue(_autoCreate) && await broker.Versions.GetAsync(name, version, cancellationToken) is { Error: { } missing })
            return Host.Fail(missing with { Message = missing.Message + Hint(missing.Kind) });
        foreach (var tag in tags)
        {
            var answer = await broker.Versions.TagAsync(name, version, tag, cancellationToken);
            if (!answer.Succeeded) return Host.Fail(answer.Error);
            Host.Good($"Tagged {name} version {version} with {tag}.");
        }

        return CliHost.Success;
    }

    private static string Hint(BrokerErrorKind kind) =>
        kind == BrokerErrorKind.NotFound ? " --auto-create-version creates it along with the tag." : "";
}

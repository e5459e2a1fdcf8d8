using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DeleteVersionTagCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string> _tag;

    public DeleteVersionTagCommand(CliHost host) : base(host, "delete-version-tag", "Remove a tag from a version of an application.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(PacticipantVersion.Version());
        _tag = Take(Opt.Required("--tag", "The tag.", "TAG", "-t"));
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, version, tag) =
            (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_version), parsed.GetRequiredValue(_tag));
        var answer = await broker.Versions.UntagAsync(name, version, tag, cancellationToken);
        if (answer.Error?.Kind != BrokerErrorKind.NotFound)
            return Report(answer, _ => Host.Good($"Removed the tag {tag} from {name} version {version}."));
        Host.Out.WriteLine($"{name} version {version} has no tag {tag}; there was nothing to remove.");
        return CliHost.Success;
    }
}

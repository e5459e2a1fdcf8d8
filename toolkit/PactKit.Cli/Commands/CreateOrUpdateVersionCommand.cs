using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateOrUpdateVersionCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string> _version;
    private readonly Option<string?> _branch;
    private readonly Option<string[]> _tags;
    private readonly Option<string> _output;

    public CreateOrUpdateVersionCommand(CliHost host)
        : base(host, "create-or-update-version", "Create a version of an application, or put one on a branch or tag it.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(PacticipantVersion.Version());
        _branch = Take(Opt.Text("--branch", "Branch of the version.", "BRANCH"));
        _tags = Take(Opt.Many("--tag", "Tag for the version. May be repeated.", "TAG", "-t"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, version) = (parsed.GetRequiredValue(_pacticipant), parsed.GetRequiredValue(_version));
        var (branch, tags) = (parsed.GetValue(_branch), parsed.GetValue(_tags) ?? []);
        if (branch is null && tags.Length == 0 && await broker.Versions.PutAsync(name, version, cancellationToken) is { Error: { } failed })
            return Host.Fail(failed);
        if (branch is not null
            && await broker.Versions.PutOnBranchAsync(name, version, branch, cancellationToken) is { Error: { } notPlaced })
            return Host.Fail(notPlaced);
        foreach (var tag in tags)
            if (await broker.Versions.TagAsync(name, version, tag, cancellationToken) is { Error: { } notTagged }) return Host.Fail(notTagged);

        if (parsed.GetValue(_output) == "json") return Report(await broker.Versions.GetAsync(name, version, cancellationToken), Host.Json);
        var details = (branch is null ? "" : $" on branch {branch}") + (tags.Length == 0 ? "" : $" with tags {string.Join(", ", tags)}");
        Host.Good($"{name} version {version} is there{details}.");
        return CliHost.Success;
    }
}

using System.CommandLine;
using System.Text.Json;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class DescribeVersionCommand : BrokerCommand
{
    private readonly Option<string> _pacticipant;
    private readonly Option<string?> _version;
    private readonly Option<string?> _latest;
    private readonly Option<string> _output;

    public DescribeVersionCommand(CliHost host)
        : base(host, "describe-version", "Show a version of an application; the latest unless one is named.")
    {
        _pacticipant = Take(PacticipantVersion.Pacticipant());
        _version = Take(Opt.Text("--version", "The version.", "VERSION", "-e"));
        _latest = Take(new Option<string?>("--latest", "-l")
        {
            Description = "The latest version; with a TAG, the latest that has it.", HelpName = "TAG", Arity = ArgumentArity.ZeroOrOne,
        });
        _output = Take(OutputOption.Create());
    }

    protected override string? Check(ParseResult parsed) =>
        parsed.GetValue(_version) is not null && parsed.GetResult(_latest) is not null
            ? "--version and --latest cannot be used together."
            : null;

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(_pacticipant);
        var answer = parsed.GetValue(_version) is { } version
            ? await broker.Versions.GetAsync(name, version, cancellationToken)
            : await broker.Versions.LatestAsync(name, parsed.GetValue(_latest), cancellationToken);
        return Report(answer, found =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(found);
            else Describe(found);
        });
    }

    private void Describe(HalDocument version) => Host.Facts(
        ("Version", version.Json.Text("number")),
        ("Branches", Names(version.Embedded("branchVersions") is { Count: > 0 } some ? some : version.Embedded("branches"))),
        ("Tags", Names(version.Embedded("tags"))),
        ("Build URL", version.Json.Text("buildUrl")),
        ("Deployed to", Environments(version, "pb:deployed-environments", "currently_deployed")),
        ("Released in", Environments(version, "pb:released-environments", "currently_supported")),
        ("Created", version.Json.Text("createdAt")));

    private static string Names(IEnumerable<JsonElement> items) => string.Join(", ", items.Select(item => item.Text("name")));

    private static string Environments(HalDocument version, string relation, string current)
    {
        var links = version.Json.Member("_links")?.Items(relation) ?? [];
        return string.Join(", ", links.Where(link => link.Flag(current) != false).Select(link => link.Text("name")).Distinct());
    }
}

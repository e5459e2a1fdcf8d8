using System.CommandLine;
using PactKit.Brokers;
using PactKit.Brokers.Publishing;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

/// <summary>Publishes pact files. Everything is read and checked before anything is sent; one request per consumer.</summary>
internal sealed class PublishCommand : BrokerCommand
{
    private readonly Argument<string[]> _places = new("PACT_FILES_DIRS_OR_GLOBS")
    {
        Description = "Pact files, directories of them, or patterns such as 'pacts/**/*.json'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly VersionDetection _version;
    private readonly Option<bool> _merge;
    private readonly Option<string> _output;

    public PublishCommand(CliHost host) : base(host, "publish", "Publish pact files to the broker.")
    {
        Arguments.Add(_places);
        _version = new VersionDetection(host);
        foreach (var option in _version.All) Take(option);
        _merge = Take(Opt.Flag("--merge", "Add to a pact this version already has, instead of replacing it; for tests split over builds."));
        _output = Take(OutputOption.Create());
        // The official command line checks files only when told to; here they always are.
        Take(new Option<bool>("--validate") { Hidden = true });
        Take(new Option<bool>("--strict") { Hidden = true });
    }

    /// <summary>The classic client takes <c>-h</c> for the branch, the newer one for help: a value behind it decides.</summary>
    public static IReadOnlyList<string> SortOutH(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0] != "publish") return args;
        return [.. args.Select((word, index) =>
            word == "-h" && index + 1 < args.Count && !args[index + 1].StartsWith('-') ? "--branch" : word)];
    }

    protected override string? Check(ParseResult parsed)
    {
        // The list of files takes every word nobody else claims, misspelt options among them.
        var option = (parsed.GetValue(_places) ?? []).FirstOrDefault(place => place.StartsWith('-'));
        return option is null ? _version.Check(parsed) : $"publish has no option '{option}'.";
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (properties, missing) = _version.Read(parsed);
        if (properties is null) return Host.Fail(missing!);
        var build = new BuildInfo { Version = properties.Version, Branch = properties.Branch, BuildUrl = properties.BuildUrl };
        var (publications, problem) = PublicationPlan.Of(
            parsed.GetRequiredValue(_places), Host.Directory, build, properties.Tags, parsed.GetValue(_merge));
        if (problem is not null) return Host.Fail(problem + " Nothing was published.");

        var answers = new List<HalDocument>();
        foreach (var publication in publications)
        {
            var answer = await broker.Contracts.PublishAsync(publication, cancellationToken);
            if (!answer.Succeeded) return Host.Fail(answer.Error + "\n" + PublicationPlan.Before(publications, publication));
            answers.Add(answer.Value.Document);
            if (parsed.GetValue(_output) != "json") Tell(answer.Value, publication);
        }

        if (parsed.GetValue(_output) == "json") Host.Json(answers);
        return CliHost.Success;
    }

    private void Tell(PublishedContracts published, ContractPublication publication)
    {
        Host.Notices(published.Notices);
        if (published.Notices.Count > 0) return;
        foreach (var contract in publication.Contracts)
            Host.Good($"Published the pact between {contract.Consumer} ({publication.Version}) and {contract.Provider}.");
    }
}

using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;
using PactKit.Cli.Publishing;

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
        var (files, problem) = PactFiles.Read(parsed.GetRequiredValue(_places), Host.Directory);
        problem ??= PairGivenTwice(files, parsed.GetValue(_merge));
        if (problem is not null) return Host.Fail(problem + " Nothing was published.");

        var answers = new List<HalDocument>();
        foreach (var consumer in files.GroupBy(file => file.Consumer, StringComparer.Ordinal))
        {
            var answer = await broker.Contracts.PublishAsync(Publication(consumer, properties, parsed), cancellationToken);
            if (!answer.Succeeded) return Host.Fail(answer.Error + "\n" + Before(files, consumer.Key));
            answers.Add(answer.Value.Document);
            if (parsed.GetValue(_output) != "json") Tell(answer.Value, consumer, properties);
        }

        if (parsed.GetValue(_output) == "json") Host.Json(answers);
        return CliHost.Success;
    }

    // One request per consumer: what the ones before it sent stays published, and whoever reads the error must know.
    private static string Before(IReadOnlyList<PactFile> files, string failed)
    {
        var done = files.Select(file => file.Consumer).Distinct(StringComparer.Ordinal).TakeWhile(name => name != failed).ToArray();
        return done.Length == 0 ? "Nothing was published." : $"Published before that: the pacts of {string.Join(", ", done)}.";
    }

    private ContractPublication Publication(
        IGrouping<string, PactFile> consumer, VersionDetection.Properties properties, ParseResult parsed) => new()
    {
        Pacticipant = consumer.Key,
        Version = properties.Version,
        Branch = properties.Branch,
        Tags = properties.Tags,
        BuildUrl = properties.BuildUrl,
        Contracts = [.. consumer.Select(file => new Contract(file.Consumer, file.Provider, file.Content, parsed.GetValue(_merge)))],
    };

    private void Tell(PublishedContracts published, IEnumerable<PactFile> files, VersionDetection.Properties properties)
    {
        Host.Notices(published.Notices);
        if (published.Notices.Count > 0) return;
        foreach (var file in files)
            Host.Good($"Published the pact between {file.Consumer} ({properties.Version}) and {file.Provider}.");
    }

    private static string? PairGivenTwice(IReadOnlyList<PactFile> files, bool merge)
    {
        if (merge) return null;
        var twice = files.GroupBy(file => (file.Consumer, file.Provider)).FirstOrDefault(pair => pair.Count() > 1);
        if (twice is null) return null;
        var names = string.Join(" and ", twice.Select(file => $"'{file.Path}'"));
        return $"{names} hold pacts of the same pair, {twice.Key.Consumer} and {twice.Key.Provider}; "
            + "publish one of them, or pass --merge to join them.";
    }
}

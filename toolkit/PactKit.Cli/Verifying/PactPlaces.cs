using System.CommandLine;
using System.Globalization;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Verifier.Sources;

namespace PactKit.Cli.Verifying;

/// <summary>Where the pacts to verify come from: files, directories, a broker; and whether the broker hears about the results.</summary>
internal sealed class PactPlaces(CliHost host, BrokerConnection connection)
{
    private readonly Option<string[]> _files = Opt.Many("--file", "Pact file to verify. May be repeated.", "FILE", "-f");
    private readonly Option<string[]> _directories = Opt.Many(
        "--dir", "Directory of pact files; those of the provider are verified. May be repeated.", "DIR", "-d");
    private readonly Option<string[]> _consumers = Opt.Many("--filter-consumer", "Only pacts with this consumer. May be repeated.", "NAME");
    private readonly Option<bool> _noPactsIsFine = Opt.Flag("--ignore-no-pacts-error", "It is fine if there are no pacts.");
    private readonly Option<string[]> _selectors = Opt.Many(
        "--consumer-version-selectors", "Which pacts of the broker, as JSON: {\"mainBranch\":true}. May be repeated.", "JSON");
    private readonly Option<string[]> _consumerTags = Opt.Many(
        "--consumer-version-tags", "The latest pacts with these tags, separated by commas.", "TAGS");
    private readonly Option<bool> _pending = Opt.Flag(
        "--enable-pending", "Failures of pacts that were never verified do not fail the run.");
    private readonly Option<string?> _wipSince = Opt.Text(
        "--include-wip-pacts-since", "Include work-in-progress pacts published since this day.", "YYYY-MM-DD");
    private readonly Option<bool> _publish = Opt.Flag("--publish", "Publish the results to the broker.");
    private readonly Option<string?> _version = Opt.Text(
        "--provider-version", "Version of the provider; found in CI variables or git where not given.", "VERSION", "-a");
    private readonly Option<string?> _branch = Opt.Text("--provider-branch", "Branch of the provider version; found likewise.", "BRANCH");
    private readonly Option<string[]> _tags = Opt.Many("--provider-tags", "Tags for the provider version, separated by commas.", "TAGS");
    private readonly Option<string?> _buildUrl = Opt.Text("--build-url", "Address of the build that verifies.", "URL");

    public IEnumerable<Option> All =>
    [
        _files, _directories, _consumers, _noPactsIsFine, _selectors, _consumerTags, _pending, _wipSince,
        _publish, _version, _branch, _tags, _buildUrl,
    ];

    public bool NoPactsIsFine(ParseResult parsed) => parsed.GetValue(_noPactsIsFine);

    public bool Publishes(ParseResult parsed) => parsed.GetValue(_publish);

    /// <summary>The sources, and the broker's client where one is among them; its owner disposes it.</summary>
    public (IReadOnlyList<IPactSource> Sources, PactBroker? Broker, string? Problem) Read(ParseResult parsed)
    {
        var consumers = parsed.GetValue(_consumers) ?? [];
        var sources = new List<IPactSource>();
        sources.AddRange((parsed.GetValue(_files) ?? []).Select(file => new FileSource(Path.GetFullPath(file, host.Directory))));
        sources.AddRange((parsed.GetValue(_directories) ?? []).Select(
            folder => new FolderSource(Path.GetFullPath(folder, host.Directory), [])));
        PactBroker? broker = null;
        // An address in the environment is a default; pacts named on the command line are what is meant.
        if (connection.IsGiven(parsed) || (sources.Count == 0 && host.Variable("PACT_BROKER_BASE_URL") is not null))
        {
            var (query, unclear) = Query(parsed);
            if (query is null) return ([], null, unclear);
            var (publish, missing) = Publish(parsed);
            if (missing is not null) return ([], null, missing);
            (broker, var problem) = connection.Open(parsed);
            if (broker is null) return ([], null, problem);
            // A branch that was found for publishing is also what decides which pacts are pending.
            query = query with { ProviderBranch = publish?.ProviderBranch ?? query.ProviderBranch };
            sources.Add(new BrokerSource(broker, query, publish, !NoPactsIsFine(parsed)));
        }
        else if (parsed.GetValue(_publish))
        {
            return ([], null, "--publish needs a broker: results of pacts from files have nowhere to go.");
        }

        return sources.Count == 0
            ? ([], null, "Which pacts? Give --file, --dir or --broker-base-url.")
            : ([.. sources.Select(source => new ConsumerFilter(source, consumers))], broker, null);
    }

    private (PactsForVerificationQuery? Query, string? Problem) Query(ParseResult parsed)
    {
        var selectors = new List<ConsumerVersionSelector>();
        foreach (var text in parsed.GetValue(_selectors) ?? [])
        {
            var (read, problem) = SelectorJson.Read(text);
            if (problem is not null) return (null, problem);
            selectors.AddRange(read);
        }

        selectors.AddRange(Split(parsed.GetValue(_consumerTags)).Select(tag => new ConsumerVersionSelector { Tag = tag, Latest = true }));
        DateOnly? since = null;
        if (parsed.GetValue(_wipSince) is { } day)
        {
            if (!DateOnly.TryParseExact(day.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsedDay))
                return (null, $"'{day}' is not a day; write it as 2026-01-31.");
            since = parsedDay;
        }

        return (new PactsForVerificationQuery
        {
            Provider = "",
            Selectors = selectors,
            ProviderBranch = parsed.GetValue(_branch),
            ProviderTags = [.. Split(parsed.GetValue(_tags))],
            IncludePending = parsed.GetValue(_pending),
            IncludeWipPactsSince = since,
        }, null);
    }

    private (PublishOptions? Publish, string? Problem) Publish(ParseResult parsed)
    {
        if (!parsed.GetValue(_publish)) return (null, null);
        var found = BuildInfo.Detect(host.Environment, host.Directory);
        if ((parsed.GetValue(_version) ?? found.Version) is not { } version)
            return (null, "Which version of the provider was verified? Give --provider-version, so that results can be published.");
        var buildUrl = parsed.GetValue(_buildUrl) ?? found.BuildUrl;
        if (buildUrl is not null && !Uri.TryCreate(buildUrl, UriKind.Absolute, out _))
            return (null, $"'{buildUrl}' is not an address of a build.");
        return (new PublishOptions(version)
        {
            ProviderBranch = parsed.GetValue(_branch) ?? found.Branch,
            ProviderTags = [.. Split(parsed.GetValue(_tags))],
            BuildUri = buildUrl is null ? null : new Uri(buildUrl),
        }, null);
    }

    private static IEnumerable<string> Split(string[]? lists) =>
        (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}

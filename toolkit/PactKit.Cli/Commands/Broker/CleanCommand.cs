using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Cleaning;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands.Broker;

/// <summary>Deletes what no keep selector keeps, now.</summary>
internal sealed class CleanCommand : DatabaseCommand
{
    private readonly Option<string[]> _keep = Opt.Many(
        "--keep", "What to keep, as {\"branch\":true,\"latest\":true}, {\"tag\":\"prod\"}, {\"max_age\":30}, …; may be repeated, one match is enough. "
            + "Default: latest per branch and tag, latest, deployed, released, younger than 90 days. [env: PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS]", "SELECTOR", "--keep-version-selectors");
    private readonly Option<string[]> _keepBranches = Opt.Many(
        "--keep-branches", "Branches to keep besides main branches, as {\"max_age\":90} (the default) or {\"branch\":\"next\"}; [] keeps all. "
            + "[env: PACT_BROKER_DATABASE_CLEAN_KEEP_BRANCH_SELECTORS]", "SELECTOR", "--keep-branch-selectors");
    private readonly Option<int?> _limit = new("--deletion-limit")
    {
        Description = "Versions deleted at most, the oldest first; default 500. [env: PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT]", HelpName = "COUNT",
    };
    private readonly Option<int?> _overwritten = new("--overwritten-data-max-age")
    {
        Description = "Days after which replaced revisions, results and logs go; default 7. [env: PACT_BROKER_DATABASE_CLEAN_OVERWRITTEN_DATA_MAX_AGE]", HelpName = "DAYS",
    };
    private readonly Option<bool> _dryRun = Opt.Flag("--dry-run", "Delete nothing; say what would go. [env: PACT_BROKER_DATABASE_CLEAN_DRY_RUN]");
    private readonly Option<string> _output = OutputOption.Create();

    public CleanCommand(CliHost host) : base(host, "clean", "Delete old versions and branches that nobody needs, and replaced data. A broker may run meanwhile.", mustExist: true)
    {
        foreach (var option in (Option[])[_keep, _keepBranches, _limit, _overwritten, _dryRun]) Options.Add(option);
        Database.AddTo(this);
        Options.Add(_output);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings(parsed);
        return WithDatabaseAsync(parsed, async database =>
        {
            await using var scope = database.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<Cleaner>().RunAsync(settings, cancellationToken);
            if (report is null) Host.Out.WriteLine("Another clean-up of this database is under way; nothing was done.");
            else if (parsed.GetValue(_output) == "json") Host.Out.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
            else Print(report);
            return CliHost.Success;
        }, cancellationToken);
    }

    private CleanSettings Settings(ParseResult parsed)
    {
        var settings = CleanSettings.From(name => Host.Variable("PACT_BROKER_" + name));
        if (parsed.GetValue(_keep) is { Length: > 0 } keep) settings = settings with { KeepVersions = CleanSettings.ForVersions([.. keep.SelectMany(KeepSelectorReader.Read)]) };
        if (parsed.GetValue(_keepBranches) is { Length: > 0 } branches) settings = settings with { KeepBranches = CleanSettings.ForBranches([.. branches.SelectMany(KeepSelectorReader.Read)]) };
        if (parsed.GetValue(_limit) is { } limit) settings = settings with { DeletionLimit = limit >= 1 ? limit : throw new ArgumentException("--deletion-limit takes a whole number of 1 or more.") };
        if (parsed.GetValue(_overwritten) is { } days) settings = settings with { OverwrittenDataMaxAge = days >= 0 ? TimeSpan.FromDays(days) : throw new ArgumentException("--overwritten-data-max-age takes a whole number of 0 or more.") };
        return parsed.GetValue(_dryRun) ? settings with { DryRun = true } : settings;
    }

    private void Print(CleanReport report)
    {
        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
        static string Range(CleanedVersions versions) => versions.Count == 0 ? "-" : versions.Count == 1 ? $"1 ({versions.First})" : $"{versions.Count} ({versions.First} … {versions.Last})";

        var would = report.DryRun ? "WOULD DELETE" : "DELETED";
        if (report.DryRun) Host.Out.WriteLine("Dry run: nothing is deleted.");
        foreach (var kept in report.KeptBySelector) Host.Out.WriteLine($"Keeps {kept.Versions} version(s): {kept.Selector}");
        if (report.Pacticipants.Count > 0) Host.Table(["PACTICIPANT", would, "KEEPS"], report.Pacticipants.Select(item => (string[])[item.Name, Range(item.ToDelete), Range(item.ToKeep)]));
        if (report.Branches.Count > 0) Host.Table(["PACTICIPANT", "STALE BRANCH"], report.Branches.Select(branch => (string[])[branch.Pacticipant, branch.Name]));
        Host.Table(["", would, "KEPT"], report.Counts.Select(count => (string[])[count.Name, Text(count.Deleted), Text(count.Kept)]));
    }
}

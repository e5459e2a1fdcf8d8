using System.Globalization;
using Cronos;

namespace PactKit.Broker.Cleaning;

/// <summary>
/// What a clean-up keeps and how far it goes; named as the settings of the Ruby broker's image, <c>PACT_BROKER_DATABASE_CLEAN_*</c>.
/// </summary>
internal sealed record CleanSettings
{
    public const string Prefix = "DATABASE_CLEAN_";

    /// <summary>Clean in this broker, on the schedule; a command may clean at any time.</summary>
    public bool Enabled { get; init; }

    /// <summary>When, in UTC. Default: every day at 02:15.</summary>
    public CronExpression Schedule { get; init; } = CronExpression.Parse("15 2 * * *");

    /// <summary>Versions (and branches) deleted in one run, at most, the oldest first. Default 500.</summary>
    public int DeletionLimit { get; init; } = 500;

    /// <summary>Revisions, results and webhook logs that newer ones replaced go when they are older. Default 7 days.</summary>
    public TimeSpan OverwrittenDataMaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Versions that stay. What is deployed or released now always stays, too.</summary>
    public IReadOnlyList<KeepSelector> KeepVersions { get; init; } =
    [
        new() { AnyTag = true, Latest = true }, new() { AnyBranch = true, Latest = true }, new() { Latest = true },
        new() { Deployed = true }, new() { Released = true }, new() { MaxAge = 90 },
    ];

    /// <summary>Branches that stay, besides all main branches. Default: used in the last 90 days. Empty: no branch is deleted.</summary>
    public IReadOnlyList<KeepSelector> KeepBranches { get; init; } = [new() { MaxAge = 90 }];

    /// <summary>Only say what would go.</summary>
    public bool DryRun { get; init; }

    /// <param name="read">The value of a setting by its name after <c>PACT_BROKER_</c>; null or empty when it is not set.</param>
    /// <exception cref="ArgumentException">A value cannot be understood; the message names the setting.</exception>
    public static CleanSettings From(Func<string, string?> read)
    {
        var settings = new CleanSettings();
        string? Text(string name) => read(Prefix + name) is { Length: > 0 } value ? value : null;
        bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);
        return settings with
        {
            Enabled = Flag("ENABLED"),
            DryRun = Flag("DRY_RUN"),
            Schedule = Text("CRON_SCHEDULE") is { } schedule ? Named("CRON_SCHEDULE", () => ReadSchedule(schedule)) : settings.Schedule,
            DeletionLimit = Text("DELETION_LIMIT") is { } limit ? Named("DELETION_LIMIT", () => Number(limit, least: 1)) : settings.DeletionLimit,
            OverwrittenDataMaxAge = Text("OVERWRITTEN_DATA_MAX_AGE") is { } days
                ? TimeSpan.FromDays(Named("OVERWRITTEN_DATA_MAX_AGE", () => Number(days, least: 0))) : settings.OverwrittenDataMaxAge,
            KeepVersions = Text("KEEP_VERSION_SELECTORS") is { } versions
                ? Named("KEEP_VERSION_SELECTORS", () => ForVersions(KeepSelectorReader.Read(versions))) : settings.KeepVersions,
            KeepBranches = Text("KEEP_BRANCH_SELECTORS") is { } branches
                ? Named("KEEP_BRANCH_SELECTORS", () => ForBranches(KeepSelectorReader.Read(branches))) : settings.KeepBranches,
        };
    }

    /// <summary>The selectors, with those added without which a clean-up would break somebody's next can-i-deploy.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static IReadOnlyList<KeepSelector> ForVersions(IReadOnlyList<KeepSelector> selectors)
    {
        if (selectors.Count == 0) throw new ArgumentException("no version would be kept; give at least one selector, such as {\"max_age\": 90}.");
        KeepSelector deployed = new() { Deployed = true }, released = new() { Released = true };
        return [.. selectors, .. new[] { deployed, released }.Where(selector => !selectors.Contains(selector))];
    }

    /// <exception cref="ArgumentException">A selector asks for what a branch does not have.</exception>
    public static IReadOnlyList<KeepSelector> ForBranches(IReadOnlyList<KeepSelector> selectors) =>
        selectors.FirstOrDefault(selector => selector.NeedsVersions) is { } wrong
            ? throw new ArgumentException($"branches are kept by pacticipant, branch, main_branch and max_age, not by '{wrong}'.")
            : selectors;

    private static CronExpression ReadSchedule(string text)
    {
        try
        {
            return CronExpression.Parse(text);
        }
        catch (CronFormatException)
        {
            throw new ArgumentException($"'{text}' is not a schedule; write it as 'minute hour day month weekday', for example '15 2 * * *'.");
        }
    }

    private static int Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new ArgumentException($"'{text}' is not a whole number of {least} or more.");

    private static T Named<T>(string name, Func<T> value)
    {
        try
        {
            return value();
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"PACT_BROKER_{Prefix}{name}: {problem.Message}");
        }
    }
}

namespace PactKit.Broker.Cleaning;

/// <summary>What a clean-up deleted, or, as a dry run, would delete.</summary>
internal sealed record CleanReport(
    bool DryRun, IReadOnlyList<CleanCount> Counts, IReadOnlyList<KeptBySelector> KeptBySelector, IReadOnlyList<CleanedPacticipant> Pacticipants, IReadOnlyList<StaleBranch> Branches)
{
    public long Deleted(string what) => Counts.Single(count => count.Name == what).Deleted;

    public override string ToString() =>
        (DryRun ? "dry run, nothing deleted: " : "") + string.Join(", ", Counts.Select(count => $"{count.Name} {count.Deleted} of {count.Deleted + count.Kept}"));
}

internal sealed record CleanCount(string Name, long Deleted, long Kept);

internal sealed record KeptBySelector(string Selector, long Versions);

internal sealed record StaleBranch
{
    public long Id { get; init; }
    public required string Pacticipant { get; init; }
    public required string Name { get; init; }
}

internal sealed record CleanedPacticipant(string Name, CleanedVersions ToDelete, CleanedVersions ToKeep);

/// <summary>How many versions, from the oldest to the newest of them.</summary>
internal sealed record CleanedVersions(long Count, string? First, string? Last);

namespace PactKit.Broker.Pacts.ForVerification;

internal enum SelectionKind
{
    MainBranch,
    Branch,
    LatestTag,
    AllTagged,
    Latest,
    Deployed,
    Released,
}

/// <summary>Why a pact was chosen.</summary>
/// <param name="Name">Branch, tag or environment.</param>
/// <param name="FallbackFor">The branch or tag that had no pact, when this one stands in for it.</param>
internal sealed record SelectionReason(SelectionKind Kind, string? Name, string? Consumer, long ConsumerVersionId, string Number, string? FallbackFor = null)
{
    public string ShortDescription => Kind switch
    {
        SelectionKind.MainBranch => "latest from main branch",
        SelectionKind.Branch => $"latest from branch {Name}",
        SelectionKind.LatestTag => $"latest with tag {Name}",
        SelectionKind.AllTagged => Consumer is null ? $"one of {Name}" : $"one of {Consumer} {Name}",
        SelectionKind.Deployed => $"deployed to {Name}",
        SelectionKind.Released => $"released in {Name}",
        _ => "latest",
    };

    public string Sentence => Kind switch
    {
        SelectionKind.MainBranch => $"latest version from the main branch '{Name}' ({Number})",
        SelectionKind.Branch => $"latest version from branch '{Name}' ({Number}){Fallback("branch")}",
        SelectionKind.LatestTag => $"latest version tagged '{Name}' ({Number}){Fallback("tag")}",
        SelectionKind.AllTagged => $"all versions tagged '{Name}' ({Number})",
        SelectionKind.Deployed => $"version(s) currently deployed to {Name} ({Number})",
        SelectionKind.Released => $"version(s) currently released and supported in {Name} ({Number})",
        _ => $"latest version{(Consumer is null ? "" : $" of {Consumer}")} ({Number})",
    };

    public SelectedBy Metadata => Kind switch
    {
        SelectionKind.MainBranch or SelectionKind.Branch => new SelectedBy(Name, null, true, null, ConsumerVersionId),
        SelectionKind.LatestTag => new SelectedBy(null, Name, true, null, ConsumerVersionId),
        SelectionKind.AllTagged => new SelectedBy(null, Name, false, null, ConsumerVersionId),
        SelectionKind.Deployed or SelectionKind.Released => new SelectedBy(null, null, false, Name, ConsumerVersionId),
        _ => new SelectedBy(null, null, true, null, ConsumerVersionId),
    };

    private string Fallback(string what) => FallbackFor is null ? "" : $", as fallback: no pact was found for {what} '{FallbackFor}'";
}

/// <summary>One pact to verify, with all the reasons it was chosen for.</summary>
internal sealed record SelectedPact(Pact Pact, IReadOnlyList<SelectionReason> Reasons)
{
    public bool IsWip { get; init; }

    /// <summary>Null when the pending status was not asked for.</summary>
    public bool? Pending { get; init; }

    public IReadOnlyList<string> PendingTags { get; init; } = [];
    public IReadOnlyList<string> NonPendingTags { get; init; } = [];

    /// <summary>Equal contents of one consumer become one entry, represented by the newest consumer version.</summary>
    public static IReadOnlyList<SelectedPact> Merge(IEnumerable<(Pact Pact, SelectionReason Reason)> found) => found
        .GroupBy(item => (item.Pact.ConsumerId, item.Pact.Sha))
        .Select(group => new SelectedPact(
            group.MaxBy(item => item.Pact.ConsumerVersionId).Pact,
            group.Select(item => item.Reason).Distinct().ToList()))
        .OrderBy(selected => selected.Pact.Consumer, StringComparer.OrdinalIgnoreCase)
        .ThenBy(selected => selected.Pact.ConsumerVersionId)
        .ToList();
}

using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>What became of one received request.</summary>
public abstract record RequestOutcome
{
    private protected RequestOutcome() { }

    public required Request Request { get; init; }
}

/// <summary>The request is what <see cref="Interaction"/> expects.</summary>
public sealed record RequestMatched(HttpInteraction Interaction) : RequestOutcome;

/// <summary>Method and path are those of <see cref="Interaction"/>, something else differs.</summary>
public sealed record RequestMismatched(HttpInteraction Interaction, IReadOnlyList<Mismatch> Mismatches) : RequestOutcome;

/// <summary>No interaction has this method and path. <paramref name="Nearest"/> is the one that comes closest; null when there are no interactions.</summary>
public sealed record RequestUnexpected(HttpInteraction? Nearest, IReadOnlyList<Mismatch> Mismatches) : RequestOutcome;

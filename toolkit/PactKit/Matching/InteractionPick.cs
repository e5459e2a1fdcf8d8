using PactKit.Model;

namespace PactKit.Matching;

/// <summary>What <see cref="InteractionPicker"/> found for a received request. Closed: the three kinds below are all there are.</summary>
public abstract record InteractionPick
{
    private protected InteractionPick() { }
}

/// <summary>The request is as <paramref name="Interaction"/> expects it. <paramref name="Index"/> is its place among the interactions given, from 0.</summary>
public sealed record MatchedInteraction(HttpInteraction Interaction, int Index) : InteractionPick;

/// <summary>Method and path are those of <paramref name="Closest"/>, and something else differs.</summary>
public sealed record MismatchedRequest(HttpInteraction Closest, int Index, IReadOnlyList<Mismatch> Mismatches) : InteractionPick;

/// <summary>No interaction has this method and path. <paramref name="Nearest"/> is the one most like it, null only where there are none at all (then the index is -1).</summary>
public sealed record UnexpectedRequest(HttpInteraction? Nearest, int Index, IReadOnlyList<Mismatch> Mismatches) : InteractionPick;

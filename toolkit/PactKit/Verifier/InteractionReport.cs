using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>How one interaction was verified.</summary>
/// <param name="Interaction">The interaction as the pact has it.</param>
public sealed record InteractionReport(Interaction Interaction)
{
    /// <summary>What differed from the pact.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    /// <summary>What the provider answered where that failed; null for a message, where there was no answer, and where all went well.</summary>
    public Response? Response { get; init; }

    /// <summary>The message the provider made where that failed; null for an HTTP interaction, where there was none, and where all went well.</summary>
    public MessageContents? Message { get; init; }

    /// <summary>Values that could not be generated, so that the pact's example was sent.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why there was nothing to compare, or what failed after it: no answer, a provider state that could not be set. Null when all went well.</summary>
    public string? Error { get; init; }

    /// <summary>The error is about a provider state, not about the answer.</summary>
    public bool StateChangeFailed { get; init; }

    /// <summary>The interaction or its pact is pending: a failure is reported and does not fail the run.</summary>
    public bool Pending { get; init; }

    /// <summary>Time from the first state change to the last.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Nothing differed and nothing failed.</summary>
    public bool Passed => Mismatches.Count == 0 && Error is null;

    /// <summary>It failed, and it is not pending.</summary>
    public bool FailsTheRun => !Passed && !Pending;
}

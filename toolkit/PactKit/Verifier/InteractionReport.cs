using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>How one interaction was verified.</summary>
/// <param name="Interaction">The interaction as the pact has it.</param>
public sealed record InteractionReport(Interaction Interaction)
{
    /// <summary>What differed from the pact.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    /// <summary>What the provider answered; null for a message, and where there was no answer.</summary>
    public Response? Response { get; init; }

    /// <summary>The message the provider made; null for an HTTP interaction, and where there was none.</summary>
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

    public bool Passed => Mismatches.Count == 0 && Error is null;

    public bool FailsTheRun => !Passed && !Pending;
}

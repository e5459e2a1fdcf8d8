namespace PactKit.Verifier;

/// <summary>The outcome of a verification, as data.</summary>
/// <param name="Provider">Name of the provider.</param>
/// <param name="Pacts">The pacts that were verified.</param>
/// <param name="Errors">What kept pacts from being verified: files that could not be read, a broker that did not answer.</param>
public sealed record VerificationReport(string Provider, IReadOnlyList<PactReport> Pacts, IReadOnlyList<string> Errors)
{
    /// <summary>What a reader should know although it fails nothing: an empty folder, results that could not be published.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>No error, and no interaction failed that is not pending.</summary>
    public bool Success => Errors.Count == 0 && Pacts.All(pact => pact.Interactions.All(interaction => !interaction.FailsTheRun));
}

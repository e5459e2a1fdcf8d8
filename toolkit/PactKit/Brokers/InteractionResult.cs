namespace PactKit.Brokers;

/// <summary>How one interaction went, for the broker's pages.</summary>
/// <param name="InteractionId">The <c>_id</c> the broker put into the pact; null where the pact had none.</param>
/// <param name="Description">The interaction's description.</param>
/// <param name="Success">Whether it passed.</param>
public sealed record InteractionResult(string? InteractionId, string Description, bool Success)
{
    public IReadOnlyList<InteractionMismatch> Mismatches { get; init; } = [];

    /// <summary>Failures other than mismatches: no answer, a provider state that could not be set.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];
}

/// <summary>One difference between what was expected and what came.</summary>
/// <param name="Attribute">method, path, status, query, header, body or metadata.</param>
/// <param name="Identifier">Which header, query parameter or place in the body; null where the attribute says it.</param>
/// <param name="Description">The difference in words.</param>
public sealed record InteractionMismatch(string Attribute, string? Identifier, string Description);

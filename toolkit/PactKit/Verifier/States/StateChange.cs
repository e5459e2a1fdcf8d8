using System.Text.Json;
using PactKit.Model;

namespace PactKit.Verifier.States;

/// <summary>One call to change a provider's state.</summary>
/// <param name="State">The state. An interaction without states makes one call with an empty name.</param>
/// <param name="Teardown">Undo it, after the interaction.</param>
public sealed record StateChange(ProviderState State, bool Teardown);

/// <summary>How it went.</summary>
/// <param name="Error">Why the state could not be set, or null.</param>
public sealed record StateChangeResult(string? Error)
{
    public static readonly StateChangeResult Done = new((string?)null);

    /// <summary>Values for the pact's generators that take theirs from provider states.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; init; } = Empty.Members;
}

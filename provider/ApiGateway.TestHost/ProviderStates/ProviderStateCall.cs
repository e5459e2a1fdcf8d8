using System.Text.Json;

namespace ApiGateway.TestHost.ProviderStates;

/// <summary>What a verifier posts before and after an interaction.</summary>
/// <param name="State">Empty for an interaction without a state.</param>
/// <param name="Action">Null means setup.</param>
/// <param name="Params">Of any JSON type: verifiers turn texts that look like numbers into numbers.</param>
public sealed record ProviderStateCall(string? State, ProviderStateAction? Action, Dictionary<string, JsonElement>? Params)
{
    /// <summary>A parameter as text, or null when it was not given.</summary>
    public string? this[string name] => Params is not null && Params.TryGetValue(name, out var value) ? value.ToString() : null;
}

using System.Text.Json;

namespace PactKit.Model;

/// <summary>A state the provider has to be in before an interaction is verified.</summary>
public sealed record ProviderState(string Name)
{
    /// <summary>Parameters of the state; empty where there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement> Params { get; init; } = Empty.Members;
}

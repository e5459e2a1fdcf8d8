using System.Text.Json;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>On whose side values are generated.</summary>
internal enum GeneratorMode
{
    /// <summary>The mock server answers, or a message is handed to the consumer: provider states are not known here.</summary>
    Consumer,

    /// <summary>The verifier sends a request: there is no mock server here.</summary>
    Provider,
}

/// <summary>What generators may use. The same seed of <see cref="Random"/> and the same clock give the same values.</summary>
internal sealed record GeneratorContext
{
    public required GeneratorMode Mode { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    /// <summary>Parameters of all provider states, and over them what the state changes returned.</summary>
    public IReadOnlyDictionary<string, JsonElement> ProviderState { get; init; } = Empty.Members;

    /// <summary>The base URL of the mock server, such as "http://127.0.0.1:1234".</summary>
    public string? MockServerUrl { get; init; }
}

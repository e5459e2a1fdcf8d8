using System.Text.Json;

namespace PactKit.Model;

/// <summary>What one message carries, with the rules and generators for it.</summary>
public sealed record MessageContents
{
    public Body Contents { get; init; } = Body.Missing;

    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = Empty.Members;

    public MatchingRules MatchingRules { get; init; } = MatchingRules.None;

    public GeneratorSet Generators { get; init; } = GeneratorSet.None;
}

using System.Text.Json;

namespace PactKit.Model;

/// <summary>What one message carries, with the rules and generators for it.</summary>
public sealed record MessageContents
{
    /// <summary>What the message carries.</summary>
    public Body Contents { get; init; } = Body.Missing;

    /// <summary>What goes beside it, such as a topic. <c>contentType</c> says what the contents are.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = Empty.Members;

    /// <summary>How the message is compared; by equality where there is no rule.</summary>
    public MatchingRules MatchingRules { get; init; } = MatchingRules.None;

    /// <summary>Values to make anew each time the message is used.</summary>
    public GeneratorSet Generators { get; init; } = GeneratorSet.None;
}

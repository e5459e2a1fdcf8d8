using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;

namespace PactKit.Plugins.Contents;

/// <summary>One part of an interaction as a plugin made it.</summary>
/// <param name="Name">"request", "response", or empty for the part that was asked for.</param>
/// <param name="Body">The body with its rules and generators.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Metadata">Metadata of a message.</param>
internal sealed record ConfiguredPart(string Name, BodyDraft Body, string ContentType, IReadOnlyDictionary<string, JsonElement> Metadata)
{
    public MatchingRules MetadataRules { get; init; } = MatchingRules.None;

    public GeneratorSet MetadataGenerators { get; init; } = GeneratorSet.None;
}

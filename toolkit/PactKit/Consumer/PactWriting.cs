using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Writes interactions into the pact file of their consumer and provider.</summary>
internal static class PactWriting
{
    public static void Merge(ConsumerSettings settings, IReadOnlyList<Interaction> interactions, IReadOnlyDictionary<string, JsonElement> metadata)
    {
    }
}

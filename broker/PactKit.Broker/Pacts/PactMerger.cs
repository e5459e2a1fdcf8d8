using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit.Broker.Pacts;

/// <summary>Adds the interactions of one pact to another, for test suites that publish one consumer's contract in parts.</summary>
internal static class PactMerger
{
    private static readonly string[] StateKeys = ["provider_state", "providerState", "providerStates"];
    private static readonly string[] RequestKeys = ["method", "path", "query", "body", "headers"];

    /// <summary>The merged pact, or null when an interaction of the same description and state asks for something else.</summary>
    public static JsonElement? Merge(JsonElement existing, JsonElement incoming)
    {
        if (!HasInteractions(existing) || !HasInteractions(incoming)) return null;
        var merged = existing.GetProperty("interactions").EnumerateArray().ToList();
        var places = new Dictionary<string, int>();
        foreach (var (index, interaction) in merged.Index()) places.TryAdd(Identity(interaction), index);
        foreach (var interaction in incoming.GetProperty("interactions").EnumerateArray())
        {
            var identity = Identity(interaction);
            if (!places.TryGetValue(identity, out var place))
            {
                places[identity] = merged.Count;
                merged.Add(interaction);
                continue;
            }

            if (Request(merged[place]) != Request(interaction)) return null;
            merged[place] = interaction;
        }

        var result = new JsonObject();
        foreach (var (name, value) in CanonicalJson.Members(existing)) result[name] = name == "interactions" ? Array(merged) : JsonNode.Parse(value.GetRawText());
        return JsonDocument.Parse(result.ToJsonString(), new JsonDocumentOptions { MaxDepth = 64 }).RootElement;
    }

    private static bool HasInteractions(JsonElement pact) => pact.TryGetProperty("interactions", out var list) && list.ValueKind == JsonValueKind.Array;

    private static JsonArray Array(List<JsonElement> interactions)
    {
        var array = new JsonArray();
        foreach (var interaction in interactions) array.Add(WithoutId(interaction));
        return array;
    }

    private static JsonNode? WithoutId(JsonElement interaction)
    {
        var node = JsonNode.Parse(interaction.GetRawText());
        (node as JsonObject)?.Remove("_id");
        return node;
    }

    private static string Identity(JsonElement interaction) => $"{Text(interaction, "description")}\n{Text(interaction, StateKeys)}";

    private static string Request(JsonElement interaction) =>
        interaction.ValueKind == JsonValueKind.Object && interaction.TryGetProperty("request", out var request) && request.ValueKind == JsonValueKind.Object
            ? string.Join('\n', RequestKeys.Select(key => Text(request, key)))
            : "";

    private static string Text(JsonElement value, params string[] keys)
    {
        if (value.ValueKind != JsonValueKind.Object) return "";
        foreach (var key in keys)
        {
            if (value.TryGetProperty(key, out var found)) return CanonicalJson.Sorted(found);
        }

        return "";
    }
}

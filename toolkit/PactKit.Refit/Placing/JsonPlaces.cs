using System.Text.Json.Nodes;
using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>Puts matchers into a JSON document at the places where arguments arrive.</summary>
internal sealed class JsonPlaces(Exploration found)
{
    /// <param name="node">The document, or a part of it.</param>
    /// <param name="key">Its place in the snapshot.</param>
    public JsonNode? Place(JsonNode? node, string key)
    {
        var here = found.At(key);
        if (here.Count == 0) return Inside(node, key);
        if (node is JsonValue value && value.TryGetValue<string>(out var text)) return TextPlaces.OfJson(text, here);
        if (here.Count > 1) throw Landing.Clash(here[1]);
        return here[0].Rule.Around(Inside(node, key));
    }

    private JsonNode? Inside(JsonNode? node, string key) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, Place(member.Value, Placing.Place.Under(key, member.Key))))),
        JsonArray items => new JsonArray([.. items.Select((item, index) => Place(item, Placing.Place.Under(key, index)))]),
        _ => node?.DeepClone(),
    };
}

using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace PactKit.Plugins.Protocol;

/// <summary>JSON in the protocol's own form. All numbers are doubles there: whole numbers above 2^53 lose digits on the wire.</summary>
public static class ProtoJson
{
    /// <summary>The members of a JSON object.</summary>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    public static Struct ToStruct(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? Struct.Parser.ParseJson(json.GetRawText())
        : throw new ArgumentException($"Expected a JSON object but found {json.ValueKind}.", nameof(json));

    /// <summary>A JSON object with these members.</summary>
    public static Struct ToStruct(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var all = new Struct();
        foreach (var (name, value) in members) all.Fields[name] = Value.Parser.ParseJson(value.GetRawText());
        return all;
    }

    /// <summary>The object; <c>{}</c> where there is none. Whole numbers are written without a fraction.</summary>
    public static JsonElement ToJson(Struct? members) => JsonElement.Parse(members is null ? "{}" : JsonFormatter.Default.Format(members));

    /// <summary>The value; null where there is none.</summary>
    public static JsonElement ToJson(Value? value) => JsonElement.Parse(value is null ? "null" : JsonFormatter.Default.Format(value));
}

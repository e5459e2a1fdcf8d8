using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;
using PactKit.Model.Reading;

namespace PactKit.Consumer;

/// <summary>Takes matchers out of JSON: what stays is the example, what is found are the rules by path.</summary>
internal sealed class EmbeddedMatchers
{
    private const string MatcherType = "pact:matcher:type";

    private readonly ReadLog _log = new();

    public Dictionary<string, RuleList> Rules { get; } = [];

    public JsonNode? Resolve(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when json.TryGetProperty(MatcherType, out _):
                var rule = RuleReader.Read(json, Place.Root, _log);
                if (rule is not null) Rules[path] = Rules.TryGetValue(path, out var known) ? known with { Rules = [.. known.Rules, rule] } : RuleList.Of(rule);
                return json.TryGetProperty("value", out var value) ? Value(value, path) : null;
            case JsonValueKind.Object:
                return new JsonObject(json.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Resolve(m.Value, PathText.AppendField(path, m.Name)))));
            case JsonValueKind.Array:
                return new JsonArray([.. json.EnumerateArray().Select((item, index) => Resolve(item, PathText.AppendIndex(path, index)))]);
            default:
                return JsonSerializer.SerializeToNode(json);
        }
    }

    private JsonNode? Value(JsonElement value, string path) => value.ValueKind == JsonValueKind.Array
        ? new JsonArray([.. value.EnumerateArray().Select(item => Resolve(item, PathText.AppendStarIndex(path)))])
        : Resolve(value, path);
}

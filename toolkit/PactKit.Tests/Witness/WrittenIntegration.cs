using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>What counts of a written interaction: examples, rules and generators, without the engines' habits that change no verdict.</summary>
internal static class WrittenIntegration
{
    private static readonly string[] Parts = ["path", "query", "headers", "metadata", "body", "contents", "status", "matchingRules", "generators"];

    /// <param name="exact">Whether the examples of eachKey and eachValue count. Nobody reads them; of integration JSON the official engine puts them in as text, matchers and all.</param>
    public static JsonNode Of(JsonNode interaction, bool exact)
    {
        var result = new JsonObject();
        foreach (var (name, part) in new[] { ("request", interaction["request"]), ("response", interaction["response"]), ("message", interaction) })
        {
            if (part is null || (name == "message" && interaction["request"] is not null)) continue;
            var kept = new JsonObject();
            foreach (var key in Parts)
            {
                if (part[key] is { } value) kept[key] = Plain(key, value.DeepClone(), exact);
            }

            result[name] = kept;
        }

        return result;
    }

    private static JsonNode? Plain(string key, JsonNode value, bool exact)
    {
        switch (key)
        {
            case "body" or "contents" when value is JsonObject body && body.ContainsKey("content"):
                return body["content"]?.DeepClone();
            case "headers" or "metadata" when value is JsonObject named:
                foreach (var name in named.Select(member => member.Key).Where(name => name.ToUpperInvariant() is "CONTENT-TYPE" or "CONTENTTYPE").ToList()) named.Remove(name);
                return named.Count == 0 ? null : named;
            case "matchingRules":
                // Rules of a status have no path in the specification's files; the official engine writes one.
                if (value["status"]?["$"] is { } status) value["status"] = status.DeepClone();
                Clean(value, exact);
                return value;
            default:
                return value;
        }
    }

    private static void Clean(JsonNode? node, bool exact)
    {
        foreach (var child in node switch { JsonObject map => map.Select(m => m.Value).ToList(), JsonArray list => [.. list], _ => [] }) Clean(child, exact);
        if (node is not JsonObject rule) return;
        var name = rule["match"] is JsonValue match ? (string?)match : null;
        if (name is "eachKey" or "eachValue" && !exact) rule.Remove("value");
        // A pattern that is not given is an empty text there, and stands for the usual pattern here and there.
        if (name is "date" or "time" or "datetime" && (string?)rule["format"] == "") rule.Remove("format");
        // The same rule twice says nothing more.
        if (rule["matchers"] is JsonArray matchers)
            rule["matchers"] = new JsonArray([.. matchers.Index().Where(m => !matchers.Take(m.Index).Any(earlier => JsonNode.DeepEquals(earlier, m.Item))).Select(m => m.Item!.DeepClone())]);
    }
}

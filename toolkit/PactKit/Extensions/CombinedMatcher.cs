using System.Text.Json;
using System.Text.Json.Serialization;
using PactNet.Matchers;

namespace PactKit;

/// <summary>Several rules for one value: all of them hold, or one of them does.</summary>
[JsonConverter(typeof(WrittenMatcherConverter))]
internal sealed class CombinedMatcher(object? example, IReadOnlyList<IMatcher> rules, bool any) : IWrittenMatcher
{
    public string Type => any ? "any" : "all";

    public dynamic Value { get; } = example!;

    public void Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("pact:matcher:type");
        JsonSerializer.Serialize(writer, rules, options);
        if (any) writer.WriteString("pact:combine", "OR");
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, (object?)Value, options);
        writer.WriteEndObject();
    }
}

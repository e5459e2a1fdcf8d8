using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PactKit;

namespace PactNet.Matchers;

/// <summary>
/// Writes a matcher by its own class. One that a user wrote needs no attributes: its type and value get the names the engine reads, its other
/// properties become attributes of the rule.
/// </summary>
internal sealed class MatcherConverter : JsonConverter<IMatcher>
{
    private const string TypeName = "pact:matcher:type";

    public override IMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A matcher can be written to JSON, not read from it.");

    public override void Write(Utf8JsonWriter writer, IMatcher value, JsonSerializerOptions options)
    {
        if (value is IWrittenMatcher own)
        {
            own.Write(writer, options);
            return;
        }

        if (value.GetType().Assembly == typeof(IMatcher).Assembly)
        {
            JsonSerializer.Serialize(writer, (object)value, value.GetType(), options);
            return;
        }

        var attributes = JsonSerializer.SerializeToNode((object)value, value.GetType(), options) as JsonObject ?? [];
        writer.WriteStartObject();
        writer.WriteString(TypeName, value.Type);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, (object)value.Value, options);
        foreach (var (name, attribute) in attributes)
        {
            if (IsTypeOrValue(name)) continue;
            writer.WritePropertyName(name.StartsWith("pact:", StringComparison.Ordinal) ? name : JsonNamingPolicy.CamelCase.ConvertName(name));
            JsonSerializer.Serialize(writer, attribute, options);
        }

        writer.WriteEndObject();
    }

    private static bool IsTypeOrValue(string name) =>
        name == TypeName || name.Equals("type", StringComparison.OrdinalIgnoreCase) || name.Equals("value", StringComparison.OrdinalIgnoreCase);
}

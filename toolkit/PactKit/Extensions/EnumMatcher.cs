using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PactKit;

/// <summary>Any value of an enum, spelled as the serialiser in use spells it: known only when it is written.</summary>
[JsonConverter(typeof(WrittenMatcherConverter))]
internal sealed class EnumMatcher<T>(T example) : IWrittenMatcher where T : struct, Enum
{
    public string Type => "regex";

    public dynamic Value => example;

    public void Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        var spelled = Enum.GetValues<T>().Select(value => JsonSerializer.SerializeToElement(value, options)).Select(Text).Distinct();
        writer.WriteStartObject();
        writer.WriteString("pact:matcher:type", Type);
        writer.WriteString("regex", $"^({string.Join('|', spelled.Select(Regex.Escape))})$");
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, example, options);
        writer.WriteEndObject();
    }

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
}

using System.Buffers;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace PactKit.Plugins.Protocol;

/// <summary>JSON in the protocol's own form. All numbers are doubles there: whole numbers above 2^53 lose digits on the wire.</summary>
public static class ProtoJson
{
    private const double LargestWhole = 1L << 53;

    /// <summary>The members of a JSON object.</summary>
    /// <exception cref="ArgumentException">The JSON is no object.</exception>
    public static Struct ToStruct(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? ToStruct(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)))
        : throw new ArgumentException($"Expected a JSON object but found {json.ValueKind}.", nameof(json));

    /// <summary>A JSON object with these members; of two with one name the later.</summary>
    public static Struct ToStruct(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var all = new Struct();
        foreach (var (name, value) in members) all.Fields[name] = ToValue(value);
        return all;
    }

    /// <summary>The object; <c>{}</c> where there is none. Whole numbers are written without a fraction.</summary>
    public static JsonElement ToJson(Struct? members) => Written(writer => Write(writer, members ?? new Struct()));

    /// <summary>The value; null where there is none.</summary>
    public static JsonElement ToJson(Value? value) => Written(writer => Write(writer, value));

    private static Value ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Value.ForStruct(ToStruct(json)),
        JsonValueKind.Array => Value.ForList([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.String => Value.ForString(json.GetString()),
        JsonValueKind.Number => Value.ForNumber(json.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => Value.ForBool(json.GetBoolean()),
        _ => Value.ForNull(),
    };

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Struct members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members.Fields)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Value? value)
    {
        switch (value?.KindCase)
        {
            case Value.KindOneofCase.StringValue: writer.WriteStringValue(value.StringValue); break;
            case Value.KindOneofCase.BoolValue: writer.WriteBooleanValue(value.BoolValue); break;
            case Value.KindOneofCase.StructValue: Write(writer, value.StructValue); break;
            case Value.KindOneofCase.NumberValue when double.IsInteger(value.NumberValue) && Math.Abs(value.NumberValue) <= LargestWhole:
                writer.WriteNumberValue((long)value.NumberValue);
                break;
            case Value.KindOneofCase.NumberValue when double.IsFinite(value.NumberValue): writer.WriteNumberValue(value.NumberValue); break;
            case Value.KindOneofCase.ListValue:
                writer.WriteStartArray();
                foreach (var item in value.ListValue.Values) Write(writer, item);
                writer.WriteEndArray();
                break;
            default: writer.WriteNullValue(); break;
        }
    }
}

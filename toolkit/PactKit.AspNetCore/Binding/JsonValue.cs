using System.Text.Json;
using System.Text.Json.Serialization;

namespace PactKit.Binding;

/// <summary>Converts what a pact holds to what a handler takes.</summary>
internal static class JsonValue
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Texts that hold another value are read as that value: placeholders and queries have only texts.</summary>
    /// <exception cref="JsonException">The value is not one of that type.</exception>
    public static object? Convert(JsonElement json, Type type)
    {
        if (type == typeof(JsonElement) || type == typeof(object)) return json;
        if (type == typeof(string)) return json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Null => null,
            _ => json.GetRawText(),
        };
        try
        {
            return json.Deserialize(type, Settings);
        }
        catch (JsonException) when (json.ValueKind == JsonValueKind.String)
        {
            return JsonSerializer.Deserialize(json.GetString()!, type, Settings);
        }
    }

    /// <summary>The members of what a handler returned.</summary>
    /// <exception cref="BindingException">It has none: it is a single value or a list.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Members(object? returned, string who)
    {
        if (returned is null) return new Dictionary<string, JsonElement>();
        var json = JsonSerializer.SerializeToElement(returned, returned.GetType(), Settings);
        return json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : throw new BindingException($"{who} returned {json.GetRawText()}; return an object whose members are the values, such as new {{ id = 7 }}.");
    }
}

using System.Text.Json;

namespace PactKit.Brokers.Http;

/// <summary>Members that are left out where there is nothing to say: brokers reject null in several places.</summary>
internal static class JsonWriting
{
    public static void WriteIfGiven(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    public static void WriteIfTrue(this Utf8JsonWriter json, string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    public static void WriteIfAny(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

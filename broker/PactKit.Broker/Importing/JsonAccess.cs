using System.Globalization;
using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <summary>Reads answers that may lack anything.</summary>
internal static class JsonAccess
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public static JsonElement? Member(this JsonElement json, string first, string second) => json.Member(first)?.Member(second);

    public static string? Text(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        DateTimeOffset.TryParse(json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The address of a relation; of the first one, where there are several.</summary>
    public static string? Href(this JsonElement json, string relation) => json.Links(relation).Select(link => link.Text("href")).FirstOrDefault(href => href is not null);

    public static bool HasLinks(this JsonElement json, string relation) => json.Member("_links", relation) is not null;

    public static IEnumerable<JsonElement> Links(this JsonElement json, string relation) => json.Member("_links", relation) switch
    {
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } one => [one],
        _ => [],
    };
}

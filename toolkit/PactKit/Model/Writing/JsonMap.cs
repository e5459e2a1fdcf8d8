using System.Text.Json;

namespace PactKit.Model.Writing;

/// <summary>A JSON object in the making. <see cref="Json.JsonPrinter"/> sorts it.</summary>
internal sealed class JsonMap : Dictionary<string, object?>
{
    public JsonMap() { }

    public JsonMap(IReadOnlyDictionary<string, JsonElement> members)
    {
        foreach (var (name, value) in members) this[name] = value;
    }

    /// <summary>Adds a member unless it is null or an empty object.</summary>
    public JsonMap With(string name, object? value)
    {
        if (value is not null and not JsonMap { Count: 0 }) this[name] = value;
        return this;
    }
}

using System.Text.Json;

namespace PactKit.Model.Writing;

/// <summary>A JSON object in the making. <see cref="Json.JsonPrinter"/> sorts it.</summary>
internal sealed class JsonMap : Dictionary<string, object?>
{
    public JsonMap() { }

    /// <summary>Room for so many members, which are added one by one.</summary>
    public JsonMap(int capacity) : base(capacity) { }

    public JsonMap(IEnumerable<KeyValuePair<string, JsonElement>> members, int capacity = 0) : base(capacity)
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

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PactKit.Matching.Rules;
using PactKit.Model.Json;

namespace PactKit.Matching.Bodies;

/// <summary>A piece of an expected JSON document, taken apart once so that comparing it many times is cheap.</summary>
internal sealed class ExpectedJson
{
    private readonly Dictionary<string, int>? _places;

    /// <exception cref="InsufficientExecutionStackException">It is nested deeper than the stack holds.</exception>
    public ExpectedJson(JsonElement json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Json = json;
        Kind = JsonPiece.KindOf(json);
        if (Kind == ValueKind.Array) Items = json.Items(static item => new ExpectedJson(item));
        if (Kind != ValueKind.Object) return;
        Entries = EntriesOf(json);
        if (Entries.Length <= 8) return;
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Entries.Length; i++) _places[Entries[i].Name] = i;
    }

    public JsonElement Json { get; }

    public ValueKind Kind { get; }

    public ExpectedEntry[] Entries { get; } = [];

    public ExpectedJson[] Items { get; } = [];

    /// <summary>Where the entry with this property's name is, or -1. Keys usually come in the same order, so <paramref name="guess"/> is tried first.</summary>
    public int PlaceOf(JsonProperty property, int guess)
    {
        if (guess < Entries.Length && JsonPiece.HasName(property, Entries[guess].Utf8Name)) return guess;
        if (_places is not null) return _places.GetValueOrDefault(JsonPiece.NameOf(property), -1);
        for (var i = 0; i < Entries.Length; i++)
            if (JsonPiece.HasName(property, Entries[i].Utf8Name)) return i;
        return -1;
    }

    private static ExpectedEntry[] EntriesOf(JsonElement json)
    {
        if (!JsonMembers.AreDistinct(json)) return [.. JsonPiece.Entries(json).Select(entry => Entry(entry.Key, entry.Value))];
        var entries = new ExpectedEntry[json.GetPropertyCount()];
        var index = 0;
        foreach (var property in json.EnumerateObject()) entries[index++] = Entry(JsonPiece.NameOf(property), property.Value);
        return entries;
    }

    private static ExpectedEntry Entry(string name, JsonElement value) => new(name, Encoding.UTF8.GetBytes(name), new ExpectedJson(value));
}

internal sealed record ExpectedEntry(string Name, byte[] Utf8Name, ExpectedJson Value);

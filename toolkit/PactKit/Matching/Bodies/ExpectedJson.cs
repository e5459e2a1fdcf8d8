using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PactKit.Matching.Rules;

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
        if (Kind == ValueKind.Array) Items = [.. json.EnumerateArray().Select(item => new ExpectedJson(item))];
        if (Kind != ValueKind.Object) return;
        Entries = [.. JsonPiece.Entries(json).Select(e => new ExpectedEntry(e.Key, Encoding.UTF8.GetBytes(e.Key), new ExpectedJson(e.Value)))];
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
}

internal sealed record ExpectedEntry(string Name, byte[] Utf8Name, ExpectedJson Value);

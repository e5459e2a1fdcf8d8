using System.Text.Json;

namespace PactKit.Matching.Rules;

/// <summary>A list under comparison: a JSON array, or the values of a query parameter, header or form field.</summary>
internal readonly struct Items
{
    private readonly JsonElement _json;
    private readonly IReadOnlyList<string?>? _texts;

    public Items(JsonElement array) => (_json, Count) = (array, array.GetArrayLength());

    public Items(IReadOnlyList<string?> texts) => (_texts, Count) = (texts, texts.Count);

    public int Count { get; }

    public string Shown => JsonPiece.Shorten(
        _texts is null ? $"[{string.Join(", ", _json.EnumerateArray().Take(100).Select(JsonPiece.Compact))}]" : $"[{string.Join(", ", _texts)}]");

    public string Typed => _texts is null ? $"{JsonPiece.Compact(_json)} (Array)" : Shown;

    public bool IsEqualTo(in Items other) => _texts is null || other._texts is null
        ? JsonPiece.AreEqual(_json, other._json)
        : _texts.Select(t => t ?? "").SequenceEqual(other._texts.Select(t => t ?? ""));
}

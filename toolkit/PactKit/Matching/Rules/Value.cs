using System.Text.Json;

namespace PactKit.Matching.Rules;

internal enum ValueKind
{
    Object,
    Array,
    Null,
    Boolean,
    Integer,
    Decimal,
    String,

    /// <summary>A value outside JSON: a path, a query or header value, a form field, text of an XML document.</summary>
    Text,
}

/// <summary>One value under comparison: a piece of JSON, or text from a place that knows nothing but text.</summary>
internal readonly struct Value
{
    private readonly JsonElement _json;
    private readonly string? _text;

    public Value(JsonElement json) => (_json, Kind) = (json, JsonPiece.KindOf(json));

    public Value(string text) => (_text, Kind) = (text, ValueKind.Text);

    public ValueKind Kind { get; }

    public bool IsText => Kind == ValueKind.Text;

    public bool IsContainer => Kind is ValueKind.Object or ValueKind.Array;

    /// <summary>Items of a list.</summary>
    public int CountOfItems => _json.GetArrayLength();

    /// <summary>Different keys of a map.</summary>
    public int CountOfKeys => JsonPiece.Entries(_json).Count;

    /// <summary>What a rule about text looks at: the string itself, else the JSON text.</summary>
    public string Content => _text ?? JsonPiece.ContentOf(_json);

    /// <summary>For people: strings in single quotes, everything else as JSON.</summary>
    public string Shown => Kind is ValueKind.Text or ValueKind.String ? $"'{JsonPiece.Shorten(Content)}'" : JsonPiece.Compact(_json);

    /// <summary>For people, with the kind in brackets where kinds are known.</summary>
    public string Typed => IsText ? Shown : $"{Shown} ({Kind})";

    /// <summary>The same kind and the same value. Integer and Decimal are different kinds; decimals compare by exact value.</summary>
    public bool IsEqualTo(in Value other) =>
        Kind == other.Kind && (IsText ? _text == other._text : JsonPiece.AreEqual(_json, other._json));
}

using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PactKit.Matching.Rules;

/// <summary>What the engine needs to know of pieces of JSON: their kind by spelling, their text, and whether two are equal.</summary>
internal static class JsonPiece
{
    private const int LongestShown = 2000;

    private static readonly SearchValues<byte> DecimalMarks = SearchValues.Create(".eE"u8);

    /// <summary>A number is an Integer unless it is written with a fraction or an exponent.</summary>
    public static ValueKind KindOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ValueKind.Object,
        JsonValueKind.Array => ValueKind.Array,
        JsonValueKind.True or JsonValueKind.False => ValueKind.Boolean,
        JsonValueKind.String => ValueKind.String,
        JsonValueKind.Number => Raw(json).ContainsAny(DecimalMarks) ? ValueKind.Decimal : ValueKind.Integer,
        _ => ValueKind.Null,
    };

    /// <summary>The bytes as they are spelled in the document.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(json);

    /// <summary>A string's text; of anything else its JSON.</summary>
    public static string ContentOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? StringOf(json) : json.ValueKind == JsonValueKind.Undefined ? "null" : json.GetRawText();

    /// <summary>A string's text. Half a surrogate pair, which JSON can spell and .NET text cannot hold, becomes the replacement character.</summary>
    public static string StringOf(JsonElement json)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return LenientString.Decode(Raw(json)[1..^1]);
        }
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return LenientString.Decode(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    public static bool HasName(JsonProperty property, ReadOnlySpan<byte> utf8Name)
    {
        try
        {
            return property.NameEquals(utf8Name);
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetBytes(NameOf(property)).AsSpan().SequenceEqual(utf8Name);
        }
    }

    /// <summary>Without blanks and with sorted keys, so that equal documents look equal; cut where it gets too long to be read.</summary>
    public static string Compact(JsonElement json)
    {
        var text = new StringBuilder();
        Append(text, json);
        return Shorten(text.ToString());
    }

    public static string Shorten(string text) => text.Length <= LongestShown
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestShown)}… ({text.Length} characters)");

    /// <summary>Numbers of different kinds are different (1 and 1.0); keys may come in any order, and of equal keys the last one counts.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (Raw(left).SequenceEqual(Raw(right))) return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var kind = KindOf(left);
        if (kind != KindOf(right)) return false;
        return kind switch
        {
            ValueKind.Object => HaveEqualEntries(left, right),
            ValueKind.Array => HaveEqualItems(left, right),
            ValueKind.String => MayBeEqualUnescaped(left, right) && StringOf(left) == StringOf(right),
            ValueKind.Integer or ValueKind.Decimal => NumberText.SameValue(Raw(left), Raw(right)),
            _ => false,
        };
    }

    private static bool MayBeEqualUnescaped(JsonElement left, JsonElement right) => Raw(left).Contains((byte)'\\') || Raw(right).Contains((byte)'\\');

    private static bool HaveEqualItems(JsonElement left, JsonElement right) =>
        left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second));

    private static bool HaveEqualEntries(JsonElement left, JsonElement right)
    {
        var (first, second) = (Entries(left), Entries(right));
        return first.Count == second.Count && first.All(e => second.TryGetValue(e.Key, out var other) && AreEqual(e.Value, other));
    }

    /// <summary>The entries of a map; of equal keys the last one counts.</summary>
    public static Dictionary<string, JsonElement> Entries(JsonElement map)
    {
        var entries = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject()) entries[NameOf(property)] = property.Value;
        return entries;
    }

    private static void Append(StringBuilder text, JsonElement json)
    {
        if (text.Length > LongestShown * 2) return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var (name, value) in Entries(json).OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    if (text[^1] != '{') text.Append(',');
                    text.Append('"').Append(JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append("\":");
                    Append(text, value);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in json.EnumerateArray())
                {
                    if (text[^1] != '[') text.Append(',');
                    Append(text, item);
                    if (text.Length > LongestShown * 2) break;
                }

                text.Append(']');
                break;
            default:
                text.Append(json.ValueKind == JsonValueKind.Undefined ? "null" : json.GetRawText());
                break;
        }
    }
}

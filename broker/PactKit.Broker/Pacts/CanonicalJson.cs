using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PactKit.Broker.Pacts;

/// <summary>Compact JSON with the spelling of Ruby's generator: the text that hashes are taken over.</summary>
internal static class CanonicalJson
{
    /// <summary>Compact text with the keys of every object in byte order.</summary>
    public static string Sorted(JsonElement value, string? without = null)
    {
        var text = new StringBuilder();
        Write(text, value, sort: true, keepNumbers: false, without);
        return text.ToString();
    }

    public static string Compact(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value, sort: false, keepNumbers: false, null);
        return text.ToString();
    }

    /// <summary>Compact text in the given order, numbers as they were spelled: what is stored and given back.</summary>
    public static void Append(StringBuilder text, JsonElement value) => Write(text, value, sort: false, keepNumbers: true, null);

    public static void Append(StringBuilder text, string value) => WriteString(text, value);

    /// <summary>Members in order; of a repeated key the last value stands at the first place.</summary>
    public static IReadOnlyList<KeyValuePair<string, JsonElement>> Members(JsonElement value)
    {
        var places = new Dictionary<string, int>();
        var members = new List<KeyValuePair<string, JsonElement>>();
        foreach (var property in value.EnumerateObject())
        {
            if (places.TryGetValue(property.Name, out var place))
            {
                members[place] = new(property.Name, property.Value);
                continue;
            }

            places[property.Name] = members.Count;
            members.Add(new(property.Name, property.Value));
        }

        return members;
    }

#pragma warning disable CA5350 // The sha is an identifier of the field's, not a protection.
    public static string Sha1(string text) => Sha1(Encoding.UTF8.GetBytes(text));

    public static string Sha1(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350

    private static void Write(StringBuilder text, JsonElement value, bool sort, bool keepNumbers, string? without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, value, sort, keepNumbers, without);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    if (index > 0) text.Append(',');
                    Write(text, item, sort, keepNumbers, null);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(keepNumbers ? value.GetRawText() : RubyNumber.Format(value.GetRawText()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement value, bool sort, bool keepNumbers, string? without)
    {
        IEnumerable<KeyValuePair<string, JsonElement>> members = Members(value);
        if (sort) members = members.OrderBy(member => member.Key, ByteOrder.Comparer);
        text.Append('{');
        var first = true;
        foreach (var (name, member) in members)
        {
            if (name == without) continue;
            if (!first) text.Append(',');
            first = false;
            WriteString(text, name);
            text.Append(':');
            Write(text, member, sort, keepNumbers, null);
        }

        text.Append('}');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>The order of the UTF-8 bytes; that of UTF-16 differs above the basic plane.</summary>
    internal sealed class ByteOrder : IComparer<string>
    {
        public static readonly ByteOrder Comparer = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}

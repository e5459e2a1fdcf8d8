using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace PactKit.Model.Json;

/// <summary>Parses JSON the way a pact is read: a byte-order mark is skipped, of duplicate keys the last one counts, depth is limited.</summary>
internal static class JsonText
{
    /// <summary>Deepest nesting of a pact file. Bodies are compared to 512 levels and sit a few levels down in the file.</summary>
    public const int MaxDepth = 1000;

    /// <summary>Deepest nesting of a body that is written as JSON: a file with it can be read again.</summary>
    public const int MaxBodyDepth = 950;

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>A JSON string, or null.</summary>
    public static JsonElement Of(string? text) => JsonElement.Parse(JsonPrinter.CompactBytes(text));

    /// <summary>Parses; the error names line and column.</summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out string? error, int maxDepth = MaxDepth)
    {
        utf8 = WithoutMark(utf8);
        document = null;
        try
        {
            document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = maxDepth });
            error = JsonFault.OfText(utf8.Span);
            if (error is null) return true;
            document.Dispose();
            document = null;
        }
        catch (JsonException fault)
        {
            error = JsonFault.Of(fault, utf8.Span);
        }

        return false;
    }

    /// <summary>Parses a body; false where it is not JSON, or too deep to be written into a file.</summary>
    public static bool TryParseBody(ReadOnlyMemory<byte> utf8, out JsonElement json)
    {
        json = default;
        if (!TryParse(utf8, out var document, out _, MaxBodyDepth)) return false;
        using (document) json = document.RootElement.Clone();
        return true;
    }

    /// <summary>A member of an object; false where <paramref name="json"/> is no object or has no such member.</summary>
    public static bool TryMember(this JsonElement json, string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }

    /// <summary>The text of a string; of anything else its JSON text.</summary>
    public static string AsText(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined => JsonPrinter.Compact(json),
        _ => json.GetRawText(),
    };

    /// <summary>The text of a member that is a string, else null.</summary>
    public static string? TextMember(this JsonElement json, string name) =>
        json.TryMember(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The text of a member that is a string, a number or a boolean, else null.</summary>
    public static string? ScalarMember(this JsonElement json, string name) =>
        json.TryMember(name, out var value) && value.ValueKind is (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) ? value.AsText() : null;

    /// <summary>A member that is a whole number, or a text of one, and not negative; larger than an int is the largest int.</summary>
    public static int? CountMember(this JsonElement json, string name)
    {
        if (!json.TryMember(name, out var value) || value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count)) return count >= 0 ? count : null;
        return decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && decimal.IsInteger(number)
            ? (int)Math.Min(number, int.MaxValue)
            : null;
    }

    /// <summary>The members of an object by name, detached from the document; of duplicate names the last.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Members(this JsonElement json, Func<string, bool>? keep = null)
    {
        if (json.ValueKind != JsonValueKind.Object) return Empty.Members;
        var members = new MemberMap();
        foreach (var member in json.EnumerateObject())
            if (keep is null || keep(member.Name)) members.Add(member.Name, member.Value.Clone());
        return members.Count == 0 ? Empty.Members : members;
    }

    /// <summary>The items of an array, each read. A loop, since the framework's Select and ToArray have to be compiled for JsonElement when a process first uses them.</summary>
    public static T[] Items<T>(this JsonElement array, Func<JsonElement, T> read)
    {
        var items = new T[array.GetArrayLength()];
        var count = 0;
        foreach (var item in array.EnumerateArray()) items[count++] = read(item);
        return items;
    }

    /// <summary>"an object", "a string", …: for sentences.</summary>
    public static string Kind(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}

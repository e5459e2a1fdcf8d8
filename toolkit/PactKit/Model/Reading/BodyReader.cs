using System.Text;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads bodies: the raw JSON value of V1 to V3, and the object with <c>content</c> of V4.</summary>
internal static class BodyReader
{
    private static readonly string[] Known = ["content", "contentType", "encoded", "contentTypeHint"];

    /// <summary>V1 to V3. <paramref name="declared"/> is what the header or the message's metadata say, null where they say nothing.</summary>
    public static Body ReadRaw(JsonElement json, ContentType? declared)
    {
        if (json.ValueKind == JsonValueKind.Null) return Body.Null;
        if (json.ValueKind != JsonValueKind.String)
        {
            var bytes = JsonPrinter.CompactBytes(json);
            // A value is JSON even where its beginning does not look so, such as -1.
            return Body.Of(bytes, declared is null && !ContentType.Sniff(bytes).IsJson ? ContentType.Json : null);
        }

        var text = json.GetString()!;
        if (text.Length == 0) return Body.Empty;
        var raw = Encoding.UTF8.GetBytes(text);
        var type = declared ?? ContentType.Sniff(raw);
        if (type.IsJson) return Body.Of(IsTextOrObject(raw) ? raw : JsonPrinter.CompactBytes(json));
        return Body.Of(type.IsText || !TryBase64(text, strict: true, out var decoded) ? raw : decoded);
    }

    /// <summary>V4.</summary>
    public static Body Read(JsonElement json, ContentType? declared, Place place, ReadLog log)
    {
        if (json.ValueKind == JsonValueKind.Null) return Body.Null;
        if (!json.TryMember("content", out var content))
        {
            if (json.ValueKind == JsonValueKind.Object && json.EnumerateObject().All(m => Known.Contains(m.Name))) return Body.Missing;
            log.Warn(place, "expected an object with \"content\"; took the whole value as the body");
            return ReadRaw(json, declared);
        }

        var stored = ContentType.TryParse(json.TextMember("contentType"), out var parsed) ? parsed : null;
        var body = ReadContent(json, content, stored ?? declared, place, log);
        return body with { ContentType = stored, Hint = Hint(json.TextMember("contentTypeHint")) };
    }

    private static Body ReadContent(JsonElement json, JsonElement content, ContentType? type, Place place, ReadLog log)
    {
        if (content.ValueKind == JsonValueKind.Null) return Body.Null;
        var isText = content.ValueKind == JsonValueKind.String;
        if (isText && content.ValueEquals("")) return Body.Empty;
        var raw = isText ? Encoding.UTF8.GetBytes(content.GetString()!) : JsonPrinter.CompactBytes(content);
        if (!json.TryMember("encoded", out var encoded) || encoded.ValueKind is JsonValueKind.False or JsonValueKind.Null)
            return Body.Of(isText && type is { IsJson: true } ? JsonPrinter.CompactBytes(content) : raw);

        var encoding = encoded.AsText();
        if (encoding.Equals("JSON", StringComparison.OrdinalIgnoreCase)) return Body.Of(raw);
        if (!encoding.Equals("base64", StringComparison.OrdinalIgnoreCase))
            log.Warn(place.Field("encoded"), $"expected false, \"base64\" or \"JSON\" but found {encoding}; took the content as it is");
        else if (isText && TryBase64(content.GetString()!, strict: false, out var decoded))
            return Body.Of(decoded);
        else
            log.Warn(place.Field("content"), "expected base64; took the content as it is");
        return Body.Of(raw);
    }

    private static ContentTypeHint Hint(string? text) =>
        Enum.TryParse<ContentTypeHint>(text, ignoreCase: true, out var hint) && Enum.IsDefined(hint) ? hint : ContentTypeHint.Default;

    private static bool IsTextOrObject(byte[] raw)
    {
        if (!JsonText.TryParse(raw, out var document, out _)) return false;
        using (document) return document.RootElement.ValueKind is JsonValueKind.String or JsonValueKind.Object;
    }

    // Nothing marks base64 in the old versions, so text that merely comes close (it has line breaks, say) stays text.
    private static bool TryBase64(string text, bool strict, out byte[] bytes)
    {
        bytes = [];
        if (strict && text.AsSpan().IndexOfAny(" \t\r\n") >= 0) return false;
        var buffer = new byte[(text.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(text, buffer, out var written)) return false;
        bytes = buffer[..written];
        return true;
    }
}

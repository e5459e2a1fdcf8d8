using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PactKit.Model.Json;
using PactKit.Model.Reading;

namespace PactKit.Model.Writing;

/// <summary>Writes bodies: the raw JSON value of V1 to V3, and the object with <c>content</c> of V4.</summary>
internal static class BodyWriter
{
    private static readonly JsonElement NullValue = JsonElement.Parse("null");

    /// <summary>The V4 form, or null where nothing is to be said about the body.</summary>
    public static JsonMap? Write(Body body, ContentType? declared)
    {
        if (body.State == BodyState.Missing) return null;
        var map = new JsonMap().With("contentType", body.ContentType?.ToString());
        if (body.Hint != ContentTypeHint.Default) map["contentTypeHint"] = body.Hint == ContentTypeHint.Binary ? "BINARY" : "TEXT";
        if (body.State != BodyState.Present)
        {
            map["content"] = body.State == BodyState.Empty ? "" : null;
            return map;
        }

        var known = body.ContentType ?? declared;
        var type = known ?? ContentType.Sniff(body.Content.Span);
        var isJson = JsonText.TryParseBody(body.Content, out var json);
        // Something that only looked like JSON is text of no particular type.
        if (known is null && type.IsJson && !isJson) return Text(map, body.Content);
        if (!type.IsUnknown) map["contentType"] = type.ToString();
        if (type.IsJson && isJson && body.Hint != ContentTypeHint.Binary) return Json(map, json);
        var asText = body.Hint == ContentTypeHint.Text || (body.Hint == ContentTypeHint.Default && type.IsText && !type.IsJson);
        return asText && Utf8.IsValid(body.Content.Span) ? Text(map, body.Content) : Base64(map, body.Content);
    }

    /// <summary>
    /// The form of V1 to V3. Nothing marks what a text stands for there, so the form is chosen that is read back as the same bytes;
    /// where none is, <paramref name="warn"/> is told.
    /// </summary>
    public static object? WriteRaw(Body body, ContentType? declared, Action<string> warn)
    {
        if (body.State != BodyState.Present) return body.State == BodyState.Empty ? "" : NullValue;
        var type = body.ContentType ?? declared ?? ContentType.Sniff(body.Content.Span);
        var isJson = JsonText.TryParseBody(body.Content, out var json);
        if (isJson && type.IsJson && json.ValueKind != JsonValueKind.String) return json;

        object? text = Utf8.IsValid(body.Content.Span) ? Encoding.UTF8.GetString(body.Content.Span) : null;
        object? base64 = Convert.ToBase64String(body.Content.Span);
        object? value = isJson ? json : null;
        object?[] forms = type.IsJson ? [value, text] : type.IsText ? [text, value] : [base64, text, value];
        foreach (var form in forms)
            if (form is not null && ReadsBack(form, declared, body.Content.Span)) return form;
        warn($"the version cannot hold a body of type {type} with this content unchanged");
        return text ?? base64;
    }

    private static bool ReadsBack(object form, ContentType? declared, ReadOnlySpan<byte> content)
    {
        var json = form as JsonElement? ?? JsonSerializer.SerializeToElement((string)form);
        return BodyReader.ReadRaw(json, declared).Content.Span.SequenceEqual(content);
    }

    // An empty JSON string would read as no body at all, and null as the null state: those two go in as JSON text.
    private static JsonMap Json(JsonMap map, JsonElement json)
    {
        var ambiguous = json.ValueKind == JsonValueKind.Null || (json.ValueKind == JsonValueKind.String && json.ValueEquals(""));
        map["content"] = ambiguous ? json.GetRawText() : json;
        map["encoded"] = ambiguous ? "JSON" : false;
        return map;
    }

    private static JsonMap Text(JsonMap map, ReadOnlyMemory<byte> content)
    {
        map["content"] = Encoding.UTF8.GetString(content.Span);
        map["encoded"] = false;
        return map;
    }

    private static JsonMap Base64(JsonMap map, ReadOnlyMemory<byte> content)
    {
        map["content"] = Convert.ToBase64String(content.Span);
        map["encoded"] = "base64";
        return map;
    }
}

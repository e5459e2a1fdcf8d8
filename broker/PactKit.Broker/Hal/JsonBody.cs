using System.Text;
using System.Text.Json;

namespace PactKit.Broker.Hal;

/// <summary>Reads and checks a JSON body before the handler runs: media type, UTF-8, syntax, depth.</summary>
internal static class JsonBody
{
    public const string Key = "PactKit.Body";
    public const int MaxDepth = 50;

    /// <summary>
    /// The route takes a body of one of these media types; an empty body will do unless it is <paramref name="required"/>, but its type has
    /// to be said all the same, as to any Pact Broker; unless <c>""</c> is among the types.
    /// </summary>
    public static RouteHandlerBuilder ReadsJson(this RouteHandlerBuilder route, bool required = false, params string[] types) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var refusal = await ReadAsync(context.HttpContext, required, types.Length == 0 ? ["application/json"] : types);
            return refusal ?? await next(context);
        });

    /// <summary>Any media type with <c>json</c> in its name is fine.</summary>
    public static RouteHandlerBuilder ReadsAnyJson(this RouteHandlerBuilder route, bool required = false) => route.ReadsJson(required, "json");

    /// <summary>Parses JSON text; the message says where it breaks.</summary>
    public static (JsonElement Value, string? Error) Parse(ReadOnlyMemory<byte> utf8, int maxDepth = MaxDepth)
    {
        if (FirstInvalid(utf8.Span) is { } position) return (default, position);
        try
        {
            var value = Value(utf8, maxDepth);
            if (HasLoneSurrogate(utf8.Span) && !IsReadable(value)) return (default, "JSON - a string contains half of a surrogate pair");
            return (value, null);
        }
        catch (JsonException failure)
        {
            return (default, $"JSON - {failure.Message.Split(" Path:")[0]}");
        }
    }

    private static JsonElement Value(ReadOnlyMemory<byte> utf8, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Options(maxDepth));
            return document.RootElement.Clone();
        }
        catch (JsonException) when (OnlyEmptyArraysBelow(utf8.Span, maxDepth))
        {
            using var document = JsonDocument.Parse(utf8, Options(maxDepth + 1));
            return document.RootElement.Clone();
        }
    }

    private static JsonDocumentOptions Options(int maxDepth) => new() { MaxDepth = maxDepth, CommentHandling = JsonCommentHandling.Skip };

    private static async Task<IResult?> ReadAsync(HttpContext context, bool required, string[] types)
    {
        var request = context.Request;
        var contentType = request.ContentType?.Split(';')[0].Trim() ?? "";
        var isJson = contentType.Contains("json", StringComparison.OrdinalIgnoreCase);
        var bytes = await BytesAsync(context);
        JsonElement body = default;
        if (isJson && (required || bytes.Length > 0))
        {
            if (bytes.Length == 0) return Errors.Malformed("JSON - the request needs a body, and this one is empty");
            (body, var error) = Parse(bytes, context.RequestServices.GetRequiredService<BrokerSettings>().Limits.JsonDepth);
            if (error is not null) return Errors.Malformed(error);
            if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                return Errors.Malformed($"JSON - expected an object, found {body.ValueKind.ToString().ToLowerInvariant()}");
        }

        var accepted = types is ["json"] ? isJson : types.Contains(contentType, StringComparer.OrdinalIgnoreCase);
        if (!accepted || (contentType.Length == 0 && bytes.Length > 0)) return Errors.WrongMediaType();
        if (body.ValueKind == JsonValueKind.Array) return Errors.Malformed("JSON - expected an object, found an array");
        context.Items[Key] = body;
        return null;
    }

    private static async Task<byte[]> BytesAsync(HttpContext context)
    {
        if (context.Request.ContentLength is 0) return [];
        // The length is only a claim: no more than a megabyte is set aside before the bytes are there.
        using var buffer = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 256, 1 << 20));
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.Capacity == buffer.Length ? buffer.GetBuffer() : buffer.ToArray();
    }

    /// <summary>The brokers of the field do not count an empty array as a level of its own.</summary>
    private static bool OnlyEmptyArraysBelow(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth + 1, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > maxDepth || (reader.CurrentDepth == maxDepth && reader.TokenType == JsonTokenType.StartObject)) return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return true;
    }

    private static string? FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8)) return null;
        var characters = new StringBuilder();
        var position = 1;
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            characters.Append(rune.ToString());
            if (characters.Length > 200) characters.Remove(0, characters.Length - 100);
            utf8 = utf8[length..];
            position++;
        }

        var preceding = characters.ToString();
        return $"The body is not valid UTF-8: the character at position {position} cannot be read. It follows '{preceding[^Math.Min(100, preceding.Length)..]}'.";
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> utf8) => utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0;

    private static bool IsReadable(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(p => p.Name is not null && IsReadable(p.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsReadable),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

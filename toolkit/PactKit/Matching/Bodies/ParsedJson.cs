using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Matching.Bodies;

/// <summary>A body read as JSON, or the reason why it cannot be.</summary>
internal sealed class ParsedJson : IDisposable
{
    private readonly JsonDocument? _document;

    private ParsedJson(JsonDocument? document, string? error) => (_document, Error) = (document, error);

    public string? Error { get; }

    public JsonElement Root => _document?.RootElement ?? default;

    public static ParsedJson Read(ReadOnlyMemory<byte> content, ContentType type, MatchingOptions options)
    {
        if (!BodyText.TryUtf8(content, type, out var utf8, out var error)) return new ParsedJson(null, error);
        try
        {
            return new ParsedJson(JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = options.MaxDepth }), null);
        }
        catch (JsonException e)
        {
            return new ParsedJson(null, IsTooDeep(utf8.Span, options.MaxDepth) ? TooDeep(options.MaxDepth) : JsonFault.Of(e, utf8.Span));
        }
    }

    public void Dispose() => _document?.Dispose();

    private static string TooDeep(int limit) =>
        $"it is nested deeper than {limit} levels, which is the most that is compared ({nameof(MatchingOptions)}.{nameof(MatchingOptions.MaxDepth)})";

    // The reader gives both kinds of error the same type.
    private static bool IsTooDeep(ReadOnlySpan<byte> utf8, int limit)
    {
        var (depth, inString) = (0, false);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '"') inString = !inString;
            else if (inString && utf8[i] == '\\') i++;
            else if (!inString && utf8[i] is (byte)'[' or (byte)'{') depth++;
            else if (!inString && utf8[i] is (byte)']' or (byte)'}') depth--;
            if (depth > limit) return true;
        }

        return false;
    }
}

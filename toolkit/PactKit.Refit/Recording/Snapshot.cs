using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Recording;

/// <summary>A request as one document, so that two of them can be compared place by place.</summary>
internal static class Snapshot
{
    public const string Json = "json";

    public const string Form = "form";

    public const string Multipart = "multipart";

    public const string Text = "text";

    public const string Bytes = "bytes";

    public static JsonObject Of(RecordedRequest recorded)
    {
        var request = recorded.Request;
        var headers = request.Headers.Where(header => !IsOfBody(header.Key)).OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["query"] = Lists(request.Query),
            ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)List(header.Value)))),
            ["body"] = BodyOf(recorded),
        };
    }

    /// <summary>Headers that follow from the body.</summary>
    public static bool IsOfBody(string name) =>
        name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    public static JsonObject OfContent(ReadOnlyMemory<byte> content, ContentType? type)
    {
        if (type?.IsForm == true) return new JsonObject { [Form] = Lists(QueryString.Parse(Encoding.UTF8.GetString(content.Span))) };
        if (type?.IsJson == true && Parse(content) is { } json) return new JsonObject { [Json] = json.Value };
        return type?.IsText == true
            ? new JsonObject { [Text] = Encoding.UTF8.GetString(content.Span) }
            : new JsonObject { [Bytes] = Convert.ToBase64String(content.Span) };
    }

    private static JsonObject? BodyOf(RecordedRequest recorded)
    {
        if (recorded.Request.Body.State != BodyState.Present) return null;
        if (recorded.Parts is { } parts) return new JsonObject { [Multipart] = new JsonArray([.. parts.Select(Part)]) };
        _ = ContentType.TryParse(recorded.ContentType, out var type);
        return OfContent(recorded.Request.Body.Content, type);
    }

    private static JsonNode Part(RecordedPart part)
    {
        var node = OfContent(part.Content, part.ContentType);
        node["name"] = part.Name;
        return node;
    }

    private static JsonObject Lists(IReadOnlyDictionary<string, IReadOnlyList<string?>> named) =>
        new(named.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)List(pair.Value))));

    private static JsonArray List(IEnumerable<string?> values) => new([.. values.Select(value => (JsonNode?)value)]);

    private static (JsonNode? Value, bool IsJson)? Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return (JsonNode.Parse(content.Span), true);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

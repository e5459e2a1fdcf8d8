using System.Text.Json;

namespace PactKit.Model;

/// <summary>What a part's body is: the type stored with it, else what the header or metadata says, else what the bytes look like, else unknown.</summary>
internal static class PartContentType
{
    public static ContentType ContentType(this Request request) => Of(request.Body, Declared(request.Headers));

    public static ContentType ContentType(this Response response) => Of(response.Body, Declared(response.Headers));

    public static ContentType ContentType(this MessageContents message) => Of(message.Contents, Declared(message.Metadata));

    /// <summary>What the first Content-Type header says, or null.</summary>
    public static ContentType? Declared(IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        var values = headers.TryGetValue("Content-Type", out var exact) ? exact : OtherCase(headers);
        return values is [var first, ..] && Model.ContentType.TryParse(first, out var type) ? type : null;
    }

    private static IReadOnlyList<string>? OtherCase(IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        foreach (var (name, values) in headers)
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) return values;
        return null;
    }

    /// <summary>What the metadata entry <c>contentType</c> or <c>content-type</c> (any case) says, or null.</summary>
    public static ContentType? Declared(IReadOnlyDictionary<string, JsonElement> metadata)
    {
        foreach (var (name, value) in metadata)
        {
            var isType = name.Equals("contentType", StringComparison.OrdinalIgnoreCase) || name.Equals("content-type", StringComparison.OrdinalIgnoreCase);
            if (isType && value.ValueKind == JsonValueKind.String && Model.ContentType.TryParse(value.GetString(), out var type)) return type;
        }

        return null;
    }

    private static ContentType Of(Body body, ContentType? declared) =>
        body.ContentType ?? declared ?? (body.State == BodyState.Present ? Model.ContentType.Sniff(body.Content.Span) : Model.ContentType.Unknown);
}

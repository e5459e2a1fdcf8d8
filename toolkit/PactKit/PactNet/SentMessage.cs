using System.Text;
using System.Text.Json;
using PactKit.Model;

namespace PactNet;

/// <summary>Makes a message from what users hand over: texts and bytes as they are where the content type is not JSON, everything else as JSON.</summary>
internal static class SentMessage
{
    private const string ContentTypeKey = "contentType";

    public static MessageContents Of(object? content, IReadOnlyDictionary<string, string> metadata, JsonSerializerOptions settings) =>
        Of(content, metadata.ToDictionary(entry => entry.Key, entry => JsonSerializer.SerializeToElement(entry.Value)), settings);

    public static MessageContents Of(object? content, Dictionary<string, JsonElement> metadata, JsonSerializerOptions settings)
    {
        metadata.TryAdd(ContentTypeKey, JsonSerializer.SerializeToElement(Bodies.Json));
        var stated = metadata[ContentTypeKey] is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        var type = ContentType.TryParse(stated, out var parsed) ? parsed : ContentType.Json;
        return new MessageContents { Contents = Body.Of(Bytes(content, type, settings), type), Metadata = metadata };
    }

    private static ReadOnlyMemory<byte> Bytes(object? content, ContentType type, JsonSerializerOptions settings) => content switch
    {
        string text when !type.IsJson => Encoding.UTF8.GetBytes(text),
        byte[] bytes when !type.IsJson => bytes,
        ReadOnlyMemory<byte> bytes when !type.IsJson => bytes,
        _ => JsonSerializer.SerializeToUtf8Bytes(content, content?.GetType() ?? typeof(object), settings),
    };
}

using System.Text;
using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>The example of a message, as the consumer's handler takes it.</summary>
internal static class MessageExample
{
    /// <exception cref="JsonException">The example cannot be read as a <typeparamref name="T"/>.</exception>
    public static T As<T>(MessageContents message, JsonSerializerOptions options)
    {
        var content = message.Contents.Content;
        // What is no JSON, or was made by a plugin, the handler takes as it is.
        if (message.Contents.Kind is null && message.Contents.ContentType is null or { IsJson: true }) return JsonSerializer.Deserialize<T>(content.Span, options)!;
        if (typeof(T) == typeof(byte[])) return (T)(object)content.ToArray();
        return typeof(T) == typeof(string) ? (T)(object)Encoding.UTF8.GetString(content.Span) : JsonSerializer.Deserialize<T>(content.Span, options)!;
    }
}

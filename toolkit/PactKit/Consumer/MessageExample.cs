using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>The example of a message, as the consumer's handler takes it.</summary>
internal static class MessageExample
{
    public static T As<T>(MessageContents message, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T>(message.Contents.Content.Span, options)!;
}

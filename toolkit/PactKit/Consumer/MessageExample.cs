using System.Text.Json;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>The example of a message, as the consumer's handler takes it.</summary>
internal static class MessageExample
{
    public static T As<T>(AsynchronousMessage message, JsonSerializerOptions options)
    {
        var example = new ConsumerMode(TimeProvider.System, null).Apply(message.Contents);
        return JsonSerializer.Deserialize<T>(example.Contents.Content.Span, options)!;
    }
}

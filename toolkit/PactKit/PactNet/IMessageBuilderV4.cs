using System.Text.Json;

namespace PactNet;

/// <summary>Says what the consumer receives (specification version 4).</summary>
public interface IMessageBuilderV4 : PactKit.IMessagePart
{
    /// <summary>Adds a state the provider has to be in. Call it again for more.</summary>
    IMessageBuilderV4 Given(string providerState);

    /// <summary>Adds a state with parameters. A value that is JSON (a number, true, an object) is stored as that.</summary>
    IMessageBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>Metadata of the message, such as a topic or a routing key. The same key again replaces the value.</summary>
    IMessageBuilderV4 WithMetadata(string key, string value);

    /// <summary>
    /// The content as JSON, which may hold matchers anywhere. The settings given here are those the example is read back with.
    /// </summary>
    IConfiguredMessageVerifier WithJsonContent(dynamic? body);

    /// <inheritdoc cref="WithJsonContent(dynamic)"/>
    IConfiguredMessageVerifier WithJsonContent(dynamic? body, JsonSerializerOptions settings);
}

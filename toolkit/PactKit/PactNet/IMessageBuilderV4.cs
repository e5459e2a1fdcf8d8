using System.Text.Json;

namespace PactNet;

/// <summary>Says what the consumer receives (specification version 4).</summary>
public interface IMessageBuilderV4
{
    /// <summary>Adds a state the provider has to be in. Call it again for more.</summary>
    IMessageBuilderV4 Given(string providerState);

    /// <summary>Adds a state with parameters. A value that is JSON (a number, true, an object) is stored as that.</summary>
    IMessageBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>Metadata of the message, such as a topic or a routing key.</summary>
    IMessageBuilderV4 WithMetadata(string key, string value);

    /// <summary>The content, which may hold matchers anywhere.</summary>
    IConfiguredMessageVerifier WithJsonContent(dynamic? body);

    /// <inheritdoc cref="WithJsonContent(dynamic)"/>
    IConfiguredMessageVerifier WithJsonContent(dynamic? body, JsonSerializerOptions settings);
}

using System.Text.Json;

namespace PactNet.Verifier.Messaging;

/// <summary>Says what one message carries.</summary>
public interface IMessageScenarioBuilder
{
    /// <summary>Metadata: an object or a dictionary.</summary>
    IMessageScenarioBuilder WithMetadata(dynamic metadata);

    /// <summary>The content; the factory is called after the provider state is set.</summary>
    void WithContent(Func<dynamic> factory);

    /// <inheritdoc cref="WithContent(Func{dynamic})"/>
    void WithContent(Func<dynamic> factory, JsonSerializerOptions settings);

    /// <summary>The content; the factory is called, and awaited, after the provider state is set.</summary>
    Task WithContentAsync(Func<Task<dynamic>> factory);

    /// <inheritdoc cref="WithContentAsync(Func{Task{dynamic}})"/>
    Task WithContentAsync(Func<Task<dynamic>> factory, JsonSerializerOptions settings);
}

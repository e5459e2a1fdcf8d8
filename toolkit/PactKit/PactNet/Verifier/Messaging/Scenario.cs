using System.Text.Json;
using PactKit.Model;

namespace PactNet.Verifier.Messaging;

/// <summary>One message a provider can send.</summary>
public class Scenario
{
    private readonly Func<MessageContents?, JsonSerializerOptions, Task<object?>> _factory;

    /// <param name="description">The description in the pact.</param>
    /// <param name="factory">Makes the content; called after the provider state is set.</param>
    /// <exception cref="ArgumentException">The description is blank or there is no factory.</exception>
    public Scenario(string description, Func<dynamic> factory) : this(description, factory, null, null!) { }

    /// <inheritdoc cref="Scenario(string, Func{dynamic})"/>
    public Scenario(string description, Func<dynamic> factory, dynamic? metadata, JsonSerializerOptions settings)
        : this(description, Synchronous(factory), (object?)metadata, settings) { }

    internal Scenario(string description, Func<Task<object?>> factory, object? metadata, JsonSerializerOptions? settings)
        : this(description, (_, _) => factory(), settings) => Metadata = metadata!;

    /// <summary>One that answers a request; the factory gets it, or null where the pact asks nothing.</summary>
    internal Scenario(string description, Func<MessageContents?, JsonSerializerOptions, Task<object?>> factory, JsonSerializerOptions? settings)
    {
        Description = Argument.NotBlank(description, nameof(description));
        _factory = factory;
        Metadata = null!;
        JsonSettings = settings!;
    }

    /// <summary>The description in the pact.</summary>
    public string Description { get; }

    /// <summary>Metadata of the message, or null.</summary>
    public dynamic Metadata { get; }

    /// <summary>Serialiser settings of this message, or null for those of the verifier.</summary>
    public JsonSerializerOptions JsonSettings { get; }

    /// <summary>Makes the content. It blocks while an asynchronous factory runs; the verifier itself awaits it.</summary>
    public dynamic Invoke() => InvokeAsync(null, JsonSettings ?? JsonSerializerOptions.Default).GetAwaiter().GetResult()!;

    internal Task<object?> InvokeAsync(MessageContents? request, JsonSerializerOptions settings) => _factory(request, settings);

    private static Func<Task<object?>> Synchronous(Func<dynamic> factory)
    {
        Argument.NotNull(factory, nameof(factory));
        return () => Task.FromResult((object?)factory());
    }
}

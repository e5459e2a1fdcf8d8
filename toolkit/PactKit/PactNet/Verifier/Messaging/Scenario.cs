using System.Text.Json;

namespace PactNet.Verifier.Messaging;

/// <summary>One message a provider can send.</summary>
public class Scenario
{
    private readonly Func<object?> _factory;

    /// <exception cref="ArgumentException">The description is blank or there is no factory.</exception>
    public Scenario(string description, Func<dynamic> factory) : this(description, factory, null, null) { }

    /// <exception cref="ArgumentException">The description is blank or there is no factory.</exception>
    public Scenario(string description, Func<dynamic> factory, dynamic? metadata, JsonSerializerOptions? settings)
    {
        if (string.IsNullOrWhiteSpace(description)) throw new ArgumentException("A scenario needs the description of its message.", nameof(description));
        ArgumentNullException.ThrowIfNull(factory);
        Description = description;
        _factory = factory;
        Metadata = (object?)metadata!;
        JsonSettings = settings!;
    }

    /// <summary>The description in the pact.</summary>
    public string Description { get; }

    /// <summary>Metadata of the message, or null.</summary>
    public dynamic Metadata { get; }

    /// <summary>Serialiser settings of this message, or null for those of the verifier.</summary>
    public JsonSerializerOptions JsonSettings { get; }

    /// <summary>Makes the content. For an asynchronous factory it blocks; the verifier itself awaits it.</summary>
    public dynamic Invoke() => InvokeAsync().GetAwaiter().GetResult()!;

    internal virtual Task<object?> InvokeAsync() => Task.FromResult(_factory());
}

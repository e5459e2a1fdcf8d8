using PactKit.Binding;

namespace PactKit;

/// <summary>
/// The messages a provider sends, each made by C# code. A producer is any method or lambda: services come from the application's container, the
/// <see cref="Model.Interaction"/> and a CancellationToken where it asks for them, and the parameters of the pact's provider states by name. The
/// producer of a synchronous message gets what asks in a parameter named <c>request</c>, converted from JSON to its type. What it returns is the content, written as the application writes JSON; a <see cref="Model.MessageContents"/> has its own bytes and metadata.
/// </summary>
/// <example><code>messages.Add("a user was created", (UserEvents events) => events.Created(new User(1)));</code></example>
public sealed class ProviderMessages
{
    private readonly Dictionary<string, (Handler Producer, object? Metadata)> _producers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a message.</summary>
    /// <param name="description">Its description in the pact; upper and lower case are the same.</param>
    /// <param name="producer">Makes it, after the provider states are set.</param>
    /// <param name="metadata">An object whose members are the message's metadata; null for none but the content type.</param>
    /// <exception cref="ArgumentException">The description has a producer already.</exception>
    public ProviderMessages Add(string description, Delegate producer, object? metadata = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(producer);
        if (!_producers.TryAdd(description, (Handler.Of(producer), metadata)))
            throw new ArgumentException($"The message '{description}' has a producer already.", nameof(description));
        return this;
    }

    internal IEnumerable<(string Description, Handler Producer, object? Metadata)> All =>
        _producers.Select(known => (known.Key, known.Value.Producer, known.Value.Metadata));
}

using PactKit.Model;

namespace PactKit.Verifier.Messages;

/// <summary>Makes messages by C# code, found by the description (ignoring case). No port, no listener.</summary>
public sealed class MessageProducers : IMessageSource
{
    private readonly Dictionary<string, Func<Interaction, CancellationToken, Task<MessageContents>>> _producers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a message.</summary>
    /// <exception cref="ArgumentException">The description has a producer already.</exception>
    public MessageProducers Add(string description, Func<Interaction, CancellationToken, Task<MessageContents>> producer)
    {
        if (!_producers.TryAdd(description, producer)) throw new ArgumentException($"The message '{description}' has a producer already.", nameof(description));
        return this;
    }

    public async Task<MessageResult> ProduceAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if (!_producers.TryGetValue(interaction.Description, out var producer)) return new MessageResult(null, Unknown(interaction.Description));
        try
        {
            return new MessageResult(await producer(interaction, cancellationToken), null);
        }
#pragma warning disable CA1031 // Whatever a producer throws fails the interaction, not the run.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new MessageResult(null, $"The factory of the message '{interaction.Description}' failed: {failure.GetType().Name}: {failure.Message}");
        }
#pragma warning restore CA1031
    }

    private string Unknown(string description)
    {
        var known = _producers.Count == 0 ? "there are none" : $"known are {string.Join(", ", _producers.Keys.Select(name => $"'{name}'"))}";
        return $"No scenario makes the message '{description}': {known}.";
    }
}

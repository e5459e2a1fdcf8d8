using PactKit.Consumer;
using PactNet;

namespace PactKit;

/// <summary>Builds the synchronous messages of a version 4 pact.</summary>
public sealed class SynchronousMessagePactBuilder
{
    private readonly MessageRound _round;

    internal SynchronousMessagePactBuilder(MessageRound round) => _round = round;

    /// <summary>Adds a message that asks.</summary>
    /// <param name="description">Says what is asked; with the provider states it names the message.</param>
    public SynchronousMessageBuilder ExpectsToReceive(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return new SynchronousMessageBuilder(new SynchronousMessageDraft(description), _round);
    }

    /// <summary>Adds an entry to the pact file's own metadata, under <c>metadata.{namespace}.{name}</c>.</summary>
    public SynchronousMessagePactBuilder WithPactMetadata(string @namespace, string name, string value)
    {
        _round.AddMetadata(@namespace, name, value);
        return this;
    }
}

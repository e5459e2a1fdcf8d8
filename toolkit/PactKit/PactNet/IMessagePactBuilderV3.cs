namespace PactNet;

/// <summary>Builds the messages of a version 3 pact.</summary>
public interface IMessagePactBuilderV3
{
    /// <summary>Adds a message.</summary>
    /// <param name="description">Says what is received; with the provider states it names the message.</param>
    IMessageBuilderV3 ExpectsToReceive(string description);

    /// <summary>Adds an entry to the pact file's own metadata, under <c>metadata.{namespace}.{name}</c>.</summary>
    IMessagePactBuilderV3 WithPactMetadata(string @namespace, string name, string value);
}

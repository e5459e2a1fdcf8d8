namespace PactNet;

internal sealed class MessagePactBuilderV3(MessageRound round) : IMessagePactBuilderV3
{
    public IMessageBuilderV3 ExpectsToReceive(string description) => new MessageBuilderV3(round.Draft(description), round);

    public IMessagePactBuilderV3 WithPactMetadata(string @namespace, string name, string value)
    {
        round.AddMetadata(@namespace, name, value);
        return this;
    }
}

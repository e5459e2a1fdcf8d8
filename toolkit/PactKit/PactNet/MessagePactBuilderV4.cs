namespace PactNet;

internal sealed class MessagePactBuilderV4(MessageRound round) : IMessagePactBuilderV4
{
    public IMessageBuilderV4 ExpectsToReceive(string description) => new MessageBuilderV4(MessageRound.Draft(description), round);

    public IMessagePactBuilderV4 WithPactMetadata(string @namespace, string name, string value)
    {
        round.AddMetadata(@namespace, name, value);
        return this;
    }
}

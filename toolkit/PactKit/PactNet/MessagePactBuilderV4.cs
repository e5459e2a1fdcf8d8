namespace PactNet;

internal sealed class MessagePactBuilderV4(MessageRound round) : IMessagePactBuilderV4
{
    public MessageRound Round { get; } = round;

    public IMessageBuilderV4 ExpectsToReceive(string description) => new MessageBuilderV4(Round.Draft(description), Round);

    public IMessagePactBuilderV4 WithPactMetadata(string @namespace, string name, string value)
    {
        Round.AddMetadata(@namespace, name, value);
        return this;
    }
}

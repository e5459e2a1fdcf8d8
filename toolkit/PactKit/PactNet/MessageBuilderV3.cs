using PactKit.Consumer;

namespace PactNet;

internal sealed class MessageBuilderV3(MessageDraft draft, MessageRound round) : MessageBuilder<IMessageBuilderV3>(draft, round), IMessageBuilderV3
{
    protected override IMessageBuilderV3 Self => this;
}

using PactKit.Consumer;

namespace PactNet;

internal sealed class MessageBuilderV4(MessageDraft draft, MessageRound round) : MessageBuilder<IMessageBuilderV4>(draft, round), IMessageBuilderV4
{
    protected override IMessageBuilderV4 Self => this;
}

namespace PactKit.Model;

/// <summary>V4 type "Synchronous/Messages": one message asks, any number of messages answer.</summary>
public sealed record SynchronousMessage : Interaction
{
    public required MessageContents Request { get; init; }

    public IReadOnlyList<MessageContents> Response { get; init; } = [];
}

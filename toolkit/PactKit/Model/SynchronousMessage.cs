namespace PactKit.Model;

/// <summary>V4 type "Synchronous/Messages": one message asks, any number of messages answer.</summary>
public sealed record SynchronousMessage : Interaction
{
    /// <summary>The message that asks.</summary>
    public required MessageContents Request { get; init; }

    /// <summary>The messages that answer, in order; none where nothing is answered.</summary>
    public IReadOnlyList<MessageContents> Response { get; init; } = [];
}

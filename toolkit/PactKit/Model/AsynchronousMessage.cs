namespace PactKit.Model;

/// <summary>V4 type "Asynchronous/Messages", and an entry of a V3 file's <c>messages</c>: the provider sends, the consumer receives.</summary>
public sealed record AsynchronousMessage : Interaction
{
    /// <summary>What the consumer receives.</summary>
    public required MessageContents Contents { get; init; }
}

namespace PactKit.Model;

/// <summary>V4 type "Synchronous/HTTP", and every interaction of the older versions that is not a message.</summary>
public sealed record HttpInteraction : Interaction
{
    /// <summary>What the consumer sends.</summary>
    public required Request Request { get; init; }

    /// <summary>What the provider answers.</summary>
    public required Response Response { get; init; }
}

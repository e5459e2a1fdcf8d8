namespace PactKit.Model;

/// <summary>V4 type "Synchronous/HTTP", and every interaction of the older versions that is not a message.</summary>
public sealed record HttpInteraction : Interaction
{
    public required Request Request { get; init; }

    public required Response Response { get; init; }
}

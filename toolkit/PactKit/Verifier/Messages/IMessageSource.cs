using PactKit.Model;

namespace PactKit.Verifier.Messages;

/// <summary>Makes the messages of a provider: in the process (<see cref="MessageProducers"/>) or over HTTP (<see cref="MessageEndpoint"/>).</summary>
public interface IMessageSource
{
    /// <summary>Makes the message with this description. Called after the provider states are set. Failures are values.</summary>
    /// <param name="interaction">An asynchronous or a synchronous message; of the latter the request is what asks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<MessageResult> ProduceAsync(Interaction interaction, CancellationToken cancellationToken);
}

/// <summary>A message, or why there is none.</summary>
/// <param name="Message">The message, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
public sealed record MessageResult(MessageContents? Message, string? Error);

namespace PactNet;

/// <summary>Hands the example message to the consumer's handler and writes the pact file when the handler takes it.</summary>
public interface IConfiguredMessageVerifier
{
    /// <summary>Deserialises the example as <typeparamref name="T"/> and calls the handler.</summary>
    /// <exception cref="Exceptions.PactMessageConsumerVerificationException">Anything failed; the cause is inside. No file is written.</exception>
    void Verify<T>(Action<T> handler);

    /// <inheritdoc cref="Verify"/>
    Task VerifyAsync<T>(Func<T, Task> handler);
}

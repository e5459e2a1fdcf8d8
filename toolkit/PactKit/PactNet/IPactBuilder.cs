namespace PactNet;

/// <summary>Collects interactions, then checks that the consumer makes exactly these requests.</summary>
public interface IPactBuilder
{
    /// <summary>
    /// Starts the mock server, runs the consumer, and writes the pact file when every interaction was requested and nothing else was.
    /// </summary>
    /// <param name="interact">Calls the consumer's code against the mock server.</param>
    /// <exception cref="ArgumentException">There is no callback.</exception>
    /// <exception cref="InvalidOperationException">The server could not listen, or the file could not be written.</exception>
    /// <exception cref="Exceptions.PactFailureException">Requests were missing, different or unexpected; the message says which. No file is written.</exception>
    void Verify(Action<IConsumerContext> interact);

    /// <inheritdoc cref="Verify"/>
    Task VerifyAsync(Func<IConsumerContext, Task> interact);
}

/// <summary>Builds the interactions of a version 2 pact.</summary>
public interface IPactBuilderV2 : IPactBuilder
{
    /// <summary>Adds an interaction.</summary>
    /// <param name="description">Says what is requested; with the provider states it names the interaction.</param>
    IRequestBuilderV2 UponReceiving(string description);
}

/// <summary>Builds the interactions of a version 3 pact.</summary>
public interface IPactBuilderV3 : IPactBuilder
{
    /// <inheritdoc cref="IPactBuilderV2.UponReceiving"/>
    IRequestBuilderV3 UponReceiving(string description);
}

/// <summary>Builds the interactions of a version 4 pact.</summary>
public interface IPactBuilderV4 : IPactBuilder
{
    /// <inheritdoc cref="IPactBuilderV2.UponReceiving"/>
    IRequestBuilderV4 UponReceiving(string description);
}

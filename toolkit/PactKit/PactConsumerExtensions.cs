using PactKit.Consumer;
using PactKit.MockServer;
using PactKit.Model;
using PactNet;

namespace PactKit;

/// <summary>What this engine offers beyond PactNet's consumer side: a mock server in memory, over TLS, for browsers.</summary>
public static class PactConsumerExtensions
{
    /// <summary>
    /// HTTP interactions without a port: the consumer's HttpClient is made by <see cref="CreateClient"/>, or gets the handler of
    /// <see cref="CreateHandler"/>. Everything else is as with a port.
    /// </summary>
    public static IPactBuilderV2 WithHttpInteractionsInMemory(this IPactV2 pact) => new PactBuilderV2(InMemory(pact, PactSpecification.V2));

    /// <inheritdoc cref="WithHttpInteractionsInMemory(IPactV2)"/>
    public static IPactBuilderV3 WithHttpInteractionsInMemory(this IPactV3 pact) => new PactBuilderV3(InMemory(pact, PactSpecification.V3));

    /// <inheritdoc cref="WithHttpInteractionsInMemory(IPactV2)"/>
    public static IPactBuilderV4 WithHttpInteractionsInMemory(this IPactV4 pact) => new PactBuilderV4(InMemory(pact, PactSpecification.V4));

    /// <summary>HTTP interactions on a port, with options PactNet does not have: TLS, answers to a browser's preflight.</summary>
    public static IPactBuilderV2 WithHttpInteractions(this IPactV2 pact, MockServerOptions options) =>
        new PactBuilderV2(Round(pact, PactSpecification.V2, options, inMemory: false));

    /// <inheritdoc cref="WithHttpInteractions(IPactV2, MockServerOptions)"/>
    public static IPactBuilderV3 WithHttpInteractions(this IPactV3 pact, MockServerOptions options) =>
        new PactBuilderV3(Round(pact, PactSpecification.V3, options, inMemory: false));

    /// <inheritdoc cref="WithHttpInteractions(IPactV2, MockServerOptions)"/>
    public static IPactBuilderV4 WithHttpInteractions(this IPactV4 pact, MockServerOptions options) =>
        new PactBuilderV4(Round(pact, PactSpecification.V4, options, inMemory: false));

    /// <summary>A client of the mock server, with its base address set. It trusts the certificate a TLS mock server made for itself.</summary>
    public static HttpClient CreateClient(this IConsumerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new HttpClient(context.CreateHandler()) { BaseAddress = context.MockServerUri };
    }

    /// <summary>A handler that reaches the mock server, to be put below a client of your own (Refit's, for example).</summary>
    public static HttpMessageHandler CreateHandler(this IConsumerContext context) =>
        context is ConsumerContext own ? own.Server.CreateHandler() : new SocketsHttpHandler();

    private static HttpRound InMemory(IPact pact, PactSpecification specification) =>
        Round(pact, specification, MockServerOptions.Default, inMemory: true);

    private static HttpRound Round(IPact pact, PactSpecification specification, MockServerOptions options, bool inMemory)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = PactExtensions.Settings(pact, specification) with { Server = options, InMemory = inMemory };
        return new HttpRound(new HttpConsumerTest(settings), pact.Config);
    }
}

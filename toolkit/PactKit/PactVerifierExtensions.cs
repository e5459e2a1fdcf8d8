using PactKit.Verifier;
using PactKit.Verifier.States;
using PactNet.Verifier;

namespace PactKit;

/// <summary>What this engine offers beyond PactNet's verifier: providers in memory, states as C# code, the report as data.</summary>
public static class PactVerifierExtensions
{
    private static readonly Uri Local = new("http://localhost/");

    /// <summary>
    /// A provider behind an HttpClient, for example <c>factory.CreateClient()</c> of a WebApplicationFactory: nothing has to listen. The client
    /// stays the caller's to dispose.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is an HTTP endpoint already.</exception>
    public static IPactVerifier WithHttpEndpoint(this IPactVerifier verifier, HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Own(verifier).WithEndpoint(new HttpEndpoint(client.BaseAddress ?? Local, client));
    }

    /// <summary>A provider behind a handler, for example <c>testServer.CreateHandler()</c>. The handler stays the caller's to dispose.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="handler">Reaches the provider.</param>
    /// <param name="baseUri">Base address of all requests; http://localhost/ when null.</param>
    /// <exception cref="InvalidOperationException">There is an HTTP endpoint already.</exception>
    public static IPactVerifier WithHttpEndpoint(this IPactVerifier verifier, HttpMessageHandler handler, Uri? baseUri = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Own(verifier).WithEndpoint(new HttpEndpoint(baseUri ?? Local, new HttpMessageInvoker(handler, disposeHandler: false)));
    }

    /// <summary>Provider states as C# code, in place of a state endpoint.</summary>
    public static IPactVerifierSource WithProviderStates(this IPactVerifierSource source, Action<StateHandlers> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var handlers = new StateHandlers();
        configure(handlers);
        return WithProviderStates(source, handlers);
    }

    /// <summary>Provider states changed by your own class, in place of a state endpoint. It is called for teardowns as well.</summary>
    public static IPactVerifierSource WithProviderStates(this IPactVerifierSource source, IStateChanger states)
    {
        ArgumentNullException.ThrowIfNull(states);
        Own(source).WithStates(states);
        return source;
    }

    /// <summary>Sees each request before it is sent and may change it, for example to add a fresh token.</summary>
    public static IPactVerifierSource WithRequestFilter(this IPactVerifierSource source, Func<HttpRequestMessage, CancellationToken, Task> filter)
    {
        Own(source).RequestFilter = filter;
        return source;
    }

    /// <inheritdoc cref="WithRequestFilter(IPactVerifierSource, Func{HttpRequestMessage, CancellationToken, Task})"/>
    public static IPactVerifierSource WithRequestFilter(this IPactVerifierSource source, Action<HttpRequestMessage> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return source.WithRequestFilter((request, _) =>
        {
            filter(request);
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether it is an error when the broker has no pacts to verify. Default: it is.</summary>
    public static IPactBrokerOptions NoPactsIsError(this IPactBrokerOptions options, bool isError)
    {
        if (options is not PactBrokerOptions own) throw Foreign(nameof(options));
        own.NoPactsIsError = isError;
        return options;
    }

    /// <summary>Verifies like <see cref="IPactVerifierSource.Verify"/>, without blocking.</summary>
    /// <returns>The report of a provider that keeps its pacts.</returns>
    /// <exception cref="PactNet.Exceptions.PactVerificationFailedException">The provider does not keep a pact, or a pact could not be loaded.</exception>
    public static Task<VerificationReport> VerifyAsync(this IPactVerifierSource source, CancellationToken cancellationToken = default) =>
        Own(source).VerifyAsync(cancellationToken);

    /// <summary>Verifies, and returns the report whether the provider keeps its pacts or not.</summary>
    public static Task<VerificationReport> ReportAsync(this IPactVerifierSource source, CancellationToken cancellationToken = default) =>
        Own(source).RunAsync(cancellationToken);

    private static PactNet.Verifier.PactVerifier Own(IPactVerifier verifier) => verifier as PactNet.Verifier.PactVerifier ?? throw Foreign(nameof(verifier));

    private static PactVerifierSource Own(IPactVerifierSource source) => source as PactVerifierSource ?? throw Foreign(nameof(source));

    private static ArgumentException Foreign(string name) => new("Only what a PactVerifier made can do this.", name);
}

using Microsoft.AspNetCore.Mvc.Testing;
using PactKit.Hosting;
using PactNet.Verifier;

namespace PactKit;

/// <summary>Verify an application as WebApplicationFactory starts it.</summary>
public static class WebApplicationVerifierExtensions
{
    /// <summary>
    /// Verifies the application of the factory: in memory, without a port, unless the factory was told to use Kestrel. Redirects are not followed and
    /// cookies not kept, so answers are compared as they are. The factory stays the caller's to dispose.
    /// </summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="factory">Starts the application; what WithWebHostBuilder returns works too.</param>
    /// <exception cref="InvalidOperationException">There is an HTTP endpoint already, or the application could not be started.</exception>
    public static IPactVerifier WithHttpEndpoint<TEntryPoint>(this IPactVerifier verifier, WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        var application = RunningApplication.Of(factory);
        return application.Handler is { } handler
            ? verifier.WithHttpEndpoint(handler, application.BaseUri)
            : verifier.WithHttpEndpoint(application.BaseUri);
    }

    /// <summary>Verifies the application over a real connection: Kestrel on a free port of this machine. For what TestServer does not do, such as HTTP/2.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="factory">Starts the application; it must not have been started yet.</param>
    /// <exception cref="InvalidOperationException">The application was started before, or there is an HTTP endpoint already.</exception>
    public static IPactVerifier WithHttpEndpointOnPort<TEntryPoint>(this IPactVerifier verifier, WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return verifier.WithHttpEndpoint(RunningApplication.OnPort(factory).BaseUri);
    }
}

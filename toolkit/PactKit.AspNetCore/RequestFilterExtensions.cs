using Microsoft.Extensions.DependencyInjection;
using PactNet.Verifier;

namespace PactKit;

/// <summary>Request filters with services of the application under test: for tokens it issues itself.</summary>
public static class RequestFilterExtensions
{
    /// <summary>Sees each request before it is sent and may change it.</summary>
    /// <param name="source">The verification.</param>
    /// <param name="services">The application's container: <c>factory.Services</c>. The service comes from a new scope for each request.</param>
    /// <param name="filter">Changes the request, for example <c>request.Headers.Authorization</c>.</param>
    public static IPactVerifierSource WithRequestFilter<TService>(
        this IPactVerifierSource source, IServiceProvider services, Func<TService, HttpRequestMessage, CancellationToken, Task> filter)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(filter);
        return source.WithRequestFilter(async (request, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            await filter(scope.ServiceProvider.GetRequiredService<TService>(), request, cancellationToken);
        });
    }

    /// <inheritdoc cref="WithRequestFilter{TService}(IPactVerifierSource, IServiceProvider, Func{TService, HttpRequestMessage, CancellationToken, Task})"/>
    public static IPactVerifierSource WithRequestFilter<TService>(
        this IPactVerifierSource source, IServiceProvider services, Action<TService, HttpRequestMessage> filter) where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(filter);
        return source.WithRequestFilter<TService>(services, (service, request, _) =>
        {
            filter(service, request);
            return Task.CompletedTask;
        });
    }
}

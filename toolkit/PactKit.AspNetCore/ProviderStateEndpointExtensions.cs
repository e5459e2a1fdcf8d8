using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.States;

namespace PactKit;

/// <summary>The endpoint that verifiers outside the process, in any language, call to change provider states.</summary>
public static class ProviderStateEndpointExtensions
{
    /// <summary>Registers provider states for <see cref="MapProviderStates(IEndpointRouteBuilder, string)"/>. May be called several times.</summary>
    public static IServiceCollection AddProviderStates(this IServiceCollection services, Action<ProviderStates> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var registered = services.FirstOrDefault(service => service.ServiceType == typeof(ProviderStates))?.ImplementationInstance as ProviderStates;
        var states = registered ?? new ProviderStates();
        configure(states);
        if (registered is null) services.AddSingleton(states);
        return services;
    }

    /// <summary>Adds the endpoint for the states of <see cref="AddProviderStates"/>.</summary>
    /// <exception cref="InvalidOperationException">No states are registered.</exception>
    /// <inheritdoc cref="MapProviderStates(IEndpointRouteBuilder, string, Action{ProviderStates})"/>
    public static IEndpointConventionBuilder MapProviderStates(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var states = endpoints.ServiceProvider.GetService<ProviderStates>()
            ?? throw new InvalidOperationException("No provider states are registered: call services.AddProviderStates(…), or pass them to MapProviderStates.");
        return Map(endpoints, pattern, states);
    }

    /// <summary>
    /// Adds a POST endpoint that speaks the protocol of all Pact verifiers: <c>{"action":"setup","state":"…","params":{}}</c> in the body, or the same
    /// in the query; the action is setup where none is given. It answers 200 with the values the handler returned as a JSON object, 404 for a state it
    /// does not know, 400 for what is no state change, and 500 when the handler failed, each with a sentence. Never map it where strangers can call it.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">Its path, such as <c>/provider-states</c>.</param>
    /// <param name="configure">Says which states there are.</param>
    public static IEndpointConventionBuilder MapProviderStates(this IEndpointRouteBuilder endpoints, string pattern, Action<ProviderStates> configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(configure);
        var states = new ProviderStates();
        configure(states);
        return Map(endpoints, pattern, states);
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder endpoints, string pattern, ProviderStates states)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Func<HttpContext, Task<IResult>> change = context => new StateChangeEndpoint(states).HandleAsync(context);
        return endpoints.MapPost(pattern, change)
            .WithDisplayName("Pact provider states")
            .WithMetadata(new ProviderStateEndpoint())
            .ExcludeFromDescription()
            .AllowAnonymous()
            .DisableAntiforgery();
    }
}

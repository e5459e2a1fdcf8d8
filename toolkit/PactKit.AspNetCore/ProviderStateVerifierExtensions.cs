using PactKit.States;
using PactNet.Verifier;

namespace PactKit;

/// <summary>Provider states with services of the application under test.</summary>
public static class ProviderStateVerifierExtensions
{
    /// <summary>Provider states as C# code with services of the application, in place of a state endpoint.</summary>
    /// <param name="source">The verification.</param>
    /// <param name="services">The application's container: <c>factory.Services</c>.</param>
    /// <param name="configure">Says which states there are.</param>
    public static IPactVerifierSource WithProviderStates(this IPactVerifierSource source, IServiceProvider services, Action<ProviderStates> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var states = new ProviderStates();
        configure(states);
        return source.WithProviderStates(new ContainerStates(states, services));
    }

    /// <summary>Provider states from the methods of a class that have a <see cref="ProviderStateAttribute"/>.</summary>
    /// <inheritdoc cref="WithProviderStates(IPactVerifierSource, IServiceProvider, Action{ProviderStates})"/>
    public static IPactVerifierSource WithProviderStates<THandlers>(this IPactVerifierSource source, IServiceProvider services) =>
        source.WithProviderStates(services, states => states.AddFrom<THandlers>());
}

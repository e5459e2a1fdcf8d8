using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>Starts the plugins a pact names, and prepares its interactions to be verified with them.</summary>
internal delegate Task<PluggedPact> PlugIn(Pact pact, VerifierOptions options, CancellationToken cancellationToken);

/// <summary>Has a plugin verify an interaction of its own transport; null where the transport is no plugin's.</summary>
internal delegate Task<ExchangeResult>? PluginExchange(Interaction interaction, CancellationToken cancellationToken);

/// <summary>A pact whose plugins run.</summary>
/// <param name="Pact">Its bodies know the plugins that compare them.</param>
internal sealed record PluggedPact(Pact Pact)
{
    /// <summary>Verifies interactions of plugins' transports.</summary>
    public PluginExchange Exchange { get; init; } = (_, _) => null;

    /// <summary>Why the pact cannot be verified, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The pact with its plugins. A pact without any is returned as it is.</summary>
    public static async Task<PluggedPact> OfAsync(Pact pact, VerifierOptions options, CancellationToken cancellationToken)
    {
        var plugins = PluginEntry.Of(pact);
        if (plugins.Count == 0) return new PluggedPact(pact);
        if (options.Plugins is not null) return await options.Plugins(pact, options, cancellationToken);
        var names = string.Join(" and the plugin ", plugins);
        return new PluggedPact(pact)
        {
            Error = $"The pact needs the plugin {names}: reference the package PactKit.Plugins and call WithPlugins() on the verifier.",
        };
    }
}

using PactKit.Plugins.Contents;
using PactKit.Verifier;
using PactNet.Verifier;

namespace PactKit.Plugins;

/// <summary>Plugins for the verifier.</summary>
public static class PluginVerifierExtensions
{
    /// <summary>Starts the plugins that pacts name, when they do, and lets them compare the bodies they know. Call it before sources are added.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="host">Runs the plugins; <see cref="PluginHost.Shared"/> when null.</param>
    public static IPactVerifier WithPlugins(this IPactVerifier verifier, PluginHost? host = null)
    {
        var own = verifier as PactVerifier ?? throw new ArgumentException("Only a PactVerifier can use plugins.", nameof(verifier));
        return own.WithPlugins(PlugIn(host));
    }

    /// <summary>The same options, with plugins: for those who use <see cref="ProviderVerifier"/> itself.</summary>
    /// <param name="options">The options.</param>
    /// <param name="host">Runs the plugins; <see cref="PluginHost.Shared"/> when null.</param>
    public static VerifierOptions WithPlugins(this VerifierOptions options, PluginHost? host = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { Plugins = PlugIn(host) };
    }

    private static PlugIn PlugIn(PluginHost? host) =>
        (pact, options, cancellation) => new PactPlugIn(host ?? PluginHost.Shared).PlugInAsync(pact, options, cancellation);
}

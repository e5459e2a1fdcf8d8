using PactKit.Plugins.Manifests;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins;

/// <summary>
/// Loads plugins and knows what they can do. One host for all tests of a process is the normal case: <see cref="Shared"/>. Disposing a
/// host ends its plugins.
/// </summary>
public sealed class PluginHost : IDisposable
{
    private static readonly Lazy<PluginHost> SharedHost = new(MakeShared);

    private readonly PluginOptions _options;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Plugin[] _plugins = [];
    private bool _disposed;

    public PluginHost(PluginOptions? options = null) => _options = options ?? PluginOptions.Default;

    /// <summary>The host of this process, with the default options. Its plugins end with the process.</summary>
    public static PluginHost Shared => SharedHost.Value;

    /// <summary>The plugins that run.</summary>
    public IReadOnlyList<Plugin> Plugins => _plugins;

    /// <summary>Starts the plugin unless it runs already. One that has died is started again.</summary>
    /// <param name="name">Name of the plugin, as its manifest has it.</param>
    /// <param name="version">The least version; null takes the highest that is installed.</param>
    /// <param name="cancellation">Ends the waiting, and the plugin's process with it.</param>
    /// <exception cref="PluginException">It is not installed, or did not start.</exception>
    public async Task<Plugin> LoadAsync(string name, string? version = null, CancellationToken cancellation = default)
    {
        var manifest = PluginDirectory.Find(_options, name, version);
        await _loading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_plugins.FirstOrDefault(running => running.Manifest.Directory == manifest.Directory) is { } known)
            {
                if (!known.HasEnded) return known;
                known.Dispose();
                _plugins = [.. _plugins.Where(running => running != known)];
            }

            var plugin = await Task.Run(() => Plugin.StartAsync(manifest, _options, cancellation), cancellation).ConfigureAwait(false);
            _plugins = [.. _plugins, plugin];
            await AnnounceAsync(cancellation).ConfigureAwait(false);
            return plugin;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The same, waiting for it.</summary>
    public Plugin Load(string name, string? version = null) => Task.Run(() => LoadAsync(name, version)).GetAwaiter().GetResult();

    /// <summary>Ends all plugins.</summary>
    public void Dispose()
    {
        _loading.Wait();
        try
        {
            _disposed = true;
            foreach (var plugin in _plugins) plugin.Dispose();
            _plugins = [];
        }
        finally
        {
            _loading.Release();
        }
    }

    private static PluginHost MakeShared()
    {
        var host = new PluginHost();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => host.Dispose();
        return host;
    }

    // A plugin that does not care for the others' entries answers with an error or not at all; that is no reason to fail a test.
    private async Task AnnounceAsync(CancellationToken cancellation)
    {
        var catalogue = new Catalogue { Catalogue_ = { _plugins.SelectMany(plugin => plugin.Entries) } };
        foreach (var plugin in _plugins)
        {
            try
            {
                await plugin.CallAsync("UpdateCatalogue", (client, call) => client.UpdateCatalogueAsync(catalogue, call), cancellation)
                    .ConfigureAwait(false);
            }
            catch (PluginException)
            {
                // See above.
            }
        }
    }
}

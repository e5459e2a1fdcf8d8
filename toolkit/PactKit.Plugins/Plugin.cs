using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using PactKit.Plugins.Manifests;
using PactKit.Plugins.Processes;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins;

/// <summary>A running plugin: its process and the calls of the protocol. Belongs to the <see cref="PluginHost"/> that loaded it.</summary>
public sealed class Plugin : IDisposable
{
    private const int MaxMessageBytes = 64 << 20;

    private readonly PluginProcess _process;
    private readonly GrpcChannel _channel;
    private readonly PactPlugin.PactPluginClient _client;
    private readonly PluginOptions _options;
    private readonly Metadata _headers;
    private volatile bool _disposed;

    private Plugin(PluginManifest manifest, PluginProcess process, PluginOptions options)
    {
        Manifest = manifest;
        _process = process;
        _options = options;
        _headers = new Metadata { { "authorization", process.Startup.ServerKey } };
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{process.Startup.Port}", new GrpcChannelOptions
        {
            HttpHandler = Loopback.Handler(process.Startup.Port),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
        });
        _client = new PactPlugin.PactPluginClient(_channel);
    }

    public PluginManifest Manifest { get; }

    /// <summary>Id of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The process is there no more, although nobody ended it here.</summary>
    internal bool HasEnded => _process.HasEnded;

    /// <summary>What the plugin said it can do.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; private set; } = [];

    internal static async Task<Plugin> StartAsync(PluginManifest manifest, PluginOptions options, CancellationToken cancellation)
    {
        if (manifest.InterfaceVersion != 1)
        {
            throw new PluginException(
                $"The plugin {manifest} speaks version {manifest.InterfaceVersion} of the plugin interface; this driver speaks version 1.");
        }

        if (manifest.ExecutableType != "exec")
            throw new PluginException($"The plugin {manifest} is of the executable type \"{manifest.ExecutableType}\"; this driver starts \"exec\" only.");
        var plugin = new Plugin(manifest, await PluginProcess.StartAsync(manifest, options, cancellation), options);
        try
        {
            var version = typeof(Plugin).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
            var request = new InitPluginRequest { Implementation = "PactKit", Version = version };
            var response = await plugin.CallAsync(nameof(plugin._client.InitPlugin), (client, call) => client.InitPluginAsync(request, call), cancellation);
            plugin.Entries = [.. response.Catalogue];
            return plugin;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    /// <summary>Makes one call, with the plugin's key and the time limit of the options.</summary>
    /// <exception cref="PluginException">The call failed; the message has the plugin's own words.</exception>
    internal async Task<TResponse> CallAsync<TResponse>(
        string name, Func<PactPlugin.PactPluginClient, CallOptions, AsyncUnaryCall<TResponse>> call, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            using var running = call(_client, Options(cancellation));
            return await running.ResponseAsync.ConfigureAwait(false);
        }
        catch (RpcException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Failed(name, fault);
        }
    }

    /// <summary>The same, waiting for the answer: matching and the consumer's description of an interaction are not asynchronous.</summary>
    internal TResponse Call<TResponse>(string name, Func<PactPlugin.PactPluginClient, CallOptions, TResponse> call)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return call(_client, Options(CancellationToken.None));
        }
        catch (RpcException fault)
        {
            throw Failed(name, fault);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _disposed = true;
        _channel.Dispose();
        _process.Dispose();
    }

    private CallOptions Options(CancellationToken cancellation) =>
        new(_headers, _options.Clock.GetUtcNow().UtcDateTime + _options.CallTimeout, cancellation);

    private PluginException Failed(string name, RpcException fault)
    {
        var reason = fault.StatusCode switch
        {
            StatusCode.DeadlineExceeded => $"it did not answer within {_options.CallTimeout.TotalSeconds:0.#} s",
            StatusCode.Unimplemented => "it does not offer this call",
            _ => $"{fault.Status.Detail} ({fault.StatusCode})",
        };
        return new PluginException($"The plugin {Manifest} failed at {name}: {reason}.{_process.Condition}", fault);
    }
}

using Google.Protobuf.Collections;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Transports;

/// <summary>A mock server that a plugin runs for its own transport. Disposing it shuts it down.</summary>
public sealed class PluginMockServer : IAsyncDisposable
{
    private readonly Plugin _plugin;
    private bool _shut;

    private PluginMockServer(Plugin plugin, MockServerDetails details)
    {
        _plugin = plugin;
        Key = details.Key;
        Port = (int)details.Port;
        Address = details.Address;
    }

    /// <summary>Names the server at the plugin.</summary>
    public string Key { get; }

    public int Port { get; }

    /// <summary>Its base URL, or the address it listens on; as the plugin gave it.</summary>
    public string Address { get; }

    /// <summary>Starts it on loopback, on a port the system chooses.</summary>
    /// <param name="plugin">The plugin that offers the transport.</param>
    /// <param name="pactJson">The pact with the interactions to serve, in the V4 format.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="PluginException">The server did not start.</exception>
    public static async Task<PluginMockServer> StartAsync(Plugin plugin, string pactJson, CancellationToken cancellation = default)
    {
        var request = new StartMockServerRequest { HostInterface = "127.0.0.1", Pact = pactJson };
        var response = await plugin.CallAsync("StartMockServer", (client, call) => client.StartMockServerAsync(request, call), cancellation);
        return response.ResponseCase switch
        {
            StartMockServerResponse.ResponseOneofCase.Details => new PluginMockServer(plugin, response.Details),
            StartMockServerResponse.ResponseOneofCase.Error =>
                throw new PluginException($"The plugin {plugin.Manifest} did not start a mock server: {response.Error}"),
            _ => throw new PluginException($"The plugin {plugin.Manifest} answered StartMockServer with neither an error nor a server."),
        };
    }

    /// <summary>What it saw until now.</summary>
    public async Task<MockServerRun> ResultsAsync(CancellationToken cancellation = default)
    {
        var request = new MockServerRequest { ServerKey = Key };
        var results = await _plugin.CallAsync("GetMockServerResults", (client, call) => client.GetMockServerResultsAsync(request, call), cancellation);
        return Run(results.Ok, results.Results);
    }

    /// <summary>Stops it, and says what it saw.</summary>
    public async Task<MockServerRun> ShutdownAsync(CancellationToken cancellation = default)
    {
        var request = new ShutdownMockServerRequest { ServerKey = Key };
        var results = await _plugin.CallAsync("ShutdownMockServer", (client, call) => client.ShutdownMockServerAsync(request, call), cancellation);
        _shut = true;
        return Run(results.Ok, results.Results);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shut) await ShutdownAsync();
    }

    private static MockServerRun Run(bool ok, RepeatedField<MockServerResult> results) => new(ok, [.. results.Select(one =>
        new MockServerRequestResult(one.Path, one.Error, [.. one.Mismatches.Select(m => m.Path.Length == 0 ? m.Mismatch : $"{m.Path}: {m.Mismatch}")]))]);
}

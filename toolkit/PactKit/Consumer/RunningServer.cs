using PactKit.MockServer;

namespace PactKit.Consumer;

/// <summary>A mock server while a consumer test runs: on a port, or in memory.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly MockProvider _provider;
    private readonly KestrelMockServer? _listening;

    private RunningServer(MockProvider provider, KestrelMockServer? listening)
    {
        _provider = provider;
        _listening = listening;
    }

    public Uri BaseUri => _listening?.BaseUri ?? MockServerHandler.BaseUri;

    public static async Task<RunningServer> StartAsync(MockProvider provider, ConsumerSettings settings) =>
        new(provider, settings.InMemory ? null : await KestrelMockServer.StartAsync(provider, settings.Server));

    /// <summary>A handler that reaches this server.</summary>
    public HttpMessageHandler CreateHandler() => _listening is null ? new MockServerHandler(_provider) : new SocketsHttpHandler();

    public ValueTask DisposeAsync() => _listening?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using PactKit.MockServer;

namespace PactKit.Consumer;

/// <summary>A mock server while a consumer test runs: on a port, or in memory.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly MockProvider _provider;
    private readonly KestrelMockServer? _listening;
    private readonly bool _tls;

    private RunningServer(MockProvider provider, KestrelMockServer? listening, bool tls)
    {
        _provider = provider;
        _listening = listening;
        _tls = tls;
    }

    public Uri BaseUri => _listening?.BaseUri ?? MockServerHandler.BaseUri;

    public static async Task<RunningServer> StartAsync(MockProvider provider, ConsumerSettings settings) =>
        new(provider, settings.InMemory ? null : await KestrelMockServer.StartAsync(provider, settings.Server), settings.Server.Tls);

    /// <summary>A handler that reaches this server.</summary>
    public HttpMessageHandler CreateHandler()
    {
        if (_listening is null) return new MockServerHandler(_provider);
        var handler = new SocketsHttpHandler();
#pragma warning disable CA5359 // The certificate is the mock server's own, made a moment ago; nobody could have signed it.
        if (_tls) handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        return handler;
    }

    public ValueTask DisposeAsync() => _listening?.DisposeAsync() ?? ValueTask.CompletedTask;
}

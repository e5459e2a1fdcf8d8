using PactKit.MockServer;

namespace PactKit.Consumer;

/// <summary>A mock server while a consumer test runs: on a port, or in memory.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly MockProvider _provider;
    private readonly IAsyncDisposable? _listening;
    private readonly bool _tls;

    private RunningServer(MockProvider provider, Uri baseUri, IAsyncDisposable? listening = null, bool tls = false)
    {
        _provider = provider;
        BaseUri = baseUri;
        _listening = listening;
        _tls = tls;
    }

    public Uri BaseUri { get; }

    /// <summary>Not asynchronous, so that the callback begins on the caller's thread, as it does with PactNet.</summary>
    /// <exception cref="InvalidOperationException">The port is taken or may not be used.</exception>
    public static RunningServer Start(MockProvider provider, ConsumerSettings settings)
    {
        if (settings.InMemory) return new RunningServer(provider, MockServerHandler.BaseUri);
        if (!settings.Server.Tls)
        {
            var plain = SocketMockServer.Start(provider, settings.Server);
            return new RunningServer(provider, plain.BaseUri, plain);
        }

        // On the pool, so that a caller with a synchronization context does not block itself.
        var secure = Task.Run(() => KestrelMockServer.StartAsync(provider, settings.Server)).GetAwaiter().GetResult();
        return new RunningServer(provider, secure.BaseUri, secure, tls: true);
    }

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

    /// <summary>Answers no more on a port. A plain one is freed while something else is done, and disposing waits for that; a secure one is free afterwards.</summary>
    public ValueTask StopAsync()
    {
        if (_listening is not SocketMockServer plain) return DisposeAsync();
        plain.Stop();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _listening?.DisposeAsync() ?? ValueTask.CompletedTask;
}

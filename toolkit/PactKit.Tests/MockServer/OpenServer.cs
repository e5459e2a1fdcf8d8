using PactKit.MockServer;

namespace PactKit.Tests.MockServer;

/// <summary>A mock server with a client for it.</summary>
internal sealed record OpenServer(MockProvider Provider, HttpClient Client, IAsyncDisposable? Listening) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (Listening is not null) await Listening.DisposeAsync();
    }
}

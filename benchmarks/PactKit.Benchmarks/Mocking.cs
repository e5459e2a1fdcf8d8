using BenchmarkDotNet.Attributes;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Benchmarks;

/// <summary>One request to the mock server and its answer, in memory and over a port.</summary>
[MemoryDiagnoser]
public class Mocking : IAsyncDisposable
{
    private readonly HttpInteraction[] _interactions = [.. PactReader.Read(Documents.Pact(1), "benchmark").Pact!.Interactions.Cast<HttpInteraction>()];
    private HttpClient _memory = null!;
    private HttpClient _wire = null!;
    private SocketMockServer _server = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _memory = new HttpClient(new MockServerHandler(new MockProvider(_interactions))) { BaseAddress = MockServerHandler.BaseUri };
        _server = SocketMockServer.Start(new MockProvider(_interactions), MockServerOptions.Default);
        _wire = new HttpClient { BaseAddress = _server.BaseUri };
    }

    [Benchmark]
    public Task<byte[]> InMemory() => _memory.GetByteArrayAsync(new Uri("items/0", UriKind.Relative));

    [Benchmark]
    public Task<byte[]> OverPort() => _wire.GetByteArrayAsync(new Uri("items/0", UriKind.Relative));

    [Benchmark]
    public async Task StartAndStop()
    {
        await using var server = SocketMockServer.Start(new MockProvider(_interactions), MockServerOptions.Default);
    }

    [GlobalCleanup]
    public Task Stop() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _memory.Dispose();
        _wire.Dispose();
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

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
    private KestrelMockServer _server = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _memory = new HttpClient(new MockServerHandler(new MockProvider(_interactions))) { BaseAddress = MockServerHandler.BaseUri };
        _server = await KestrelMockServer.StartAsync(new MockProvider(_interactions), MockServerOptions.Default);
        _wire = new HttpClient { BaseAddress = _server.BaseUri };
    }

    [Benchmark]
    public Task<byte[]> In_memory() => _memory.GetByteArrayAsync(new Uri("items/0", UriKind.Relative));

    [Benchmark]
    public Task<byte[]> Over_a_port() => _wire.GetByteArrayAsync(new Uri("items/0", UriKind.Relative));

    [Benchmark]
    public async Task Start_and_stop()
    {
        await using var server = await KestrelMockServer.StartAsync(new MockProvider(_interactions), MockServerOptions.Default);
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

using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using PactKit.Model;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Benchmarks;

/// <summary>Verification of a provider in memory; the time is to grow with the number of interactions and no faster.</summary>
[MemoryDiagnoser]
public class Verifying
{
    private readonly HttpMessageInvoker _provider = new(new Provider());
    private Pact _pact = null!;

    [Params(1, 100, 1_000, 10_000)]
    public int Interactions { get; set; }

    [GlobalSetup]
    public void Prepare() => _pact = PactReader.Read(Documents.Pact(Interactions), "benchmark").Pact!;

    [Benchmark]
    public async Task<bool> Verify()
    {
        var verifier = new ProviderVerifier(new VerifierOptions { Provider = "api", Http = _provider });
        var report = await verifier.VerifyAsync([new MemorySource(_pact)]);
        return report.Passed ? true : throw new InvalidOperationException("The provider is expected to pass.");
    }

    [GlobalCleanup]
    public void Stop() => _provider.Dispose();

    private sealed class Provider : HttpMessageHandler
    {
        private readonly byte[] _body = Encoding.UTF8.GetBytes(Documents.Item(7));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_body) { Headers = { ContentType = new("application/json") } } });
    }
}

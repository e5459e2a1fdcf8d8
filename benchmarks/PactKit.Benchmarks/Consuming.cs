using System.Net;
using BenchmarkDotNet.Attributes;
using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace PactKit.Benchmarks;

/// <summary>A whole consumer test: described, served, called, checked and written into the pact file.</summary>
[MemoryDiagnoser]
public class Consuming : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-benchmark").FullName;
    private IPactV4 _pact = null!;

    [GlobalSetup]
    public void Prepare() => _pact = Pact.V4("bench", "api", new PactConfig { PactDir = _folder, Outputters = Array.Empty<IOutput>() });

    [Benchmark]
    public Task InMemory() => Described(_pact.WithHttpInteractionsInMemory()).VerifyAsync(async context =>
    {
        using var client = context.CreateClient();
        await client.GetByteArrayAsync(new Uri("items/1", UriKind.Relative));
    });

    [Benchmark]
    public Task OverPort() => Described(_pact.WithHttpInteractions()).VerifyAsync(context => _http.GetByteArrayAsync(new Uri(context.MockServerUri, "items/1")));

    private static IPactBuilderV4 Described(IPactBuilderV4 pact)
    {
        pact.UponReceiving("a request for an item").Given("item exists").WithRequest(HttpMethod.Get, "/items/1")
            .WillRespond().WithStatus(HttpStatusCode.OK).WithHeader("X-Request-Id", Match.Regex("abc-1", "^[a-z]+-[0-9]+$")).WithJsonBody(new
            {
                id = Match.Integer(1), name = Match.Type("n"), price = Match.Decimal(1.5), status = Match.Regex("open", "open|closed"), tags = Match.MinType("t", 1),
                created = "2024-01-02T03:04:05Z", country = "NL", age = 36, active = true, note = "hello",
            });
        return pact;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _http.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

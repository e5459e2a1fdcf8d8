using BenchmarkDotNet.Attributes;
using PactKit.Model;

namespace PactKit.Benchmarks;

[MemoryDiagnoser]
public class Parsing
{
    private byte[] _pact = [];

    [Params(1, 100, 1_000)]
    public int Interactions { get; set; }

    [GlobalSetup]
    public void Prepare() => _pact = Documents.Pact(Interactions);

    [Benchmark]
    public ReadResult Read() => PactReader.Read(_pact, "benchmark");
}

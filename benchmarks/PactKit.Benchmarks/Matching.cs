using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Benchmarks;

/// <summary>The 1 MB array is to cost at most three times what parsing it costs.</summary>
[MemoryDiagnoser]
public class Matching
{
    private readonly byte[] _array = Documents.Array(1_000_000);
    private readonly Response _small = Documents.Response(Encoding.UTF8.GetBytes(Documents.Item(1)));
    private readonly Response _large;
    private readonly Response _deep = Documents.Response(Documents.Deep(200));
    private readonly ResponseMatcher _smallMatcher = new(Documents.Response(Encoding.UTF8.GetBytes(Documents.Item(2)), Documents.Rules("$", new TypeRule())));
    private readonly ResponseMatcher _largeMatcher = new(Documents.Response("""[{"id":1,"name":"x","active":false,"score":1.5}]"""u8.ToArray(), Documents.Rules("$", new TypeRule(Min: 1))));
    private readonly ResponseMatcher _deepMatcher = new(Documents.Response(Documents.Deep(200), Documents.Rules("$", new TypeRule())));

    public Matching() => _large = Documents.Response(_array);

    [Benchmark]
    public int Small() => _smallMatcher.Match(_small).Count;

    [Benchmark]
    public int Deep() => _deepMatcher.Match(_deep).Count;

    [Benchmark(Baseline = true)]
    public int Parse_1_MB()
    {
        using var document = JsonDocument.Parse(_array);
        return document.RootElement.GetArrayLength();
    }

    [Benchmark]
    public int Match_1_MB_under_one_MinType() => _largeMatcher.Match(_large).Count;
}

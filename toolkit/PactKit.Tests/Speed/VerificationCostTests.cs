using System.Globalization;
using System.Net;
using System.Text;
using PactKit.Model;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Tests.Speed;

/// <summary>Ten times the interactions cost ten times as much. Bytes are counted, not time: they are the same on every machine.</summary>
[Collection(nameof(Alone))]
public sealed class VerificationCostTests
{
    private const string Item = """{"id":1,"name":"n","price":1.5,"status":"open","tags":["t"]}""";

    [Fact]
    public async Task Verifying_grows_no_faster_than_the_pact()
    {
        await CostOf(100);
        var (small, large) = (await LeastAsync(() => CostOf(1_000)), await LeastAsync(() => CostOf(10_000)));

        Assert.InRange(small / 1_000, 0, 20 * 1024);
        Assert.InRange(large, 0, small * 11);
    }

    [Fact]
    public async Task Reading_grows_no_faster_than_the_file()
    {
        PactReader.Read(Pact(300), "warm");
        var (few, many) = (Pact(1_000), Pact(10_000));
        var (small, large) = (await LeastAsync(() => Task.FromResult(Reading(few))), await LeastAsync(() => Task.FromResult(Reading(many))));

        Assert.InRange(small / 1_000, 0, 8 * 1024);
        Assert.InRange(large, 0, small * 11);
    }

    [Fact]
    public void A_large_file_is_read_in_order_by_however_many_processors()
    {
        var pact = PactReader.Read(Pact(1_003), "large").Pact!;

        Assert.Equal(Enumerable.Range(0, 1_003).Select(i => $"item {i.ToString(CultureInfo.InvariantCulture)}"), pact.Interactions.Select(one => one.Description));
    }

    [Fact]
    public void What_is_wrong_first_in_a_large_file_is_what_is_told()
    {
        var text = Encoding.UTF8.GetString(Pact(1_000))
            .Replace("\"item 900\",\"request\":{", "\"item 900\",\"request\":[],\"x\":{", StringComparison.Ordinal)
            .Replace("\"item 400\",\"request\":{", "\"item 400\",\"request\":7,\"x\":{", StringComparison.Ordinal);
        var read = PactReader.Read(Encoding.UTF8.GetBytes(text), "large");

        Assert.Contains("($.interactions[400].request): expected an object but found a number", read.Error, StringComparison.Ordinal);
    }

    // The bytes of the whole process are counted, so what still runs from another test can only add to them.
    private static async Task<long> LeastAsync(Func<Task<long>> cost)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 3; i++) least = Math.Min(least, await cost());
        return least;
    }

    private static async Task<long> CostOf(int interactions)
    {
        var pact = PactReader.Read(Pact(interactions), "cost").Pact!;
        using var provider = new HttpMessageInvoker(new Provider());
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var report = await new ProviderVerifier(new VerifierOptions { Provider = "api", Http = provider }).VerifyAsync([new MemorySource(pact)]);
        var cost = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(report.Success, VerificationText.Of(report));
        return cost;
    }

    private static long Reading(byte[] pact)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.True(PactReader.Read(pact, "cost").IsSuccess);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static byte[] Pact(int interactions)
    {
        const string Rules = """{"body":{"$":{"matchers":[{"match":"type"}]},"$.status":{"matchers":[{"match":"regex","regex":"open|closed"}]},"$.id":{"matchers":[{"match":"integer"}]}}}""";
        var all = Enumerable.Range(0, interactions).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(i =>
            $$$"""{"type":"Synchronous/HTTP","description":"item {{{i}}}","request":{"method":"GET","path":"/items/{{{i}}}"},"response":{"status":200,"""
            + $$$""" "headers":{"Content-Type":["application/json"]},"body":{"contentType":"application/json","encoded":false,"content":{{{Item}}}},"matchingRules":{{{Rules}}} } }""");
        return Encoding.UTF8.GetBytes($$$"""{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[{{{string.Join(',', all)}}}],"metadata":{"pactSpecification":{"version":"4.0"} } }""");
    }

    private sealed class Provider : HttpMessageHandler
    {
        private static readonly byte[] Body = Encoding.UTF8.GetBytes(Item);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body) { Headers = { ContentType = new("application/json") } } });
    }
}

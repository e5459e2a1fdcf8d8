using System.Globalization;
using PactKit.Tests.PactNet;
using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace PactKit.Tests.Speed;

/// <summary>What a consumer test may cost. Bytes are counted, not time: they are the same on every machine.</summary>
[Collection(nameof(Alone))]
public sealed class ConsumerTestCostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_test_in_memory_allocates_little()
    {
        for (var i = 0; i < 50; i++) await InMemory(0);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < 100; i++) await InMemory(0);

        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / 100, 0, 50 * 1024);
    }

    [Fact]
    public async Task A_test_over_a_port_allocates_little()
    {
        using var http = new HttpClient();
        for (var i = 0; i < 50; i++) await OverPort(http);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < 100; i++) await OverPort(http);

        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / 100, 0, 80 * 1024);
    }

    [Fact]
    public async Task Hundreds_of_tests_leave_nothing_behind()
    {
        for (var i = 0; i < 100; i++) await EachWay();
        var before = LiveBytes();
        for (var i = 0; i < 300; i++) await EachWay();

        // A test that kept its server, its connection or its interactions would leave tens of kilobytes each time.
        Assert.InRange(LiveBytes() - before, long.MinValue, 300 * 4 * 1024L);
    }

    // A client of its own each time: one that is shared remembers every port it has been to.
    private async Task EachWay()
    {
        using var http = new HttpClient();
        await InMemory(0);
        await OverPort(http);
    }

    [Fact]
    public async Task A_test_that_adds_to_a_large_file_costs_no_more_than_copying_it()
    {
        for (var i = 0; i < 300; i++) await InMemory(i);
        var file = Directory.GetFiles(_folder.Path, "*.json").Single();
        var length = new FileInfo(file).Length;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 300; i < 320; i++) await InMemory(i);

        // The new content, room to print it, and the test itself. Reading the file or printing all of it again would be ten times as much.
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / 20, 0, (3 * length) + (200 * 1024));
        Assert.Equal(320, global::PactKit.Model.PactReader.ReadFile(file).Pact!.Interactions.Count);
    }

    private Task InMemory(int number) => Described(Pact().WithHttpInteractionsInMemory(), number).VerifyAsync(async context =>
    {
        using var client = context.CreateClient();
        await client.GetByteArrayAsync(new Uri(Path(number), UriKind.Relative));
    });

    private Task OverPort(HttpClient http) =>
        Described(Pact().WithHttpInteractions(), 0).VerifyAsync(context => http.GetByteArrayAsync(new Uri(context.MockServerUri, Path(0))));

    private IPactV4 Pact() => global::PactNet.Pact.V4("Cost", "Api", new PactConfig { PactDir = _folder.Path, Outputters = Array.Empty<IOutput>() });

    private static IPactBuilderV4 Described(IPactBuilderV4 pact, int number)
    {
        pact.UponReceiving($"item {number.ToString(CultureInfo.InvariantCulture)}").Given("item exists").WithRequest(HttpMethod.Get, "/" + Path(number))
            .WillRespond().WithStatus(200).WithHeader("X-Request-Id", Match.Regex("abc-1", "^[a-z]+-[0-9]+$")).WithJsonBody(new
            {
                id = Match.Integer(1), name = Match.Type("n"), price = Match.Decimal(1.5), status = Match.Regex("open", "open|closed"), tags = Match.MinType("t", 1),
            });
        return pact;
    }

    private static string Path(int number) => $"items/{number.ToString(CultureInfo.InvariantCulture)}";

    private static long LiveBytes()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

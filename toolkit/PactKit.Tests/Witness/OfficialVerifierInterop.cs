using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.Witness;

/// <summary>Pact files that we wrote are verified by the official verifier: V2, V3 and V4.</summary>
public sealed class OfficialVerifierInterop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-ours-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_V2_pact_of_ours_is_verified_officially()
    {
        OfficialCli.SkipTestWhereAbsent();
        var pact = Pact.V2("NetShopV2", "OrderApi", Config()).WithHttpInteractions();
        pact.UponReceiving("an order by id").Given("order 1 exists")
            .WithRequest(HttpMethod.Get, "/orders/1").WithHeader("Accept", "application/json").WithQuery("expand", "lines")
            .WillRespond().WithStatus(HttpStatusCode.OK).WithHeader("Content-Type", Match.Regex("application/json", "application/json.*"))
            .WithJsonBody(new { id = Match.Type(1), state = Match.Regex("open", "open|closed"), lines = Match.MinType(new { sku = "A-1", quantity = 2 }, 1) });
        await pact.VerifyAsync(context => GetAsync(context, "orders/1?expand=lines"));
        await VerifyOfficiallyAsync("NetShopV2");
    }

    [Fact]
    public async Task A_V3_pact_of_ours_is_verified_officially()
    {
        OfficialCli.SkipTestWhereAbsent();
        var pact = Pact.V3("NetShopV3", "OrderApi", Config()).WithHttpInteractions();
        pact.UponReceiving("an order by id").Given("order 1 exists", new Dictionary<string, string> { ["id"] = "1" }).Given("the shop is open")
            .WithRequest(HttpMethod.Get, "/orders/1").WithQuery("expand", Match.Regex("lines", "[a-z]+"))
            .WillRespond().WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new
            {
                id = Match.Integer(1), total = Match.Decimal(12.5), note = Match.Include("agreed"), paid = Match.Type(true), customer = Match.Type(new { name = "Ada" }),
                lines = Match.MinMaxType(new { sku = Match.Type("A-1"), quantity = Match.Number(2) }, 1, 5),
            });
        await pact.VerifyAsync(context => GetAsync(context, "orders/1?expand=all"));
        await VerifyOfficiallyAsync("NetShopV3");
    }

    [Fact]
    public async Task A_V4_pact_of_ours_is_verified_officially()
    {
        OfficialCli.SkipTestWhereAbsent();
        var pact = Pact.V4("NetShopV4", "OrderApi", Config()).WithHttpInteractions();
        pact.UponReceiving("an order is placed").Given("order 1 exists")
            .WithRequest(HttpMethod.Post, "/orders").WithQuery("dryRun", "true").WithJsonBody(new { sku = Match.Type("A-1"), quantity = Match.Integer(2) })
            .WillRespond().WithStatus(HttpStatusCode.Created).WithHeader("Location", Match.Regex("/orders/1", "/orders/\\d+"))
            .WithJsonBody(new { id = Match.Integer(1), coupon = Match.Null() });
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            using var response = await client.PostAsJsonAsync("orders?dryRun=true", new { sku = "B-2", quantity = 5 });
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        });
        await VerifyOfficiallyAsync("NetShopV4");
    }

    private PactConfig Config() => new() { PactDir = _folder.FullName, Outputters = [] };

    private static async Task GetAsync(IConsumerContext context, string target)
    {
        using var client = new HttpClient { BaseAddress = context.MockServerUri };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        using var response = await client.GetAsync(new Uri(target, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task VerifyOfficiallyAsync(string consumer)
    {
        await using var provider = await OrderApi.StartAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (exitCode, output) = await OfficialCli.RunAsync(
            limit.Token,
            "verifier", "--file", Path.Combine(_folder.FullName, $"{consumer}-OrderApi.json"), "--hostname", "127.0.0.1", "--port", provider.Address.Port.ToString(CultureInfo.InvariantCulture),
            "--provider-name", "OrderApi", "--state-change-url", provider.StateAddress.ToString(), "--no-colour");
        Assert.True(exitCode == 0, output);
        Assert.Contains("order 1 exists", provider.States);
    }
}

using System.Net;
using Orders;
using PactKit;
using PactNet;
using PactNet.Matchers;
using PactNet.Output.Xunit;
using Refit;
using Xunit;

namespace Orders.ContractTests;

public sealed class CatalogContract(ITestOutputHelper output)
{
    private static readonly string Pacts = Path.GetFullPath("../../../../pacts", AppContext.BaseDirectory);

    private readonly IPactBuilderV4 _pact = Pact
        .V4("Orders", "Catalog", new PactConfig { PactDir = Pacts, Outputters = [new XunitOutput(output)] })
        .WithHttpInteractions();

    [Fact]
    public async Task A_product_has_a_name_and_a_price()
    {
        _pact.UponReceiving("a request for product 7")
            .Given("product 7 exists")
            .WithRequest(HttpMethod.Get, "/products/7")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new { id = 7, name = Match.Type("Lamp"), price = Match.Number(19.9) });

        await _pact.VerifyAsync(async context =>
        {
            using var http = new HttpClient { BaseAddress = context.MockServerUri };
            var product = await RestService.For<ICatalog>(http).GetProduct(7);

            Assert.Equal(new Product(7, "Lamp", 19.9m), product);
        });
    }

    [Fact]
    public async Task A_new_product_gets_a_number()
    {
        _pact.UponReceiving("a new product")
            .Given("no products exist")
            .WithRequest<ICatalog>(catalog => catalog.AddProduct(new NewProduct("Lamp", 19.9m)))
            .WillRespond()
            .WithStatus(HttpStatusCode.Created)
            .WithBodyFrom(() => new Product(Arg.Integer(1), "Lamp", 19.9m));

        await _pact.VerifyAsync(async context =>
        {
            var catalog = context.CreateClient<ICatalog>();

            Assert.Equal(1, (await catalog.AddProduct(new NewProduct("Lamp", 19.9m))).Id);
        });
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using PactNet.Exceptions;

namespace PactKit.AspNetCoreTests;

public sealed class ApiCoverageTests : IDisposable
{
    private readonly Pacts _pacts = new();
    private readonly Shop _shop = new() { Map = endpoints => endpoints.MapProviderStates("/provider-states", states => states.On("x", () => { })) };

    [Fact]
    public void Interactions_belong_to_the_endpoint_that_routing_would_choose()
    {
        _pacts.Http("a user", "GET", "/users/7", 200).Http("me", "GET", "/users/me", 200).Http("a new user", "POST", "/users", 201);

        var coverage = ApiCoverage.Of(_shop.Services, _pacts.Read());

        Assert.Equal(["a user"], Descriptions(coverage, "GET /users/{id:int}"));
        Assert.Equal(["me"], Descriptions(coverage, "GET /users/me"));
        Assert.Equal(["a new user"], Descriptions(coverage, "POST /users"));
        Assert.Equal(["GET /old", "GET /health"], coverage.Missing.Select(endpoint => endpoint.Name));
    }

    [Fact]
    public void A_constraint_of_the_route_decides()
    {
        _pacts.Http("no number", "GET", "/users/seven", 404);

        Assert.Equal("no number", Assert.Single(ApiCoverage.Of(_shop.Services, _pacts.Read()).Unrouted).Description);
    }

    [Fact]
    public void The_endpoint_for_provider_states_is_no_part_of_the_api() =>
        Assert.DoesNotContain(ApiCoverage.Of(_shop.Services, _pacts.Read()).Endpoints, endpoint => endpoint.Pattern == "/provider-states");

    [Fact]
    public void A_missing_pact_fails_with_the_endpoints()
    {
        _pacts.Http("a user", "GET", "/users/7", 200).Http("me", "GET", "/users/me", 200).Http("a new user", "POST", "/users", 201);
        var coverage = ApiCoverage.Of(_shop.Services, _pacts.File().FullName);

        var failure = Assert.Throws<PactFailureException>(() => coverage.AssertComplete());
        Assert.Equal(
            "No pact uses 2 of 5 endpoints:\n  - GET /old\n  - GET /health\n" +
            "Nobody may need them, or a consumer has no contract yet. Leave an endpoint out by its path: AssertComplete(\"/old\").",
            failure.Message);
        coverage.AssertComplete("/old", "GET /health");
    }

    [Fact]
    public void The_report_has_a_line_for_each_endpoint()
    {
        _pacts.Http("a user", "GET", "/users/7", 200).Http("nobody", "GET", "/users/8", 404).Http("odd", "PUT", "/odd", 200);

        Assert.Equal(
            "1 of 5 endpoints have interactions.\n" +
            "  GET /users/{id:int}  web: 'a user' (200), web: 'nobody' (404)\n" +
            "  GET /users/me        NO INTERACTION\n" +
            "  POST /users          NO INTERACTION\n" +
            "  GET /old             NO INTERACTION\n" +
            "  GET /health          NO INTERACTION\n" +
            "Interactions that no endpoint answers: 'odd' (PUT /odd)",
            ApiCoverage.Of(_shop.Services, _pacts.Read()).ToString());
    }

    [Fact]
    public async Task Controllers_count_by_attribute_and_by_convention()
    {
        await using var shop = new Shop
        {
            Register = services => services.AddControllers().AddApplicationPart(typeof(OrdersController).Assembly),
            Map = endpoints =>
            {
                endpoints.MapControllers();
                endpoints.MapControllerRoute("default", "{controller}/{action}/{id?}");
            },
        };
        _pacts.Http("an order", "GET", "/api/Orders/7", 200).Http("a ping", "GET", "/status/ping", 200);

        var coverage = ApiCoverage.Of(shop.Services, _pacts.Read());

        Assert.Equal(["an order"], Descriptions(coverage, "GET /api/Orders/{id}"));
        Assert.Equal("Ping", ActionOf(coverage, "a ping"));
        Assert.Empty(coverage.Unrouted);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.json", Assert.Throws<InvalidOperationException>(() => ApiCoverage.Of(_shop.Services, "nowhere.json")).Message, StringComparison.Ordinal);

    private static string? ActionOf(ApiCoverage coverage, string interaction) => coverage.Endpoints
        .Single(endpoint => endpoint.Interactions.Any(used => used.Interaction.Description == interaction))
        .Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ActionName;

    public void Dispose()
    {
        _shop.Dispose();
        _pacts.Dispose();
    }

    private static IEnumerable<string> Descriptions(ApiCoverage coverage, string endpoint) =>
        coverage.Endpoints.Single(covered => covered.Name == endpoint).Interactions.Select(used => used.Interaction.Description);
}

[ApiController]
[Route("api/[controller]")]
public sealed class OrdersController : ControllerBase
{
    [HttpGet("{id}")]
    public IActionResult Get(int id) => Ok(id);
}

public sealed class StatusController : Controller
{
    public IActionResult Ping() => Content("pong");

    public IActionResult Version() => Content("1");
}

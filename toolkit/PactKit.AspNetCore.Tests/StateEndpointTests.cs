using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Verifier;
using PactNet.Verifier;

namespace PactKit.AspNetCoreTests;

public sealed class StateEndpointTests : IDisposable
{
    private static readonly Uri Endpoint = new("/provider-states", UriKind.Relative);

    private readonly Shop _shop = new()
    {
        Map = endpoints => endpoints.MapProviderStates("/provider-states", states => states
            .AddFrom<UserStates>()
            .On("a user exists", (UserStore users) => new { id = users.Add(new ShopUser(81, "Ada")).Id })
            .On("broken", () => { throw new InvalidOperationException("no database"); })),
    };

    private readonly HttpClient _client;

    public StateEndpointTests() => _client = _shop.CreateClient();

    [Fact]
    public async Task A_state_in_the_body_is_set_up_and_undone()
    {
        using var setup = await _client.PostAsJsonAsync(Endpoint, new { action = "setup", state = "user 5 exists", @params = new { name = "Grace" } });
        Assert.Equal(HttpStatusCode.OK, setup.StatusCode);
        Assert.Equal(new ShopUser(5, "Grace"), Users.Find(5));

        using var teardown = await _client.PostAsJsonAsync(Endpoint, new { action = "teardown", state = "user 5 exists" });
        Assert.Equal(HttpStatusCode.OK, teardown.StatusCode);
        Assert.Null(Users.Find(5));
    }

    [Fact]
    public async Task A_state_in_the_query_is_set_up_and_undone()
    {
        using var setup = await _client.PostAsync(new Uri("/provider-states?action=setup&state=user%206%20exists&name=Grace", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, setup.StatusCode);
        Assert.Equal(new ShopUser(6, "Grace"), Users.Find(6));

        using var teardown = await _client.PostAsync(new Uri("/provider-states?action=teardown&state=user%206%20exists", UriKind.Relative), null);
        Assert.Null(Users.Find(6));
    }

    [Fact]
    public async Task Values_are_answered_as_a_json_object()
    {
        using var response = await _client.PostAsJsonAsync(Endpoint, new { state = "a user exists" });

        Assert.Equal("""{"id":81}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_interaction_without_states_is_answered_with_nothing()
    {
        using var response = await _client.PostAsJsonAsync(Endpoint, new { action = "setup", state = "" });

        Assert.Equal((HttpStatusCode.OK, "{}"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_unknown_state_is_not_found_and_the_known_ones_are_named()
    {
        using var response = await _client.PostAsJsonAsync(Endpoint, new { state = "unknown" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(
            "No handler for the provider state 'unknown': known are 'user {id} exists', 'a user exists', 'broken'. Names come from the pact, word for word.",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_handler_that_fails_is_a_server_error_with_its_reason()
    {
        using var response = await _client.PostAsJsonAsync(Endpoint, new { state = "broken" });

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(
            "The setup handler of the state 'broken' (a lambda) failed. InvalidOperationException: no database", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{", "The body of a provider state change is JSON")]
    [InlineData("[]", "The body of a provider state change is a JSON object with a \"state\".")]
    [InlineData("{}", "A provider state change has a \"state\"")]
    [InlineData("", "A provider state change has a \"state\"")]
    [InlineData("""{"state":"x","action":"fly"}""", "is \"setup\" or \"teardown\", not \"fly\".")]
    [InlineData("""{"state":"\ud800"}""", "an escape such as \\ud800 that is no character")]
    public async Task What_is_no_state_change_is_a_bad_request(string body, string reason)
    {
        using var content = new StringContent(body);
        using var response = await _client.PostAsync(Endpoint, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"state\":\"\u00FF\"}")]
    [InlineData("{\"state\":\"x\",\"action\":\"\u00FF\"}")]
    [InlineData("{\"state\":\"x\",\"params\":{\"\u00FF\":1}}")]
    public async Task A_body_that_is_not_utf8_is_a_bad_request(string body)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body));
        using var response = await _client.PostAsync(Endpoint, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProviderStateStyle.Body)]
    [InlineData(ProviderStateStyle.Query)]
    public async Task A_verifier_speaks_with_the_endpoint(ProviderStateStyle style)
    {
        using var pacts = new Pacts();
        pacts.Http("a user", "GET", "/users/8", 200, new { id = 8, name = "Ada" }, "user 8 exists");

        var report = await Verify.Shop().WithHttpEndpoint(_shop).WithFileSource(pacts.File())
            .WithProviderStateUrl(new Uri("http://localhost/provider-states"), options => options.WithTeardown().WithStyle(style))
            .ReportAsync();

        Assert.True(report.Success);
        Assert.Null(Users.Find(8));
    }

    [Fact]
    public async Task States_may_be_registered_as_a_service()
    {
        await using var shop = new Shop
        {
            Register = services => services.AddProviderStates(states => states.On("x", () => { })).AddProviderStates(states => states.On("y", () => { })),
            Map = endpoints => endpoints.MapProviderStates("/states"),
        };
        using var client = shop.CreateClient();

        foreach (var state in new[] { "x", "y" })
        {
            using var response = await client.PostAsJsonAsync("/states", new { state });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public void An_endpoint_without_states_is_refused()
    {
        using var shop = new Shop { Map = endpoints => endpoints.MapProviderStates("/states") };

        Assert.Contains("call services.AddProviderStates", Assert.Throws<InvalidOperationException>(() => shop.CreateClient()).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _shop.Dispose();
    }

    private UserStore Users => _shop.Services.GetRequiredService<UserStore>();
}

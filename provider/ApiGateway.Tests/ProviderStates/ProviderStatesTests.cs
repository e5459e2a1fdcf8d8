using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ApiGateway.Tests.Hosting;

namespace ApiGateway.Tests.ProviderStates;

public sealed class ProviderStatesTests(GatewayFactory gateway) : IClassFixture<GatewayFactory>, IDisposable
{
    private readonly HttpClient _client = gateway.CreateClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_state_is_rows_and_its_teardown_takes_them_away()
    {
        await SayAsync(new { state = "user 1 exists", action = "setup", @params = new { id = 1 } });
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/api/users/1")).StatusCode);

        await SayAsync(new { state = "user 1 exists", action = "teardown", @params = new { id = 1 } });
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/users/1")).StatusCode);
    }

    [Fact]
    public async Task A_state_may_be_set_up_twice()
    {
        for (var i = 0; i < 2; i++)
        {
            await SayAsync(new { state = "user 1 exists", action = "setup", @params = new { id = "1" } });
            await SayAsync(new { state = "a user with e-mail grace@example.org exists" });
        }

        Assert.Equal(2, (int?)await TotalAsync());
    }

    [Fact]
    public async Task Users_can_be_named()
    {
        await SayAsync(new { state = "users exist", action = "setup", @params = new { names = "Ada Lovelace, Grace Hopper" } });
        Assert.Equal(2, await TotalAsync());

        await SayAsync(new { state = "no users exist", action = "setup" });
        Assert.Equal(0, await TotalAsync());
    }

    [Fact]
    public async Task An_interaction_without_a_state_asks_for_nothing() => await SayAsync(new { state = "", action = "setup" });

    [Fact]
    public async Task An_unknown_state_is_refused_with_the_known_ones_named()
    {
        var response = await _client.PostAsJsonAsync("/provider-states", new { state = "user 1 exits", action = "setup" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("'user 1 exits'", text, StringComparison.Ordinal);
        Assert.Contains("user 1 exists", text, StringComparison.Ordinal);
    }

    private async Task SayAsync(object call)
    {
        var response = await _client.PostAsJsonAsync("/provider-states", call);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<int?> TotalAsync() => (int?)(await _client.GetFromJsonAsync<JsonObject>("/api/users"))!["total"];
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PactNet.Verifier;

namespace PactKit.AspNetCoreTests;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests(ITestOutputHelper output) : IDisposable
{
    private readonly Pacts _pacts = new();

    [Fact]
    public async Task A_provider_is_verified()
    {
        _pacts.Http("a user", "GET", "/users/7", 200, new { id = 7, name = "Ada" }, "user 7 exists");
        var pact = _pacts.File();

        await using var shop = new Shop();
        using var verifier = new PactVerifier("Shop");

        await verifier
            .WithHttpEndpoint(shop)
            .WithFileSource(pact)
            .WithProviderStates<UserStates>(shop.Services)
            .WithRequestFilter<TokenIssuer>(shop.Services, (tokens, request) => request.Headers.Authorization = new("Bearer", tokens.Issue()))
            .VerifyAsync();
    }

    [Fact]
    public async Task States_need_no_class()
    {
        _pacts.Http("a user", "GET", "/users/7", 200, new { id = 7, name = "Ada" }, "user 7 exists");
        await using var shop = new Shop();
        var source = Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File());

        source.WithProviderStates(shop.Services, states => states
            .On("user {id} exists", (int id, UserStore users) => users.Add(new ShopUser(id, "Ada")), teardown: (int id, UserStore users) => users.Remove(id))
            .On("a user exists", (UserStore users) => new { id = users.Add(new ShopUser(81, "Ada")).Id }));

        Assert.True((await source.VerifyAsync()).Success);
    }

    [Fact]
    public async Task Other_verifiers_have_an_endpoint()
    {
        await using var shop = new Shop
        {
            Map = app =>
            {
                app.MapProviderStates("/provider-states", states => states.AddFrom<UserStates>());
            },
        };
        using var client = shop.CreateClient();
        using var answer = await client.PostAsync(new Uri("/provider-states?state=user%207%20exists", UriKind.Relative), null);

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Messages_come_from_the_container()
    {
        await using var shop = new Shop();
        shop.Services.GetRequiredService<UserStore>().Add(new ShopUser(7, "Ada"));
        _pacts.Message("a user was created", new { id = 7, name = "Ada" });
        var pact = _pacts.File(messages: true);
        using var verifier = Verify.Shop();

        var source = verifier
            .WithMessages(shop.Services, messages => messages.Add("a user was created", (UserEvents events) => events.Created(7)))
            .WithFileSource(pact);

        Assert.True((await source.VerifyAsync()).Success);
    }

    [Fact]
    public async Task Coverage_names_what_no_pact_uses()
    {
        _pacts.Http("a user", "GET", "/users/7", 200).Http("me", "GET", "/users/me", 200).Http("a new user", "POST", "/users", 201).Http("old", "GET", "/old", 302);
        var pact = _pacts.File();
        await using var shop = new Shop();

        var coverage = ApiCoverage.Of(shop.Services, pact.FullName);
        output.WriteLine(coverage.ToString());
        coverage.AssertComplete("/health");

        Assert.Empty(coverage.Unrouted);
    }

    public void Dispose() => _pacts.Dispose();
}

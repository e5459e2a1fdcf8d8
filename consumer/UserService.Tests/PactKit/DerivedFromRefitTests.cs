using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PactKit;
using PactNet;
using Refit;
using UserService.Json;
using UserService.Tests.Contract;
using UserService.Users;
using HttpInteraction = PactKit.Model.HttpInteraction;
using PactReader = PactKit.Model.PactReader;
using Response = PactKit.Model.Response;

namespace UserService.Tests.PactKit;

/// <summary>
/// Interactions of the same contract in the other style: nobody spells out the request, it is the one the Refit interface sends, and the mock
/// server needs no port. The classic tests write the contract; what is derived here goes to a folder that is thrown away, and has to say the same.
/// </summary>
public sealed class DerivedFromRefitTests : IDisposable
{
    private static readonly string Committed = Path.Combine(Repository.Root, "pacts", "UserService-APIGateway.json");
    private static readonly RefitSettings Settings = new(new NewtonsoftContentSerializer(GatewayJson.Settings));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("userservice-");
    private readonly IPactBuilderV4 _pact;

    public DerivedFromRefitTests() =>
        _pact = Pact.V4("UserService", "APIGateway", new PactConfig { PactDir = _folder.FullName }).WithHttpInteractionsInMemory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_known_user_is_found()
    {
        _pact.UponReceiving("a request for user 1")
            .Given("user 1 exists")
            .WithRequest<IApiGateway>(api => api.GetUser(1), Settings)
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithBodyFrom(() => new User(1, "Ada Lovelace", Arg.Regex("ada@example.org", "^[^@]+@[^@]+$"), new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero)));

        await VerifyAsync(async users => Assert.Equal("Ada Lovelace", (await users.FindAsync(1))?.Name));
        AssertSame();
    }

    [Fact]
    public async Task A_search_sends_its_parameters_in_the_query()
    {
        _pact.UponReceiving("a search that matches nobody")
            .Given("no users exist")
            .WithRequest<IApiGateway>(api => api.SearchUsers("Nobody", 1), Settings)
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithBodyFrom(new UserPage([], 1, 20, 0));

        await VerifyAsync(async users => Assert.Empty((await users.SearchAsync("Nobody")).Items));
        AssertSame();
    }

    [Fact]
    public async Task A_new_user_is_sent_as_the_services_own_serialiser_writes_it()
    {
        _pact.UponReceiving("a new user")
            .Given("no users exist")
            .WithRequest<IApiGateway>(api => api.CreateUser(new UserDraft("Ada Lovelace", "ada@example.org")), Settings)
            // A handler of HttpClientFactory adds it, which the interface knows nothing of.
            .WithHeader("Authorization", "Bearer " + GatewayContract.Token)
            .WillRespond()
            .WithStatus(HttpStatusCode.Created)
            .WithBodyFrom(new User(1, "Ada Lovelace", "ada@example.org", new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero)));

        await VerifyAsync(async users => Assert.Equal(1, (await users.CreateAsync(new UserDraft("Ada Lovelace", "ada@example.org"))).Id));
        AssertSame();
    }

    [Fact]
    public void The_contract_has_interactions_for_every_method_of_the_interface() => PactCoverage.Of<IApiGateway>(Committed).AssertComplete();

    /// <summary>The service's own client, registered as the service registers it, straight into the mock server.</summary>
    private Task VerifyAsync(Func<UsersClient, Task> interact) => _pact.VerifyAsync(async context =>
    {
        var services = new ServiceCollection();
        services
            .AddUserService(options =>
            {
                options.BaseAddress = context.MockServerUri;
                options.Token = GatewayContract.Token;
            })
            .ConfigurePrimaryHttpMessageHandler(context.CreateHandler);
        await using var provider = services.BuildServiceProvider();
        await interact(provider.GetRequiredService<UsersClient>());
    });

    /// <summary>
    /// The same request, but for the content type's charset, which the classic tests leave open; and the same kind of response, whose rules the styles
    /// word differently.
    /// </summary>
    private void AssertSame()
    {
        var derived = Assert.Single(Interactions(Path.Combine(_folder.FullName, Path.GetFileName(Committed))));
        var written = Assert.Single(Interactions(Committed), interaction => interaction.Description == derived.Description);

        Assert.Equal((written.Request.Method, written.Request.Path), (derived.Request.Method, derived.Request.Path));
        Assert.Equivalent(written.Request.Query, derived.Request.Query, strict: true);
        Assert.Equal(written.Request.Body.Content.ToArray(), derived.Request.Body.Content.ToArray());
        Assert.Equal(written.Request.Headers.GetValueOrDefault("Authorization"), derived.Request.Headers.GetValueOrDefault("Authorization"));
        Assert.Equal(written.ProviderStates.Select(state => state.Name), derived.ProviderStates.Select(state => state.Name));
        Assert.Equal(written.Response.Status, derived.Response.Status);
        Assert.Equal(Members(written.Response), Members(derived.Response));
    }

    private static IEnumerable<string> Members(Response response) =>
        JsonElement.Parse(response.Body.Content.Span).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<HttpInteraction> Interactions(string file) =>
        PactReader.ReadFile(file).Pact!.Interactions.OfType<HttpInteraction>();
}

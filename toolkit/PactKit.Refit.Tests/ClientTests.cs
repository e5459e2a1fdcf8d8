using System.Net;
using PactNet;
using Refit;

namespace PactKit.RefitTests;

public sealed class ClientTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-refit-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_derived_interactions_and_the_mock_server_agree(bool inMemory)
    {
        var pact = Builder(inMemory);
        pact.UponReceiving("a user")
            .Given("user 1 exists")
            .WithRequest<IUsersApi>(api => api.GetUser(Arg.Type(1)))
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithBodyFrom(() => new User(Arg.Integer(1), "Ada", Arg.Regex("ada@example.org", ".+@.+")));
        pact.UponReceiving("a new user")
            .WithRequest<IUsersApi>(api => api.Create(new NewUser("Ada", Arg.Integer(36))))
            .WillRespond()
            .WithStatus(HttpStatusCode.Created)
            .WithBodyFrom(new User(2, "Ada"));

        await pact.VerifyAsync(async context =>
        {
            var api = context.CreateClient<IUsersApi>();
            using var found = await api.GetUser(42);
            Assert.Equal(new User(1, "Ada", "ada@example.org"), found.Content);
            Assert.Equal(new User(2, "Ada"), await api.Create(new NewUser("Ada", 99)));
        });

        var coverage = PactCoverage.Of<IUsersApi>(Path.Combine(_folder, "UserService-APIGateway.json"));
        Assert.Equal([nameof(IUsersApi.GetUser), nameof(IUsersApi.Create)], coverage.Methods.Where(method => method.IsCovered).Select(method => method.Method.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_kind_of_request_that_is_recorded_is_also_accepted(bool inMemory)
    {
        (string Name, Func<IUsersApi, Task> Call)[] calls =
        [
            ("search", api => api.Search("ada lovelace", 2)),
            ("many", api => api.Many([1, 2])),
            ("filtered", api => api.Filtered(new UserFilter("Ada", 2))),
            ("flagged", api => api.Flagged("archived")),
            ("renamed", api => api.Rename(7, "Ada")),
            ("deleted", api => api.Delete(7, "s3cret", "left")),
            ("logged in", api => api.Login(new Credentials("ada", "a b&c"))),
            ("uploaded", api => api.Upload(new StreamPart(new MemoryStream([1, 2, 3]), "a.png", "image/png"), "Ada", new NewUser("Ada", 36))),
            ("downloaded", api => api.Download("a/b c.txt")),
        ];
        var pact = Builder(inMemory);
        foreach (var (name, call) in calls) pact.UponReceiving(name).WithRequest(call).WillRespond().WithStatus(HttpStatusCode.NoContent);

        await pact.VerifyAsync(async context =>
        {
            var api = context.CreateClient<IUsersApi>();
            foreach (var (_, call) in calls) await call(api);
        });

        Assert.True(File.Exists(Path.Combine(_folder, "UserService-APIGateway.json")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IPactBuilderV4 Builder(bool inMemory) => inMemory ? NewPact().WithHttpInteractionsInMemory() : NewPact().WithHttpInteractions();

    private IPactV4 NewPact() => PactNet.Pact.V4("UserService", "APIGateway", new PactConfig { PactDir = _folder, Outputters = [] });
}

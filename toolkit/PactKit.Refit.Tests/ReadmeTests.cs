using System.Net;
using PactNet;
using Refit;

namespace PactKit.RefitTests;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests : IDisposable
{
    private static readonly RefitSettings Settings = new();

    private readonly string _pacts = Directory.CreateTempSubdirectory("pactkit-refit-").FullName;

    internal interface IApiGateway
    {
        [Get("/api/users/{id}")]
        Task<User> GetUser(int id);
    }

    [Fact]
    public async Task The_example_works()
    {
        var pact = PactNet.Pact.V4("UserService", "APIGateway", new PactConfig { PactDir = _pacts }).WithHttpInteractionsInMemory();

        pact.UponReceiving("a user")
            .Given("user 1 exists")
            .WithRequest<IApiGateway>(api => api.GetUser(Arg.Type(1)), Settings)
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithBodyFrom(() => new User(1, "Ada", Arg.Regex("ada@example.org", ".+@.+")));

        await pact.VerifyAsync(async context =>
        {
            var api = context.CreateClient<IApiGateway>(Settings);
            Assert.Equal("Ada", (await api.GetUser(1)).Name);
        });

        PactCoverage.Of<IApiGateway>(Path.Combine(_pacts, "UserService-APIGateway.json")).AssertComplete();
    }

    public void Dispose() => Directory.Delete(_pacts, recursive: true);
}

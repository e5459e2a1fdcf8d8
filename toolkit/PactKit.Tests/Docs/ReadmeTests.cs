using System.Net;
using System.Text;
using PactNet;
using PactNet.Matchers;
using PactNet.Verifier;

namespace PactKit.Tests.Docs;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly string _pacts = Directory.CreateTempSubdirectory("pactkit-readme-").FullName;

    [Fact]
    public async Task The_example_works()
    {
        var pact = Pact.V4("UserService", "APIGateway", new PactConfig { PactDir = _pacts }).WithHttpInteractions();

        pact.UponReceiving("a request for a user")
            .Given("user 1 exists")
            .WithRequest(HttpMethod.Get, "/api/users/1")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new { id = Match.Integer(1), name = Match.Type("Ada") });

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            Assert.Contains("Ada", await client.GetStringAsync("/api/users/1"), StringComparison.Ordinal);
        });

        var file = new FileInfo(Path.Combine(_pacts, "UserService-APIGateway.json"));
        using var gateway = new Gateway();
        using var verifier = new PactVerifier("APIGateway");

        await verifier
            .WithHttpEndpoint(gateway)
            .WithFileSource(file)
            .WithProviderStates(states => states.Add("user 1 exists", _ => gateway.Users.Add("Ada")))
            .VerifyAsync();
    }

    [Fact]
    public async Task Publishing_and_the_gate_are_calls()
    {
        using var fake = new Brokers.FakeBroker()
            .On("POST /contracts/publish", """{"notices":[],"_links":{}}""")
            .On("GET /matrix?q%5B%5D%5Bpacticipant%5D=UserService&q%5B%5D%5Bversion%5D=abc&latestby=cvpv&environment=production",
                """{"summary":{"deployable":true,"reason":"all verified"},"matrix":[],"_links":{}}""");
        using var broker = Brokers.Client.Of(fake);
        File.WriteAllText(Path.Combine(_pacts, "a-b.json"), """{"consumer":{"name":"UserService"},"provider":{"name":"APIGateway"},"interactions":[]}""");
        var build = new PactKit.Brokers.BuildInfo { Version = "abc", Branch = "main" };

        (await broker.Contracts.PublishFilesAsync([_pacts], build)).ValueOrThrow();
        var answer = (await broker.Matrix.CanIDeployAsync("UserService", build.Version, "production")).ValueOrThrow();

        Assert.True(answer.Deployable);
    }

    public void Dispose() => Directory.Delete(_pacts, recursive: true);

    private sealed class Gateway : HttpMessageHandler
    {
        public List<string> Users { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent($$"""{"id":1,"name":"{{Users.Single()}}"}""", Encoding.UTF8, "application/json"),
            });
    }
}

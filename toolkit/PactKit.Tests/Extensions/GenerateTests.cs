using System.Globalization;
using System.Net;
using System.Text.Json;
using PactKit.Tests.PactNet;
using PactNet;
using PactNet.Matchers;
using PactNet.Verifier;

namespace PactKit.Tests.Extensions;

public sealed class GenerateTests : IDisposable
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    internal static readonly Dictionary<string, (IMatcher Matcher, string Rule, string Generator)> Table = new()
    {
        ["integer"] = (Generate.Integer(5, 1, 9), """{"match":"integer"}""", """{"max":9,"min":1,"type":"RandomInt"}"""),
        ["decimal"] = (Generate.Decimal(1.5m, 4), """{"match":"decimal"}""", """{"digits":4,"type":"RandomDecimal"}"""),
        ["hexadecimal"] = (Generate.Hexadecimal("AB", 4), """{"match":"regex","regex":"^[0-9a-fA-F]+$"}""", """{"digits":4,"type":"RandomHexadecimal"}"""),
        ["text"] = (Generate.Text("x", 4), """{"match":"type"}""", """{"size":4,"type":"RandomString"}"""),
        ["boolean"] = (Generate.Boolean(true), """{"match":"boolean"}""", """{"type":"RandomBoolean"}"""),
        ["regex"] = (Generate.Regex("a1", "[a-z]\\d"), """{"match":"regex","regex":"[a-z]\\d"}""", """{"regex":"[a-z]\\d","type":"Regex"}"""),
        ["guid"] = (Generate.Guid(Id), """{"match":"regex","regex":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"}""", """{"format":"lower-case-hyphenated","type":"Uuid"}"""),
        ["date"] = (Generate.Date("2026-11-22", expression: "+ 1 week"), """{"format":"yyyy-MM-dd","match":"date"}""", """{"expression":"+ 1 week","format":"yyyy-MM-dd","type":"Date"}"""),
        ["time"] = (Generate.Time("20:15", "HH:mm"), """{"format":"HH:mm","match":"time"}""", """{"format":"HH:mm","type":"Time"}"""),
        ["datetime"] = (Generate.DateTime("2026-11-22T20:15:00+00:00"), """{"format":"yyyy-MM-dd'T'HH:mm:ssxxx","match":"datetime"}""", """{"format":"yyyy-MM-dd'T'HH:mm:ssxxx","type":"DateTime"}"""),
        ["mock server url"] = (Generate.MockServerUrl("http://localhost:1/users/7", "/users/7"), """{"match":"regex","regex":".*(/users/7)$"}""", """{"example":"http://localhost:1/users/7","regex":".*(/users/7)$","type":"MockServerURL"}"""),
        ["provider state"] = (Generate.FromProviderState("${id}", 7), """{"match":"type"}""", """{"dataType":"INTEGER","expression":"${id}","type":"ProviderState"}"""),
    };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names() => [.. Table.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_generator_comes_with_the_rule_that_fits_it(string name)
    {
        var (matcher, rule, generator) = Table[name];
        var response = Described.Body(matcher);

        Assert.Equal(rule, response["matchingRules"]!["body"]!["$.value"]!["matchers"]![0]!.ToJsonString(Relaxed));
        Assert.Equal(generator, response["generators"]!["body"]!["$.value"]!.ToJsonString(Relaxed));
    }

    [Fact]
    public async Task The_mock_server_answers_with_values_made_anew()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractions();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond().WithJsonBody(new
        {
            number = Generate.Integer(0, 100, 200),
            id = Generate.Guid(Id),
            self = Generate.MockServerUrl("http://localhost:1/users/7", "/users/7"),
            from = Generate.FromProviderState("${id}", 7),
        });
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            var body = JsonElement.Parse(await client.GetStringAsync(""));
            Assert.InRange(body.GetProperty("number").GetInt32(), 100, 200);
            Assert.NotEqual(Id, body.GetProperty("id").GetGuid());
            Assert.Equal(new Uri(context.MockServerUri, "users/7").ToString(), body.GetProperty("self").GetString());
            Assert.Equal(7, body.GetProperty("from").GetInt32());
        });
    }

    [Fact]
    public async Task Values_of_provider_states_reach_path_query_header_and_body()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        pact.UponReceiving("a new user is changed").Given("a user was made")
            .WithRequest(HttpMethod.Put, Generate.FromProviderState("/users/${id}", "/users/7"))
            .WithQuery("id", Generate.FromProviderState("${id}", 7))
            .WithHeader("X-Id", Generate.FromProviderState("user-${id}", "user-7"))
            .WithJsonBody(new { id = Generate.FromProviderState("${id}", 7) })
            .WillRespond().WithStatus(StatusClass.Success, 204);
        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Put, "users/7?id=7")
            {
                Headers = { { "X-Id", "user-7" } },
                Content = new StringContent("{\"id\":7}", null, "application/json"),
            };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        });

        var seen = new List<string>();
        using var provider = new HttpClient(new Provider(seen)) { BaseAddress = new Uri("http://provider/") };
        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [] });
        await verifier.WithHttpEndpoint(provider).WithFileSource(new FileInfo(Path.Combine(_folder.Path, "c-p.json")))
            .WithProviderStates(states => states.Add("a user was made", (_, _) => Task.FromResult<IReadOnlyDictionary<string, JsonElement>?>(new Dictionary<string, JsonElement> { ["id"] = JsonElement.Parse("4711") }))).VerifyAsync();

        Assert.Equal(["PUT /users/4711?id=4711 user-4711 {\"id\":4711}"], seen);
    }

    [Fact]
    public async Task The_consumers_test_sends_the_example_itself()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, Generate.FromProviderState("/users/${id}", "/users/7")).WillRespond();
        await Assert.ThrowsAsync<global::PactNet.Exceptions.PactFailureException>(() => pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            using var response = await client.GetAsync("users/8");
        }));
    }

    [Fact]
    public async Task A_version_2_pact_keeps_the_example_and_warns()
    {
        var output = new MemoryOutput();
        var pact = Pact.V2("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [output] }).WithHttpInteractionsInMemory();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WithQuery("n", Match.Integer(1)).WillRespond().WithStatus(Match.Status(200, 204)).WithJsonBody(new { id = Generate.Integer(5), v = Match.Semver("1.0.0") });
        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            Assert.NotEmpty(await client.GetStringAsync("?n=12"));
        });

        Assert.Contains("generators came with V3", output.Text, StringComparison.Ordinal);
        Assert.Contains("the rule \"semver\" came with V4", output.Text, StringComparison.Ordinal);
        Assert.Contains("the rule \"statusCode\" came with V4", output.Text, StringComparison.Ordinal);
        Assert.Contains("\"id\": 5", _folder.Read("c-p.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Generators_that_make_no_sense_say_what_to_do()
    {
        Assert.Contains("swap min and max", Assert.Throws<ArgumentException>(() => Generate.Integer(1, 9, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("put the name of a value", Assert.Throws<ArgumentException>(() => Generate.FromProviderState("id", 7)).Message, StringComparison.Ordinal);
        Assert.Contains("does not end with", Assert.Throws<ArgumentException>(() => Generate.MockServerUrl("http://x/a", "/b")).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 100,000", Assert.Throws<ArgumentOutOfRangeException>(() => Generate.Text("x", 0)).Message, StringComparison.Ordinal);
        Assert.Contains("use fff", Assert.Throws<ArgumentException>(() => Generate.Time("x", "HH.FFF")).Message, StringComparison.Ordinal);
    }

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [] };

    private sealed class Provider(List<string> seen) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            seen.Add(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.GetValues("X-Id").Single()} {body}"));
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }
    }
}

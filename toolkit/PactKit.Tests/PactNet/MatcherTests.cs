using System.Text.Json;
using System.Text.Json.Nodes;
using PactNet;
using PactNet.Exceptions;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace PactKit.Tests.PactNet;

public sealed class MatcherTests : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Kebab = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper };

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryOutput _output = new();

    [Theory]
    [InlineData("Type", """{"pact:matcher:type":"type","value":"x"}""")]
    [InlineData("Integer", """{"pact:matcher:type":"integer","value":1}""")]
    [InlineData("Decimal", """{"pact:matcher:type":"decimal","value":1.5}""")]
    [InlineData("DecimalOfDecimal", """{"pact:matcher:type":"decimal","value":2}""")]
    [InlineData("Number", """{"pact:matcher:type":"number","value":3}""")]
    [InlineData("Regex", """{"pact:matcher:type":"regex","value":"1","regex":"\\d"}""")]
    [InlineData("Include", """{"pact:matcher:type":"include","value":"b"}""")]
    [InlineData("Equality", """{"pact:matcher:type":"equality","value":"x"}""")]
    [InlineData("Null", """{"pact:matcher:type":"null"}""")]
    [InlineData("MinType", """{"pact:matcher:type":"type","value":["x"],"min":2}""")]
    [InlineData("MaxType", """{"pact:matcher:type":"type","value":["x"],"max":5}""")]
    [InlineData("MinMaxType", """{"pact:matcher:type":"type","value":["x"],"min":1,"max":3}""")]
    [InlineData("Nested", """{"pact:matcher:type":"type","value":{"a":{"pact:matcher:type":"integer","value":1}}}""")]
    public void A_matcher_is_written_the_way_the_engine_reads_it(string name, string expected)
    {
        IMatcher matcher = name switch
        {
            "Type" => Match.Type("x"),
            "Integer" => Match.Integer(1),
            "Decimal" => Match.Decimal(1.5),
            "DecimalOfDecimal" => Match.Decimal(2m),
            "Number" => Match.Number(3),
            "Regex" => Match.Regex("1", "\\d"),
            "Include" => Match.Include("b"),
            "Equality" => Match.Equality("x"),
            "Null" => Match.Null(),
            "MinType" => Match.MinType("x", 2),
            "MaxType" => Match.MaxType("x", 5),
            "MinMaxType" => Match.MinMaxType("x", 1, 3),
            _ => Match.Type(new Dictionary<string, object> { ["a"] = Match.Integer(1) }),
        };

        // As an interface, as a member of another type, and as itself; whatever the naming policy.
        AssertJson(expected, JsonSerializer.Serialize(matcher, Kebab));
        AssertJson(expected, JsonSerializer.SerializeToNode(new { value = (object)matcher })!["value"]!.ToJsonString());
        AssertJson(expected, JsonSerializer.Serialize(matcher, matcher.GetType()));
    }

    [Fact]
    public async Task Rules_go_into_the_file_and_examples_are_resolved()
    {
        var written = await WriteAsync(new
        {
            Id = Match.Integer(7),
            Name = Match.Regex("Ann", "[A-Z]\\w+"),
            Items = Match.MinType(new { Price = Match.Decimal(1.5) }, 2),
            List = new[] { Match.Type("a"), Match.Type("b") },
            Gone = Match.Null(),
        });

        AssertJson("""{"Id":7,"Name":"Ann","Items":[{"Price":1.5}],"List":["a","b"],"Gone":null}""", written["body"]!["content"]!.ToJsonString());
        AssertJson(
            """
            {
              "$.Id": {"combine":"AND","matchers":[{"match":"integer"}]},
              "$.Name": {"combine":"AND","matchers":[{"match":"regex","regex":"[A-Z]\\w+"}]},
              "$.Items": {"combine":"AND","matchers":[{"match":"type","min":2}]},
              "$.Items[*].Price": {"combine":"AND","matchers":[{"match":"decimal"}]},
              "$.List[0]": {"combine":"AND","matchers":[{"match":"type"}]},
              "$.List[1]": {"combine":"AND","matchers":[{"match":"type"}]},
              "$.Gone": {"combine":"AND","matchers":[{"match":"null"}]}
            }
            """,
            written["matchingRules"]!["body"]!.ToJsonString());
    }

    [Fact]
    public async Task A_body_may_be_a_matcher_itself()
    {
        var written = await WriteAsync(Match.Type(new { a = 1 }));

        AssertJson("""{"$":{"combine":"AND","matchers":[{"match":"type"}]}}""", written["matchingRules"]!["body"]!.ToJsonString());
        AssertJson("""{"a":1}""", written["body"]!["content"]!.ToJsonString());
    }

    [Fact]
    public async Task A_matcher_of_ones_own_needs_nothing_but_the_interface()
    {
        var written = await WriteAsync(new { When = (IMatcher)new DateMatcher() });

        AssertJson("""{"$.When":{"combine":"AND","matchers":[{"match":"date","format":"yyyy-MM-dd"}]}}""", written["matchingRules"]!["body"]!.ToJsonString());
        AssertJson("""{"When":"2026-01-02"}""", written["body"]!["content"]!.ToJsonString());
    }

    [Fact]
    public async Task An_example_that_does_not_match_its_pattern_is_warned_about()
    {
        await WriteAsync(new { a = Match.Regex("x", "\\d+") });

        Assert.Contains("does not match its own regular expression", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_warned_about_as_well_where_the_test_fails()
    {
        var pact = Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [_output] }).WithHttpInteractions();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond().WithJsonBody(new { a = Match.Regex("x", "\\d+") });

        Assert.Throws<PactFailureException>(() => pact.Verify(_ => { }));

        Assert.Contains("does not match its own regular expression", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Naming_policies_apply_to_bodies_and_not_to_matchers()
    {
        var body = new { FirstName = Match.Type("Ann") };

        var json = JsonSerializer.Serialize(body, Web);

        AssertJson("""{"firstName":{"pact:matcher:type":"type","value":"Ann"}}""", json);
    }

    [Fact]
    public async Task A_message_is_handed_over_with_the_settings_it_was_written_with()
    {
        var pact = Pact.V4("c", "p", Config()).WithMessageInteractions();
        Model? seen = null;

        await pact.ExpectsToReceive("an event")
            .Given("it happened", new Dictionary<string, string> { ["id"] = "1" })
            .WithMetadata("topic", "users")
            .WithJsonContent(new { FirstName = Match.Type("Ann") }, Web)
            .VerifyAsync<Model>(model =>
            {
                seen = model;
                return Task.CompletedTask;
            });

        Assert.Equal("Ann", seen!.FirstName);
        var written = JsonNode.Parse(_folder.Read("c-p.json"))!["interactions"]![0]!;
        Assert.Equal("Asynchronous/Messages", (string)written["type"]!);
        Assert.Equal("users", (string)written["metadata"]!["topic"]!);
        AssertJson("""{"firstName":"Ann"}""", written["contents"]!["content"]!.ToJsonString());
    }

    [Fact]
    public void A_handler_that_throws_fails_with_its_exception_inside_and_writes_nothing()
    {
        var pact = Pact.V3("c", "p", Config()).WithMessageInteractions();
        var thrown = new InvalidOperationException("not mine");

        var failure = Assert.Throws<PactMessageConsumerVerificationException>(
            () => pact.ExpectsToReceive("an event").WithJsonContent(new { A = 1 }).Verify<Model>(_ => throw thrown));

        Assert.Same(thrown, failure.InnerException);
        Assert.Contains("not mine", failure.Message, StringComparison.Ordinal);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public void Version_3_holds_messages_or_requests_and_says_so()
    {
        var messages = Pact.V3("c", "p", Config()).WithMessageInteractions().WithPactMetadata("tool", "name", "value");
        messages.ExpectsToReceive("an event").WithJsonContent(new { A = 1 }).Verify<Model>(_ => { });
        var written = JsonNode.Parse(_folder.Read("c-p.json"))!;
        Assert.Equal("value", (string)written["metadata"]!["tool"]!["name"]!);
        Assert.Equal("application/json", (string)written["messages"]![0]!["metadata"]!["contentType"]!);
        var requests = Pact.V3("c", "p", Config()).WithHttpInteractions();
        requests.UponReceiving("a request").WithRequest(HttpMethod.Get, "/a").WillRespond();

        var failure = Assert.Throws<InvalidOperationException>(() => requests.Verify(context =>
        {
            using var client = new HttpClient();
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(context.MockServerUri, "a")));
        }));

        Assert.Contains("could not be written", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_memory_a_consumer_needs_no_port()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        pact.UponReceiving("a request").WithRequest(HttpMethod.Get, "/a").WillRespond().WithJsonBody(new { Link = "x" });

        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            Assert.Equal("""{"Link":"x"}""", await client.GetStringAsync("a"));
        });

        Assert.True(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task Over_TLS_the_context_makes_clients_that_trust_the_mock_server()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractions(new PactKit.MockServer.MockServerOptions { Tls = true });
        pact.UponReceiving("a request").WithRequest(HttpMethod.Get, "/a").WillRespond();

        await pact.VerifyAsync(async context =>
        {
            Assert.Equal("https", context.MockServerUri.Scheme);
            using var client = context.CreateClient();
            using var answer = await client.GetAsync("a");
        });
    }

    [Fact]
    public async Task Over_TLS_nothing_listens_any_more_when_the_test_is_judged()
    {
        var asks = new Asks();
        var pact = Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [asks] }).WithHttpInteractions(new PactKit.MockServer.MockServerOptions { Tls = true });
        pact.UponReceiving("a request").WithRequest(HttpMethod.Get, "/a").WillRespond().WithHeader("X", Match.Regex("x", "\\d"));

        await pact.VerifyAsync(async context =>
        {
            asks.Port = context.MockServerUri.Port;
            using var client = context.CreateClient();
            using var answer = await client.GetAsync("a");
        });

        Assert.Equal(System.Net.Sockets.SocketError.ConnectionRefused, asks.Heard);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonNode> WriteAsync(object body)
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractions();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/a").WillRespond().WithJsonBody(body);
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(context.MockServerUri, "a"));
        });
        return JsonNode.Parse(_folder.Read("c-p.json"))!["interactions"]![0]!["response"]!;
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [_output] };

    private sealed record Model(string? FirstName);

    private sealed class DateMatcher : IMatcher
    {
        public string Type => "date";

        public dynamic Value => "2026-01-02";

        public string Format { get; } = "yyyy-MM-dd";
    }

    /// <summary>Knocks at a port when the warning about the example comes.</summary>
    private sealed class Asks : IOutput
    {
        public int Port { get; set; }

        public System.Net.Sockets.SocketError Heard { get; private set; }

        public void WriteLine(string line)
        {
            if (!line.Contains("does not match its own", StringComparison.Ordinal)) return;
            using var client = new System.Net.Sockets.TcpClient();
            Heard = Record.Exception(() => client.Connect(System.Net.IPAddress.Loopback, Port)) is System.Net.Sockets.SocketException refused ? refused.SocketErrorCode : System.Net.Sockets.SocketError.Success;
        }
    }
}

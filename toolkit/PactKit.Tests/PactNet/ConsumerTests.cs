using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;
using PactNet.Verifier;
using IPAddress = System.Net.IPAddress;

namespace PactKit.Tests.PactNet;

public sealed class ConsumerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryOutput _output = new();

    [Theory]
    [InlineData("X", "a\r\nSet-Cookie: b")]
    [InlineData("X\n", "a")]
    public void A_header_nobody_can_send_is_refused_where_it_is_written(string name, string value)
    {
        var request = V4().UponReceiving("x").WithRequest(HttpMethod.Get, "/a");
        Assert.Contains("line break", Assert.Throws<ArgumentException>(() => request.WithHeader(name, value)).Message, StringComparison.Ordinal);
        var response = request.WillRespond();
        Assert.Contains("line break", Assert.Throws<ArgumentException>(() => response.WithHeader(name, value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_none_is_refused_with_what_to_do()
    {
        var pact = Pact.V4("c", "p", new PactConfig());
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => pact.WithHttpInteractions(70000));
        Assert.Contains("Use a port from 1 to 65535, or leave it out", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_test_writes_a_pact_that_the_verifier_accepts()
    {
        var pact = V4();
        pact.UponReceiving("a request for a user")
            .Given("user exists", new Dictionary<string, string> { ["id"] = "7", ["name"] = "Ann" })
            .WithRequest(HttpMethod.Get, "/users/7")
            .WithQuery("detail", Match.Regex("full", "full|short"))
            .WithHeader("Accept", "application/json")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new { Id = Match.Integer(7), Name = Match.Type("Ann"), Tags = Match.MinType("x", 1), Exact = "yes" });

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            client.DefaultRequestHeaders.Add("Accept", "application/json");
            var user = await client.GetFromJsonAsync<JsonObject>("users/7?detail=short");
            Assert.Equal(7, (int)user!["Id"]!);
        });

        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [_output] });
        verifier.WithHttpEndpoint(new Verifier.StubProvider(_ => Verifier.StubProvider.Json("""{"Id":1,"Name":"Bob","Tags":["a","b"],"Exact":"yes"}""")))
            .WithFileSource(new FileInfo(Path.Combine(_folder.Path, "c-p.json")))
            .Verify();
        var state = Written()["interactions"]![0]!["providerStates"]![0]!;
        Assert.Equal("""{"id":7,"name":"Ann"}""", state["params"]!.ToJsonString());
    }

    [Fact]
    public async Task A_request_that_differs_fails_with_the_difference_in_the_exception_and_writes_nothing()
    {
        var pact = V4();
        Simple(pact, "/a");

        var failure = await Assert.ThrowsAsync<PactFailureException>(() => pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(context.MockServerUri, "a?x=1"));
        }));

        Assert.Contains("Unexpected query parameter 'x' received", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Verification mismatches", _output.Text, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"request-mismatch\"", _output.Text, StringComparison.Ordinal);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public void A_request_that_was_never_made_fails_and_is_named()
    {
        var pact = V4();
        Simple(pact, "/a");

        var failure = Assert.Throws<PactFailureException>(() => pact.Verify(_ => { }));

        Assert.Contains("Missing request: GET /a, expected by 'get /a'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("missing-request", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_callback_keeps_its_type_and_is_told_what_was_refused()
    {
        var pact = V4();
        Simple(pact, "/a");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            await client.GetStringAsync(new Uri(context.MockServerUri, "a?x=1"));
        }));

        Assert.Contains("500", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Unexpected query parameter 'x' received", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Unexpected query parameter 'x' received", (string)failure.Data["Pact mismatches"]!, StringComparison.Ordinal);
        Assert.Contains("Unexpected query parameter", _output.Text, StringComparison.Ordinal);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task An_exception_after_good_requests_leaves_as_it_is()
    {
        var pact = V4();
        Simple(pact, "/a");
        var thrown = new InvalidOperationException("mine");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(async context =>
        {
            await GetAsync(context, "a");
            throw thrown;
        }));

        Assert.Same(thrown, failure);
        Assert.Equal("mine", failure.Message);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task An_interaction_can_be_added_after_a_test()
    {
        var pact = V4();
        Simple(pact, "/a");
        await pact.VerifyAsync(context => GetAsync(context, "a"));

        Simple(pact, "/b");
        await pact.VerifyAsync(context => GetAsync(context, "b"));

        Assert.Equal(["get /a", "get /b"], Written()["interactions"]!.AsArray().Select(interaction => (string)interaction!["description"]!));
    }

    [Fact]
    public async Task A_test_can_be_run_again()
    {
        var pact = V4();
        Simple(pact, "/a");

        await pact.VerifyAsync(context => GetAsync(context, "a"));
        await pact.VerifyAsync(context => GetAsync(context, "a"));
        await Assert.ThrowsAsync<PactFailureException>(() => pact.VerifyAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public void A_builder_without_interactions_writes_an_empty_pact()
    {
        V4().Verify(_ => { });

        Assert.Empty(Written()["interactions"]!.AsArray());
    }

    [Fact]
    public async Task Several_interactions_are_served_together()
    {
        var pact = V4();
        Simple(pact, "/a");
        Simple(pact, "/b");

        await pact.VerifyAsync(context => Task.WhenAll(GetAsync(context, "a"), GetAsync(context, "b"), GetAsync(context, "b")));

        Assert.Equal(2, Written()["interactions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_null_body_is_the_JSON_value_null()
    {
        var pact = V4();
        pact.UponReceiving("null").WithRequest(HttpMethod.Post, "/a").WithJsonBody(null).WillRespond().WithJsonBody(null);

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            using var answer = await client.PostAsync(
                new Uri(context.MockServerUri, "a"), new StringContent("null", Encoding.UTF8, "application/json"));
            Assert.Equal("null", await answer.Content.ReadAsStringAsync());
        });
    }

    [Fact]
    public async Task A_state_with_empty_parameters_is_a_state()
    {
        var pact = V4();
        pact.UponReceiving("d").Given("it rains", new Dictionary<string, string>()).WithRequest(HttpMethod.Get, "/a").WillRespond();

        await pact.VerifyAsync(context => GetAsync(context, "a"));

        Assert.Equal("it rains", (string)Written()["interactions"]![0]!["providerStates"]![0]!["name"]!);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("true", "true")]
    [InlineData("007", "\"007\"")]
    [InlineData("x", "\"x\"")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    public async Task Parameters_of_a_state_are_JSON_where_they_can_be(string value, string expected)
    {
        var pact = V4();
        pact.UponReceiving("d").Given("s", new Dictionary<string, string> { ["v"] = value }).WithRequest(HttpMethod.Get, "/a").WillRespond();

        await pact.VerifyAsync(context => GetAsync(context, "a"));

        Assert.Equal(expected, Written()["interactions"]![0]!["providerStates"]![0]!["params"]!["v"]!.ToJsonString());
    }

    [Fact]
    public async Task Repeated_headers_and_parameters_add_values_and_one_line_with_commas_matches_them()
    {
        var pact = V4();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/a")
            .WithHeader("X-Custom", "1").WithHeader("x-custom", "2").WithQuery("q", "1").WithQuery("q", "2").WillRespond();

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("X-Custom", ["1", "2"]);
            using var answer = await client.GetAsync(new Uri(context.MockServerUri, "a?q=1&q=2"));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        });

        var request = Written()["interactions"]![0]!["request"]!;
        Assert.Equal("""["1","2"]""", request["headers"]!["X-Custom"]!.ToJsonString());
        Assert.Equal("""["1","2"]""", request["query"]!["q"]!.ToJsonString());
    }

    [Fact]
    public async Task The_content_type_of_a_body_is_expected_unless_a_header_says_otherwise()
    {
        var pact = V4();
        pact.UponReceiving("d").WithRequest(HttpMethod.Post, "/a").WithHeader("Content-Type", "application/vnd.one+json").WithJsonBody(new { a = 1 })
            .WillRespond().WithHeader("content-type", "application/json; charset=utf-8").WithJsonBody(new { a = 1 });

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            using var content = new StringContent("""{"a":1}""", Encoding.UTF8, "application/vnd.one+json");
            using var answer = await client.PostAsync(new Uri(context.MockServerUri, "a"), content);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        });
    }

    [Fact]
    public async Task A_callback_sees_nothing_listening_afterwards()
    {
        var pact = V4();
        Simple(pact, "/a");
        Uri? address = null;
        await pact.VerifyAsync(context =>
        {
            address = context.MockServerUri;
            return GetAsync(context, "a");
        });

        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address));
    }

    [Fact]
    public void A_port_in_use_says_so()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractions(port: ((IPEndPoint)taken.LocalEndpoint).Port);
        Simple(pact, "/a");

        var failure = Assert.Throws<InvalidOperationException>(() => pact.Verify(_ => { }));

        Assert.Contains("Unable to start mock server", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_says_so()
    {
        var file = _folder.Write("taken", "");
        var config = Config();
        config.PactDir = Path.Combine(file, "pacts");
        var pact = Pact.V4("c", "p", config).WithHttpInteractions();
        Simple(pact, "/a");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(context => GetAsync(context, "a")));

        Assert.Contains("could not be written", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_pact_is_left_as_it_was()
    {
        _folder.Write("c-p.json", "mine");
        var pact = V4();
        Simple(pact, "/a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(context => GetAsync(context, "a")));

        Assert.Equal("mine", _folder.Read("c-p.json"));
    }

    [Fact]
    public void Calls_in_the_wrong_order_say_what_to_call()
    {
        var pact = V4();
        var request = pact.UponReceiving("d");

        Assert.Contains("WithRequest", Assert.Throws<InvalidOperationException>(() => request.WillRespond()).Message, StringComparison.Ordinal);
        Assert.Contains("'d'", Assert.Throws<InvalidOperationException>(() => pact.Verify(_ => { })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "p")]
    [InlineData("c", " ")]
    [InlineData(null, "p")]
    public void Names_must_not_be_blank(string? consumer, string? provider)
    {
        var failure = Assert.Throws<ArgumentException>(() => Pact.V4(consumer!, provider!));

        Assert.Equal(consumer == "c" ? "provider" : "consumer", failure.ParamName);
    }

    [Fact]
    public async Task Null_callbacks_are_ArgumentExceptions()
    {
        Assert.Throws<ArgumentException>(() => V4().Verify(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => V4().VerifyAsync(null!));
        Assert.Throws<ArgumentException>(() => new MinMaxTypeMatcher("x"));
    }

    [Fact]
    public async Task Version_2_keeps_the_first_state_and_warns_about_the_others()
    {
        var pact = Pact.V2("c", "p", Config()).WithHttpInteractions();
        pact.UponReceiving("d").Given("first").Given("second").WithRequest(HttpMethod.Get, "/a").WithQuery("q", "1 2").WillRespond();

        await pact.VerifyAsync(context => GetAsync(context, "a?q=1%202"));

        var interaction = Written()["interactions"]![0]!;
        Assert.Equal("first", (string)interaction["providerState"]!);
        Assert.Equal("q=1+2", (string)interaction["request"]!["query"]!);
        Assert.Contains("Warning", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_3_writes_its_own_shape()
    {
        var pact = Pact.V3("c", "p", Config()).WithHttpInteractions();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/a").WithHeader("X", "1").WithHeader("X", "2").WillRespond()
            .WithJsonBody(new { id = Match.Type(1) });

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("X", ["1", "2"]);
            await client.GetStringAsync(new Uri(context.MockServerUri, "a"));
        });

        var interaction = Written()["interactions"]![0]!;
        Assert.Equal("1, 2", (string)interaction["request"]!["headers"]!["X"]!);
        Assert.Equal("""{"id":1}""", interaction["response"]!["body"]!.ToJsonString());
        Assert.Equal("3.0.0", (string)Written()["metadata"]!["pactSpecification"]!["version"]!);
    }

    [Fact]
    public async Task A_file_can_be_replaced_once_per_run()
    {
        _folder.Write("c-p.json", """
            {"consumer":{"name":"c"},"provider":{"name":"p"},"metadata":{"pactSpecification":{"version":"4.0"}},
             "interactions":[{"type":"Synchronous/HTTP","description":"stale","request":{"method":"GET","path":"/old"},"response":{"status":200}}]}
            """);
        var config = Config();
        config.ReplaceFileOncePerRun = true;
        foreach (var path in new[] { "a", "b" })
        {
            var pact = Pact.V4("c", "p", config).WithHttpInteractions();
            Simple(pact, $"/{path}");
            await pact.VerifyAsync(context => GetAsync(context, path));
        }

        Assert.Equal(["get /a", "get /b"], Written()["interactions"]!.AsArray().Select(interaction => (string)interaction!["description"]!));
    }

    [Fact]
    public async Task Version_4_holds_a_key_comments_a_pending_mark_a_path_rule_and_bytes()
    {
        byte[] bytes = [0xff, 0xd8, 0, 1];
        var pact = V4();
        pact.UponReceiving("d").WithKey("k-1").Pending().WithComment("why").WithTestName("the test")
            .WithRequest(HttpMethod.Get, Match.Regex("/users/7", "/users/\\d+")).WillRespond().WithBinaryBody(bytes, "image/jpeg");

        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            Assert.Equal(bytes, await client.GetByteArrayAsync("users/123"));
        });

        var written = Written()["interactions"]![0]!;
        Assert.Equal("k-1", (string)written["key"]!);
        Assert.True((bool)written["pending"]!);
        Assert.Equal("""{"testname":"the test","text":["why"]}""", written["comments"]!.ToJsonString());
        Assert.Equal("/users/7", (string)written["request"]!["path"]!);
        Assert.Equal("/users/\\d+", (string)written["request"]!["matchingRules"]!["path"]!["matchers"]![0]!["regex"]!);
        Assert.Equal("base64", (string)written["response"]!["body"]!["encoded"]!);
    }

    [Fact]
    public async Task Many_tests_at_once_lose_no_interaction()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                var pact = V4();
                Simple(pact, $"/{thread}/{i}");
                await pact.VerifyAsync(context => GetAsync(context, $"{thread}/{i}"));
            }
        })));

        Assert.Equal(80, Written()["interactions"]!.AsArray().Count);
    }

    [Fact]
    public void A_callback_runs_on_the_thread_of_the_caller()
    {
        var pact = V4();
        var thread = 0;

        pact.Verify(_ => thread = Environment.CurrentManagedThreadId);

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task GetAsync(IConsumerContext context, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(context.MockServerUri, path));
    }

    private static void Simple(IPactBuilderV4 pact, string path) =>
        pact.UponReceiving($"get {path}").WithRequest(HttpMethod.Get, path).WillRespond().WithStatus(200);

    private IPactBuilderV4 V4() => Pact.V4("c", "p", Config()).WithHttpInteractions();

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [_output] };

    private JsonNode Written() => JsonNode.Parse(_folder.Read("c-p.json"))!;
}

using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.PactNet;

/// <summary>What stands in the pact file after consumer tests.</summary>
public sealed class WrittenPactTests : ConsumerTest
{
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
    public void A_builder_without_interactions_writes_an_empty_pact()
    {
        V4().Verify(_ => { });

        Assert.Empty(Written()["interactions"]!.AsArray());
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
    public async Task Version_2_keeps_the_first_state_and_warns_about_the_others()
    {
        var pact = Pact.V2("c", "p", Config()).WithHttpInteractions();
        pact.UponReceiving("d").Given("first").Given("second").WithRequest(HttpMethod.Get, "/a").WithQuery("q", "1 2").WillRespond();

        await pact.VerifyAsync(context => GetAsync(context, "a?q=1%202"));

        var interaction = Written()["interactions"]![0]!;
        Assert.Equal("first", (string)interaction["providerState"]!);
        Assert.Equal("q=1+2", (string)interaction["request"]!["query"]!);
        Assert.Contains("Warning", Output.Text, StringComparison.Ordinal);
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
        Folder.Write("c-p.json", """
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
}

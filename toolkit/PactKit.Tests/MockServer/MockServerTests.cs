using System.Net;
using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

/// <summary>Everything a mock server promises, on both of its fronts.</summary>
public abstract class MockServerTests
{
    /// <summary>Opens a server; the client's base address is the server's.</summary>
    internal abstract Task<OpenServer> OpenAsync(MockServerOptions options, params HttpInteraction[] interactions);

    [Fact]
    public async Task An_expected_request_gets_the_declared_response()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/users/1", response: r => r with
        {
            Status = 201,
            Headers = Interactions.Headers(("X-One", ["1"]), ("Content-Type", ["application/json; charset=utf-8"])),
            Body = Interactions.Json("""{"id":1}"""),
        }));

        using var answer = await server.Client.GetAsync("users/1");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("1", answer.Headers.GetValues("X-One").Single());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"id":1}""", await answer.Content.ReadAsStringAsync());
        Assert.True(server.Provider.Verdict().Ok);
    }

    [Fact]
    public async Task What_one_interaction_expects_of_a_header_means_nothing_to_the_others()
    {
        await using var server = await OpenAsync(
            MockServerOptions.Default,
            Interactions.Get("/one", request: r => r with { Headers = Interactions.Headers(("X-When", ["Sat, 03 Feb 2024"])) }),
            Interactions.Get("/two", request: r => r with { Headers = Interactions.Headers(("X-When", ["a", "b"])) }));
        using var one = new HttpRequestMessage(HttpMethod.Get, "one") { Headers = { { "X-When", "Sat, 03 Feb 2024" } } };
        using var two = new HttpRequestMessage(HttpMethod.Get, "two") { Headers = { { "X-When", ["a", "b"] } } };

        using var first = await server.Client.SendAsync(one);
        using var second = await server.Client.SendAsync(two);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Cors_headers_are_added_once_and_the_interactions_own_win()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", response: r => r with
        {
            Headers = Interactions.Headers(("Access-Control-Allow-Origin", ["https://mine.example"])),
        }));

        using var answer = await server.Client.GetAsync("a");

        Assert.Equal(["https://mine.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["true"], answer.Headers.GetValues("Access-Control-Allow-Credentials"));
        Assert.Equal("Location, Link", string.Join(", ", answer.Headers.GetValues("Access-Control-Expose-Headers")));
    }

    [Fact]
    public async Task A_type_is_told_of_a_body_that_is_there()
    {
        await using var server = await OpenAsync(MockServerOptions.Default,
            Interactions.Get("/there", response: r => r with { Body = Interactions.Json("1") }),
            Interactions.Get("/empty", response: r => r with { Body = Body.Empty with { ContentType = ContentType.Json } }));

        using var there = await server.Client.GetAsync("there");
        using var empty = await server.Client.GetAsync("empty");

        Assert.Equal("application/json", there.Content.Headers.ContentType?.MediaType);
        Assert.Null(empty.Content.Headers.ContentType);
    }

    [Fact]
    public async Task A_request_that_differs_gets_500_that_says_what_differs()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", "a thing", r => r with
        {
            Query = new Dictionary<string, IReadOnlyList<string?>> { ["page"] = ["1"] },
        }));

        using var answer = await server.Client.GetAsync("a?page=2");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Request-Mismatch", answer.Headers.GetValues("X-Pact").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.StartsWith("Request-Mismatch : GET /a differs from the interaction 'a thing'", (string)json["error"]!, StringComparison.Ordinal);
        Assert.Equal("QueryMismatch", (string)json["mismatches"]![0]!["type"]!);
        Assert.Equal("page", (string)json["mismatches"]![0]!["parameter"]!);
        Assert.Equal("a thing", (string)json["nearest"]!["description"]!);
        var refused = Assert.Single(server.Provider.Verdict().Refused);
        Assert.IsType<MismatchedRequest>(refused.Pick);
        Assert.Empty(server.Provider.Verdict().Missing);
    }

    [Fact]
    public async Task A_request_nobody_expects_gets_500_and_leaves_the_interaction_missing()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"));

        using var answer = await server.Client.PostAsync("b", new StringContent("x"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Unexpected-Request", answer.Headers.GetValues("X-Pact").Single());
        var verdict = server.Provider.Verdict();
        Assert.IsType<UnexpectedRequest>(Assert.Single(verdict.Refused).Pick);
        Assert.Equal("/a", Assert.Single(verdict.Missing).Request.Path);
    }

    [Fact]
    public async Task A_server_without_interactions_says_so()
    {
        await using var server = await OpenAsync(MockServerOptions.Default);

        using var answer = await server.Client.GetAsync("a");

        Assert.Contains("there are no interactions", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(server.Provider.Verdict().Ok);
    }

    [Fact]
    public async Task An_interaction_that_was_never_requested_is_missing()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"), Interactions.Get("/b"));

        using var answer = await server.Client.GetAsync("a");

        var verdict = server.Provider.Verdict();
        Assert.False(verdict.Ok);
        Assert.Equal("/b", Assert.Single(verdict.Missing).Request.Path);
    }

    [Fact]
    public async Task One_interaction_may_be_requested_many_times_at_once()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"), Interactions.Get("/b"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => server.Client.GetAsync(i % 2 == 0 ? "a" : "b")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var verdict = server.Provider.Verdict();
        Assert.True(verdict.Ok);
        Assert.Equal(200, verdict.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_recorded_before_it_is_answered()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"));
        for (var i = 1; i <= 300; i++)
        {
            using var answer = await server.Client.GetAsync("a");
            Assert.Equal(i, server.Provider.Verdict().Requests.Count);
        }
    }

    [Fact]
    public async Task An_unexpected_OPTIONS_request_is_refused_but_does_not_count()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"));

        using var refused = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "a"));
        using var answer = await server.Client.GetAsync("a");

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.True(server.Provider.Verdict().Ok);
    }

    [Fact]
    public async Task A_preflight_is_answered_when_that_is_switched_on()
    {
        await using var server = await OpenAsync(new MockServerOptions { CorsPreflight = true }, Interactions.Get("/a"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "a");
        preflight.Headers.Add("Origin", "https://app.example");
        preflight.Headers.Add("Access-Control-Request-Headers", "x-token");

        using var answer = await server.Client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("https://app.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("x-token, *", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task Values_that_a_client_joins_on_one_line_match_declared_values()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", request: r => r with
        {
            Headers = Interactions.Headers(("X-Custom", ["1", "2"])),
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "a");
        request.Headers.Add("X-Custom", ["1", "2"]);

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/caf%C3%A9/a%20b%2Fc", "caf%C3%A9/a%20b%2Fc")]
    [InlineData("/a+b", "a+b")]
    [InlineData("/a/", "a/")]
    public async Task The_path_is_compared_as_it_was_sent(string expected, string sent)
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get(expected));

        using var answer = await server.Client.GetAsync(sent);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_trailing_slash_is_a_difference()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"));

        using var answer = await server.Client.GetAsync("a/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_status_without_a_body_is_answered_without_one(int status)
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", response: r => r with { Status = status }));

        using var answer = await server.Client.GetAsync("a");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_HEAD_request_gets_headers_and_no_body()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Of("HEAD", "/a", response: r => r with
        {
            Headers = Interactions.Headers(("ETag", ["\"1\""])),
            Body = Interactions.Json("""{"id":1}"""),
        }));

        using var answer = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "a"));

        Assert.Equal("\"1\"", answer.Headers.ETag!.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Several_values_of_a_response_header_all_arrive()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", response: r => r with
        {
            Headers = Interactions.Headers(("Set-Cookie", ["a=1", "b=2"])),
        }));

        using var answer = await server.Client.GetAsync("a");

        Assert.Equal(["a=1", "b=2"], answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Generators_make_the_response_where_they_can()
    {
        await using var server = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a", response: r => r with
        {
            Body = Interactions.Json("""{"id":"x","link":"http://example/users/1","state":"kept"}"""),
            Generators = new GeneratorSet
            {
                Body = new Dictionary<string, Generator>
                {
                    ["$.id"] = new UuidGenerator(),
                    ["$.link"] = new MockServerUrlGenerator("http://example/users/1", ".*(/users/1)$"),
                    ["$.state"] = new ProviderStateGenerator("${other}"),
                },
            },
        }));

        var answer = JsonNode.Parse(await server.Client.GetStringAsync("a"))!;

        Assert.True(Guid.TryParse((string)answer["id"]!, out _));
        Assert.Equal(new Uri(server.Client.BaseAddress!, "users/1").ToString(), (string)answer["link"]!);
        Assert.Equal("kept", (string)answer["state"]!);
    }

    [Fact]
    public async Task Two_servers_do_not_know_of_each_other()
    {
        await using var one = await OpenAsync(MockServerOptions.Default, Interactions.Get("/a"));
        await using var other = await OpenAsync(MockServerOptions.Default, Interactions.Get("/b"));

        using var answer = await one.Client.GetAsync("a");
        using var otherAnswer = await other.Client.GetAsync("b");

        Assert.True(one.Provider.Verdict().Ok);
        Assert.True(other.Provider.Verdict().Ok);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;
using PactNet.Verifier;

namespace PactKit.Tests.PactNet;

/// <summary>A consumer test runs: what the callback sees, and how it ends.</summary>
public sealed class ConsumerTests : ConsumerTest
{
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

        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [Output] });
        verifier.WithHttpEndpoint(new Verifier.StubProvider(_ => Verifier.StubProvider.Json("""{"Id":1,"Name":"Bob","Tags":["a","b"],"Exact":"yes"}""")))
            .WithFileSource(new FileInfo(Path.Combine(Folder.Path, "c-p.json")))
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
        Assert.Contains("Verification mismatches", Output.Text, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"request-mismatch\"", Output.Text, StringComparison.Ordinal);
        Assert.False(Folder.Has("c-p.json"));
    }

    [Fact]
    public void A_request_that_was_never_made_fails_and_is_named()
    {
        var pact = V4();
        Simple(pact, "/a");

        var failure = Assert.Throws<PactFailureException>(() => pact.Verify(_ => { }));

        Assert.Contains("Missing request: GET /a, expected by 'get /a'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("missing-request", Output.Text, StringComparison.Ordinal);
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
        Assert.Contains("Unexpected query parameter", Output.Text, StringComparison.Ordinal);
        Assert.False(Folder.Has("c-p.json"));
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
        Assert.False(Folder.Has("c-p.json"));
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
    public void A_callback_runs_on_the_thread_of_the_caller()
    {
        var pact = V4();
        var thread = 0;

        pact.Verify(_ => thread = Environment.CurrentManagedThreadId);

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }
}

using System.Net;
using System.Text.Json;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.States;

namespace PactKit.Tests.Verifier;

public sealed class ProviderStateTests
{
    private static readonly ProviderState Exists = new("user exists") { Params = Members("""{"id":7,"name":"Ann"}""") };

    [Fact]
    public async Task Each_state_is_set_up_by_one_call_before_the_request()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, new StateEndpointOptions(), teardown: false, Interactions.Get("/a") with { ProviderStates = [Exists, new("it rains")] });

        Assert.Equal(["/states", "/states", "/a"], provider.Requests.Select(request => request.Target));
        Assert.Equal(
            ["""{"action":"setup","params":{"id":7,"name":"Ann"},"state":"user exists"}""", """{"action":"setup","params":{},"state":"it rains"}"""],
            provider.Requests.Take(2).Select(request => request.Body));
        Assert.Equal("application/json", provider.Requests.First().Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_interaction_without_states_makes_one_call_with_an_empty_name()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, new StateEndpointOptions(), teardown: false, Interactions.Get("/a"));

        Assert.Equal("""{"action":"setup","params":{},"state":""}""", provider.Requests.First().Body);
    }

    [Fact]
    public async Task In_query_style_the_body_is_empty()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, new StateEndpointOptions { InQuery = true }, teardown: false, Interactions.Get("/a") with { ProviderStates = [Exists] });

        Assert.Equal("/states?action=setup&state=user%20exists&id=7&name=Ann", provider.Requests.First().Target);
        Assert.Equal("", provider.Requests.First().Body);
    }

    [Fact]
    public async Task Teardown_comes_after_the_request_when_it_is_on()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, new StateEndpointOptions(), teardown: true, Interactions.Get("/a") with { ProviderStates = [Exists] });

        Assert.Equal(["/states", "/a", "/states"], provider.Requests.Select(request => request.Target));
        Assert.Contains("\"teardown\"", provider.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_cannot_be_set_is_tried_three_times_and_the_provider_is_not_called()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        var report = await VerifyAsync(provider, new StateEndpointOptions(), teardown: true, Interactions.Get("/a") with { ProviderStates = [Exists] });

        Assert.Equal(["/states", "/states", "/states"], provider.Requests.Select(request => request.Target));
        var interaction = report.Pacts.Single().Interactions.Single();
        Assert.True(interaction.StateChangeFailed);
        Assert.Contains("setup of 'user exists'", interaction.Error!, StringComparison.Ordinal);
        Assert.Contains("answered with 500", interaction.Error!, StringComparison.Ordinal);
        Assert.False(report.Success);
    }

    [Fact]
    public async Task A_second_try_may_succeed()
    {
        var calls = 0;
        var provider = new StubProvider(request => new HttpResponseMessage(
            request.Target == "/states" && calls++ == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));

        var report = await VerifyAsync(provider, new StateEndpointOptions(), teardown: false, Interactions.Get("/a"));

        Assert.True(report.Success);
    }

    [Fact]
    public async Task State_calls_get_the_custom_headers()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        await VerifyAsync(provider, new StateEndpointOptions { Headers = [new("X-Key", "k")] }, teardown: false, Interactions.Get("/a"));

        Assert.Equal("k", provider.Requests.First().Headers["X-Key"]);
    }

    [Fact]
    public async Task Handlers_in_code_get_the_parameters_and_run_around_the_request()
    {
        var seen = new List<string>();
        var provider = new StubProvider(_ =>
        {
            seen.Add("request");
            return new HttpResponseMessage();
        });
        var states = new StateHandlers().Add(
            "USER exists",
            state => seen.Add($"setup {state.Params["id"].GetInt32()}"),
            state => seen.Add($"teardown {state.Name}"));

        var report = await ProviderVerifierTests.VerifyAsync(
            provider, o => o with { States = states, Teardown = true }, Interactions.Get("/a") with { ProviderStates = [Exists] });

        Assert.True(report.Success);
        Assert.Equal(["setup 7", "request", "teardown user exists"], seen);
    }

    [Fact]
    public async Task A_state_without_a_handler_fails_and_names_those_there_are()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());

        var report = await ProviderVerifierTests.VerifyAsync(
            provider, o => o with { States = new StateHandlers().Add("b", _ => { }) }, Interactions.Get("/a") with { ProviderStates = [new("a")] });

        Assert.Equal("No handler for the provider state 'a': known are 'b'.", report.Pacts.Single().Interactions.Single().Error);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_teardown_that_fails_does_not_hide_why_the_request_failed()
    {
        var provider = new StubProvider(_ => throw new InvalidOperationException("no such route"));
        var states = new StateHandlers().Add("user exists", _ => { }, _ => throw new InvalidOperationException("no database"));

        var report = await ProviderVerifierTests.VerifyAsync(
            provider, o => o with { States = states, Teardown = true }, Interactions.Get("/a") with { ProviderStates = [Exists] });

        var interaction = report.Pacts.Single().Interactions.Single();
        Assert.Contains("no such route", interaction.Error!, StringComparison.Ordinal);
        Assert.False(interaction.StateChangeFailed);
    }

    [Fact]
    public async Task A_handler_that_throws_fails_its_interaction_only()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage());
        var states = new StateHandlers().Add("a", _ => throw new InvalidOperationException("no database")).Otherwise((_, _) => Nothing());

        var report = await ProviderVerifierTests.VerifyAsync(
            provider, o => o with { States = states },
            Interactions.Get("/1") with { ProviderStates = [new("a")] }, Interactions.Get("/2") with { ProviderStates = [new("b")] });

        var interactions = report.Pacts.Single().Interactions;
        Assert.Contains("no database", interactions[0].Error!, StringComparison.Ordinal);
        Assert.True(interactions[1].Passed);
    }

    [Fact]
    public async Task Values_a_state_returns_feed_generators_and_outrank_parameters()
    {
        var provider = new StubProvider(request =>
            request.Target == "/states" ? StubProvider.Json("""{"id":42}""") : new HttpResponseMessage());
        var interaction = Interactions.Get("/users/7", request: r => r with
        {
            Generators = new GeneratorSet { Path = new ProviderStateGenerator("/users/${id}") },
            Headers = Interactions.Headers(("X-Name", ["nobody"])),
        }) with { ProviderStates = [Exists] };
        interaction = interaction with
        {
            Request = interaction.Request with
            {
                Generators = interaction.Request.Generators with
                {
                    Headers = new Dictionary<string, Generator> { ["X-Name"] = new ProviderStateGenerator("${name}") },
                },
            },
        };

        await VerifyAsync(provider, new StateEndpointOptions(), teardown: false, interaction);

        var request = provider.Requests.Last();
        Assert.Equal("/users/42", request.Target);
        Assert.Equal("Ann", request.Headers["X-Name"]);
    }

    private static async Task<VerificationReport> VerifyAsync(
        StubProvider provider, StateEndpointOptions endpoint, bool teardown, params Interaction[] interactions)
    {
        using var invoker = new HttpMessageInvoker(provider, disposeHandler: false);
        var states = new StateEndpoint(invoker, new Uri("http://localhost/states"), endpoint with { RetryDelay = TimeSpan.FromMilliseconds(1) });
        return await ProviderVerifierTests.VerifyAsync(provider, o => o with { States = states, Teardown = teardown }, interactions);
    }

    private static Task<IReadOnlyDictionary<string, JsonElement>?> Nothing() => Task.FromResult<IReadOnlyDictionary<string, JsonElement>?>(null);

    private static Dictionary<string, JsonElement> Members(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}

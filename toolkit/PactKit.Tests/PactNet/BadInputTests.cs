using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;

namespace PactKit.Tests.PactNet;

/// <summary>What users get wrong is answered with an exception that says what to do, before anything is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryOutput _output = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/users?id=1", "call WithQuery(name, value)")]
    [InlineData("users/1", "write \"/users/1\"")]
    [InlineData("http://localhost/users", "without scheme and host")]
    public void A_path_that_no_request_can_match_is_refused(string path, string what)
    {
        var fault = Assert.Throws<ArgumentException>(() => Http().UponReceiving("d").WithRequest(HttpMethod.Get, path));

        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        Assert.Equal("path", fault.ParamName);
    }

    [Fact]
    public void A_path_written_as_a_matcher_may_hold_a_question_mark()
    {
        var request = Http().UponReceiving("d").WithRequest("GET", """{"pact:matcher:type":"regex","regex":"^/users(/\\d+)?$","value":"/users/7"}""");

        Assert.Equal("/users/7", Tests.Extensions.Described.Interaction(request).Request.Path);
    }

    [Fact]
    public async Task Two_different_interactions_of_one_name_and_state_are_refused_before_anything_is_served()
    {
        var pact = Http();
        pact.UponReceiving("a user").Given("user 1 exists").WithRequest(HttpMethod.Get, "/users/1").WillRespond();
        pact.UponReceiving("a user").Given("user 1 exists").WithRequest(HttpMethod.Get, "/users/2").WillRespond();
        var called = false;
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(_ =>
        {
            called = true;
            return Task.CompletedTask;
        }));

        Assert.Contains("'a user' with the provider state 'user 1 exists'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("give one another description", fault.Message, StringComparison.Ordinal);
        Assert.False(called);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task The_same_interaction_said_twice_is_one()
    {
        var pact = Http();
        pact.UponReceiving("a user").WithRequest(HttpMethod.Get, "/users/1").WillRespond();
        pact.UponReceiving("a user").WithRequest(HttpMethod.Get, "/users/1").WillRespond();
        pact.UponReceiving("a user").Given("another state").WithRequest(HttpMethod.Get, "/users/2").WillRespond();
        await pact.VerifyAsync(context => GetAsync(context, "users/1", "users/2"));

        Assert.True(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task A_test_that_replaces_what_another_wrote_is_told()
    {
        foreach (var path in new[] { "users/1", "users/1", "users/1", "users/2" })
        {
            var pact = Http();
            pact.UponReceiving("a user").WithRequest(HttpMethod.Get, "/" + path).WillRespond();
            await pact.VerifyAsync(context => GetAsync(context, path));
        }

        Assert.Single(_output.Text.Split('\n'), line => line.Contains("'a user' replaces a different interaction", StringComparison.Ordinal));
    }

    [Fact]
    public void Verifying_nothing_is_told()
    {
        Http().Verify(_ => { });

        Assert.Contains("Describe one with UponReceiving(...)", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interaction_without_a_request_says_what_to_call()
    {
        var pact = Http();
        pact.UponReceiving("half made");
        var fault = Assert.Throws<InvalidOperationException>(() => pact.Verify(_ => { }));

        Assert.Contains("'half made' has no request: call WithRequest", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matcher_in_the_wrong_place_is_refused_with_the_right_one()
    {
        var request = Http().UponReceiving("d");
        var response = Http().UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();
        var list = Match.MinType("x", 1);
        var keys = Match.EachKey(new { a = 1 }, Match.Type("x"));

        Assert.Contains("Match.Status cannot stand in a header: pass it to WithStatus", Refusal(() => response.WithHeader("X", Match.Status(200))), StringComparison.Ordinal);
        Assert.Contains("Match.Status cannot stand in a body, and is at $.a: pass it to WithStatus", Refusal(() => response.WithJsonBody(new { a = Match.Status(200) })), StringComparison.Ordinal);
        Assert.Contains("Only Match.Status can stand in for a status", Refusal(() => response.WithStatus(Match.Type(200))), StringComparison.Ordinal);
        Assert.Contains("Match.Null cannot stand in a header", Refusal(() => request.WithHeader("X", Match.Null())), StringComparison.Ordinal);
        Assert.Contains("\"eachKey\" is about lists and objects and cannot stand in a query parameter", Refusal(() => request.WithQuery("q", keys)), StringComparison.Ordinal);
        Assert.Contains("\"type\" is about lists and objects and cannot stand in a path", Refusal(() => request.WithRequest(HttpMethod.Get, list)), StringComparison.Ordinal);
        Assert.Contains("remove it", Refusal(() => request.WithHeader("X", Match.Regex("a\nb", ".*"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_that_throws_leaves_its_own_exception_and_no_file()
    {
        var pact = Http();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();

        Assert.Throws<NotSupportedException>(() => pact.Verify(_ => throw new NotSupportedException("mine")));
        Assert.False(_folder.Has("c-p.json"));
    }

    private static string Refusal(Action act) => Assert.Throws<ArgumentException>(act).Message;

    private static async Task GetAsync(IConsumerContext context, params string[] paths)
    {
        using var client = context.CreateClient();
        foreach (var path in paths) Assert.NotNull(await client.GetStringAsync(path));
    }

    private IPactBuilderV4 Http() => Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [_output] }).WithHttpInteractionsInMemory();
}

using System.Net;
using System.Text;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.Messages;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Verifier;

public sealed class MessageVerificationTests
{
    [Fact]
    public async Task A_message_is_made_without_any_endpoint()
    {
        var report = await VerifyAsync(new MessageProducers().Add("A USER", Producer("""{"id":1,"more":2}""")), Message());

        Assert.True(report.Success, VerificationText.Of(report));
    }

    [Fact]
    public async Task Differences_in_content_and_metadata_are_reported()
    {
        var report = await VerifyAsync(new MessageProducers().Add("a user", Producer("""{"id":2}""", ("topic", "other"))), Message());

        var mismatches = report.Pacts.Single().Interactions.Single().Mismatches;
        Assert.Contains(mismatches, mismatch => mismatch is BodyMismatch { Path: "$.id" });
        Assert.Contains(mismatches, mismatch => mismatch is MetadataMismatch { Key: "topic" });
    }

    [Fact]
    public async Task A_message_nobody_makes_is_named_with_those_there_are()
    {
        var report = await VerifyAsync(new MessageProducers().Add("an order", Producer("1")), Message());

        Assert.Equal("No scenario makes the message 'a user': known are 'an order'.", report.Pacts.Single().Interactions.Single().Error);
    }

    [Fact]
    public async Task A_factory_that_throws_is_reported_with_its_cause()
    {
        var report = await VerifyAsync(new MessageProducers().Add("a user", (_, _) => throw new InvalidOperationException("no clock")), Message());

        Assert.Contains("no clock", report.Pacts.Single().Interactions.Single().Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_factory_runs_after_the_state_is_set()
    {
        var seen = new List<string>();
        var producers = new MessageProducers().Add("a user", (interaction, token) =>
        {
            seen.Add("factory");
            return Producer("""{"id":1}""")(interaction, token);
        });
        var states = new StateHandlers().Add("user exists", _ => seen.Add("state"));

        var report = await new ProviderVerifier(new VerifierOptions { Provider = "p", Messages = producers, States = states })
            .VerifyAsync([new MemorySource(ProviderVerifierTests.PactOf(Message() with { ProviderStates = [new("user exists")] }))]);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(["state", "factory"], seen);
    }

    [Fact]
    public async Task A_message_is_asked_for_over_http_when_there_is_only_an_endpoint()
    {
        var provider = new StubProvider(_ =>
        {
            var answer = StubProvider.Json("""{"id":1}""");
            answer.Headers.Add("Pact-Message-Metadata", Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"topic":"users"}""")));
            return answer;
        });

        var report = await ProviderVerifierTests.VerifyAsync(provider, Message() with
        {
            ProviderStates = [new ProviderState("user exists") { Params = Members("""{"id":7}""") }],
        });

        Assert.True(report.Success, VerificationText.Of(report));
        var asked = provider.Requests.Single();
        Assert.Equal("POST", asked.Method);
        Assert.Equal("""{"description":"a user","providerStates":[{"name":"user exists","params":{"id":7}}]}""", asked.Body);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("WzFd")]
    public async Task Metadata_that_cannot_be_read_is_named(string header)
    {
        var provider = new StubProvider(_ =>
        {
            var answer = StubProvider.Json("""{"id":1}""");
            answer.Headers.Add("Pact-Message-Metadata", header);
            return answer;
        });

        var report = await ProviderVerifierTests.VerifyAsync(provider, Message());

        Assert.Contains("not base64 of a JSON object", report.Pacts.Single().Interactions.Single().Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_know_the_message_fails_with_its_status()
    {
        var provider = new StubProvider(_ => new HttpResponseMessage(HttpStatusCode.NotFound));

        var report = await ProviderVerifierTests.VerifyAsync(provider, Message());

        Assert.Equal("The message endpoint answered with 404.", report.Pacts.Single().Interactions.Single().Error);
    }

    [Fact]
    public async Task The_answer_to_a_synchronous_message_is_compared()
    {
        var interaction = new SynchronousMessage
        {
            Description = "a question",
            Request = new MessageContents { Contents = Interactions.Json("""{"ask":1}""") },
            Response = [new MessageContents { Contents = Interactions.Json("""{"answer":1}""") }],
        };

        var good = await VerifyAsync(new MessageProducers().Add("a question", Producer("""{"answer":1}""")), interaction);
        var bad = await VerifyAsync(new MessageProducers().Add("a question", Producer("""{"answer":2}""")), interaction);

        Assert.True(good.Success, VerificationText.Of(good));
        Assert.False(bad.Success);
    }

    [Fact]
    public async Task An_endpoint_is_sent_the_asking_message_as_a_file_has_it()
    {
        var provider = new StubProvider(_ => StubProvider.Json("{}"));
        await ProviderVerifierTests.VerifyAsync(provider, new SynchronousMessage
        {
            Description = "a question",
            Request = new MessageContents { Contents = Interactions.Json("""{"ask":1}"""), Metadata = Members("""{"topic":"t"}""") },
            Response = [],
        });

        Assert.Equal(
            """{"description":"a question","request":{"metadata":{"topic":"t"},"contents":{"contentType":"application/json","content":{"ask":1},"encoded":false}}}""",
            Assert.Single(provider.Requests).Body);
    }

    [Fact]
    public async Task Where_no_answer_is_expected_any_will_do()
    {
        var interaction = new SynchronousMessage { Description = "a question", Request = new MessageContents { Contents = Interactions.Json("1") }, Response = [] };
        Assert.True((await VerifyAsync(new MessageProducers().Add("a question", Producer("2")), interaction)).Success);
    }

    private static Task<VerificationReport> VerifyAsync(IMessageSource messages, Interaction interaction) =>
        new ProviderVerifier(new VerifierOptions { Provider = "p", Messages = messages })
            .VerifyAsync([new MemorySource(ProviderVerifierTests.PactOf(interaction))]);

    private static AsynchronousMessage Message() => new()
    {
        Description = "a user",
        Contents = new MessageContents { Contents = Interactions.Json("""{"id":1}"""), Metadata = Members("""{"topic":"users"}""") },
    };

    private static Func<Interaction, CancellationToken, Task<MessageContents>> Producer(string json, params (string Key, string Value)[] metadata)
    {
        var members = Members("""{"contentType":"application/json","topic":"users"}""");
        foreach (var (key, value) in metadata) members[key] = JsonSerializer.SerializeToElement(value);
        return (_, _) => Task.FromResult(new MessageContents { Contents = Interactions.Json(json), Metadata = members });
    }

    private static Dictionary<string, JsonElement> Members(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Tests.PactNet;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;
using PactNet.Verifier;
using PactNet.Verifier.Messaging;

namespace PactKit.Tests.Extensions;

/// <summary>Messages from the consumer's handler to the provider's factory: no listener, no port.</summary>
public sealed class MessageExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("orders.us", true)]
    [InlineData("invoices", false)]
    public void Metadata_is_matched_by_a_rule(string topic, bool fits)
    {
        Pact.V4("c", "p", Config()).WithMessageInteractions().ExpectsToReceive("an order")
            .Given("an order was placed", new { id = 7, code = "007" }).WithMetadata("topic", Match.Regex("orders.eu", "^orders\\..+$"))
            .WithKey("k").Pending().WithComment("why").WithTestName("test").WithJsonContent(new { id = Match.Integer(1) })
            .Verify<JsonElement>((order, metadata) => Assert.Equal((1, "orders.eu"), (order.GetProperty("id").GetInt32(), metadata["topic"])));

        var message = JsonNode.Parse(_folder.Read("c-p.json"))!["interactions"]![0]!;
        Assert.Equal("""{"code":"007","id":7}""", message["providerStates"]![0]!["params"]!.ToJsonString());
        Assert.Equal(("k", true, "why", "test"), ((string?)message["key"], (bool?)message["pending"], (string?)message["comments"]!["text"]![0], (string?)message["comments"]!["testname"]));
        Assert.Equal("regex", (string?)message["matchingRules"]!["metadata"]!["topic"]!["matchers"]![0]!["match"]);

        var report = Report(scenarios => scenarios.Add("an order", message => message.WithMetadata(new { topic }).WithContent(() => new { id = 8 })));
        Assert.Equal(fits, report.Pacts[0].Interactions[0].Mismatches.Count == 0);
    }

    [Fact]
    public void Texts_bytes_and_XML_are_contents_as_well()
    {
        var messages = Pact.V4("c", "p", Config()).WithMessageInteractions();
        messages.ExpectsToReceive("text").WithContent("id;7", "text/csv").Verify<string>(text => Assert.Equal("id;7", text));
        messages.ExpectsToReceive("pattern").WithContent(Match.Regex("id;7", "^id;\\d+$"), "text/csv").Verify<string>(text => Assert.Equal("id;7", text));
        messages.ExpectsToReceive("bytes").WithBinaryContent(new byte[] { 1, 2, 255 }, "application/octet-stream").Verify<byte[]>(bytes => Assert.Equal([1, 2, 255], bytes));
        messages.ExpectsToReceive("xml").WithXmlContent("<a id=\"1\"/>", rules => rules.Add("/a/@id", Match.Regex("1", "^\\d+$"))).Verify<string>(xml => Assert.StartsWith("<a", xml, StringComparison.Ordinal));

        var report = Report(scenarios => scenarios
            .Add("text", message => message.WithMetadata(new { contentType = "text/csv" }).WithContent(() => "id;7"))
            .Add("pattern", message => message.WithMetadata(new { contentType = "text/csv" }).WithContent(() => "id;99"))
            .Add("bytes", message => message.WithMetadata(new { contentType = "application/octet-stream" }).WithContent(() => new byte[] { 1, 2, 255 }))
            .Add("xml", message => message.WithMetadata(new { contentType = "application/xml" }).WithContent(() => "<a id='2'/>")));
        Assert.True(report.Success, global::PactKit.Verifier.VerificationText.Of(report));
    }

    [Fact]
    public void XML_described_as_JSON_and_matchers_in_written_JSON_count_in_messages_too()
    {
        var messages = Pact.V4("c", "p", Config()).WithMessageInteractions();
        messages.ExpectsToReceive("xml").WithContent("""{"root":{"name":"a","attributes":{"id":{"pact:matcher:type":"integer","value":1}}}}""", "application/xml")
            .Verify<string>(xml => Assert.Equal("<?xml version='1.0'?><a id='1'/>", xml));
        messages.ExpectsToReceive("json").WithContent("""{"id":{"pact:matcher:type":"integer","value":1}}""", "application/json")
            .Verify<JsonElement>(json => Assert.Equal("""{"id":1}""", json.GetRawText()));

        var rules = JsonNode.Parse(_folder.Read("c-p.json"))!["interactions"]!.AsArray().Select(message => message!["matchingRules"]!["body"]!.AsObject().Single().Key);
        Assert.Equal(["$.id", "$.a['@id']"], rules);
    }

    [Fact]
    public async Task A_synchronous_message_is_sent_answered_written_and_verified()
    {
        var settings = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var config = Config();
        config.DefaultJsonSettings = settings;
        await Pact.V4("c", "p", config).WithSynchronousMessageInteractions().WithPactMetadata("ns", "n", "v").ExpectsToReceive("a quote").Given("tea costs 5").Given("in shop", new { shop = "7" })
            .WithKey("k").WithComment("why").WithTestName("t")
            .WithRequest(request => request.WithMetadata("reply-to", Match.Type("q1")).WithJsonContent(new { sku = Match.Type("tea") }))
            .WithResponse(response => response.WithJsonContent(new { amount = Match.Integer(5) }))
            .VerifyAsync(async channel =>
            {
                var quote = await channel.SendAsync<Ask, Price>(new Ask("coffee"), new Dictionary<string, string> { ["reply-to"] = "mine" });
                Assert.Equal(5, quote.Amount);
            });

        var message = JsonNode.Parse(_folder.Read("c-p.json"))!["interactions"]![0]!;
        Assert.Equal("Synchronous/Messages", (string?)message["type"]);
        Assert.Equal("tea", (string?)message["request"]!["contents"]!["content"]!["sku"]);
        Assert.Equal(5, (int?)message["response"]![0]!["contents"]!["content"]!["amount"]);

        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [] });
        var asked = new List<string>();
        verifier.WithMessages(scenarios => scenarios.AddResponse<Ask, Price>("a quote", ask =>
        {
            asked.Add(ask.Sku);
            return new Price(9);
        }), settings).WithFileSource(File()).WithProviderStates(states => states.Otherwise((_, _) => Task.FromResult<IReadOnlyDictionary<string, JsonElement>?>(null))).Verify();
        Assert.Equal(["tea"], asked);

        Assert.False(Report(scenarios => scenarios.AddResponse<Ask, string>("a quote", ask => Task.FromResult("no"), settings)).Success);
    }

    [Fact]
    public async Task What_the_consumer_sends_and_leaves_out_is_told_and_nothing_is_written()
    {
        var wrong = await Assert.ThrowsAsync<PactMessageConsumerVerificationException>(() =>
            Quote().VerifyAsync(channel => channel.SendAsync<object, JsonElement>(new { sku = 7 })));
        var silent = await Assert.ThrowsAsync<PactMessageConsumerVerificationException>(() => Quote().VerifyAsync(_ => Task.CompletedTask));
        var thrown = Assert.Throws<PactMessageConsumerVerificationException>(() => Quote().Verify<JsonElement, string>((_, _) => throw new NotSupportedException("mine")));

        Assert.Contains("is not the message 'a quote'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("$.sku", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("send it through the channel", silent.Message, StringComparison.Ordinal);
        Assert.IsType<NotSupportedException>(thrown.InnerException);
        Assert.False(_folder.Has("c-p.json"));
    }

    [Fact]
    public async Task All_answers_and_plain_examples_can_be_had()
    {
        var builder = Quote().WithResponse(response => response.WithContent("later", "text/plain"));
        await builder.VerifyAsync(async channel => Assert.Equal(2, (await channel.SendForAllAsync<object, string>(new { sku = "x" })).Count));
        Quote().Verify<JsonElement, string>((request, response) => Assert.Equal(("tea", "five"), (request.GetProperty("sku").GetString(), response)));

        Assert.True(_folder.Has("c-p.json"));
    }

    [Fact]
    public void Calls_in_the_wrong_order_say_what_to_call()
    {
        var messages = Pact.V4("c", "p", Config()).WithSynchronousMessageInteractions();
        Assert.Contains("call WithRequest", Assert.Throws<InvalidOperationException>(() => messages.ExpectsToReceive("d").WithResponse(_ => { })).Message, StringComparison.Ordinal);
        Assert.Contains("call WithRequest", Assert.Throws<InvalidOperationException>(() => messages.ExpectsToReceive("d").Verify<int, int>((_, _) => { })).Message, StringComparison.Ordinal);
        Assert.Contains("call WithResponse", Assert.Throws<InvalidOperationException>(() => messages.ExpectsToReceive("d").WithRequest(_ => { }).Verify<int, int>((_, _) => { })).Message, StringComparison.Ordinal);
        Assert.Contains("one message asks", Assert.Throws<InvalidOperationException>(() => messages.ExpectsToReceive("d").WithRequest(_ => { }).WithRequest(_ => { })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => messages.ExpectsToReceive(" "));
        Assert.Contains("The parameters of a provider state have names", Assert.Throws<ArgumentException>(() => messages.ExpectsToReceive("d").Given("s", 7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_for_a_message_that_asks_nothing_fails_with_what_to_call()
    {
        Pact.V4("c", "p", Config()).WithMessageInteractions().ExpectsToReceive("d").WithJsonContent(1).Verify<int>(_ => { });
        var report = Report(scenarios => scenarios.AddResponse<int, int>("d", asked => asked));

        Assert.False(report.Success);
        Assert.Contains("add it with Add(description, factory)", global::PactKit.Verifier.VerificationText.Of(report), StringComparison.Ordinal);
    }

    private SynchronousMessageBuilder Quote() => Pact.V4("c", "p", Config()).WithSynchronousMessageInteractions().ExpectsToReceive("a quote")
        .WithRequest(request => request.WithJsonContent(new { sku = Match.Type("tea") })).WithResponse(response => response.WithContent("five", "text/plain"));

    private global::PactKit.Verifier.VerificationReport Report(Action<IMessageScenarios> scenarios)
    {
        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [] });
        return verifier.WithMessages(scenarios).WithFileSource(File()).ReportAsync().GetAwaiter().GetResult();
    }

    private FileInfo File() => new(Path.Combine(_folder.Path, "c-p.json"));

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [] };

    private sealed record Ask(string Sku);

    private sealed record Price(int Amount);
}

using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.PactNet;

/// <summary>What a builder is given by mistake: no name, no value, a pattern that is none, an example its own rule refuses.</summary>
public sealed class BadMatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryOutput _output = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Names_are_needed(string? name)
    {
        Assert.Equal("consumer", Assert.ThrowsAny<ArgumentException>(() => Pact.V4(name!, "p")).ParamName);
        Assert.Equal("provider", Assert.ThrowsAny<ArgumentException>(() => Pact.V3("c", name!)).ParamName);
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving(name!));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").Given(name!));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithHeader(name!, "x"));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithQuery(name!, "x"));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithRequest(name!, "/"));
    }

    [Fact]
    public void Values_are_needed()
    {
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithHeader("X", (string)null!));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithQuery("q", (string)null!));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithRequest(HttpMethod.Get, (string)null!));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithRequest((HttpMethod)null!, "/"));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithBody(null!, "text/plain"));
        Assert.ThrowsAny<ArgumentException>(() => Http().UponReceiving("d").WithBody("x", null!));
        Assert.ThrowsAny<ArgumentException>(() => Http().Verify(null!));
    }

    [Fact]
    public void A_body_of_null_is_the_JSON_document_null()
    {
        var body = Tests.Extensions.Described.Interaction(Http().UponReceiving("d").WithRequest(HttpMethod.Post, "/").WithJsonBody(null!)).Request.Body;

        Assert.Equal("null", System.Text.Encoding.UTF8.GetString(body.Content.Span));
    }

    [Theory]
    [InlineData("""{"pact:matcher:type":"regex","regex":"[","value":"x"}""", "does not match its own regular expression. '[' is not a valid regular expression")]
    [InlineData("""{"pact:matcher:type":"regex","regex":"\\d+","value":"x"}""", "does not match its own regular expression. Expected 'x' to match '\\d+'")]
    [InlineData("""{"pact:matcher:type":"date","format":"yyyy-MM-dd","value":"2024-02-30"}""", "does not match its own rule 'date'. Expected '2024-02-30'")]
    [InlineData("""{"pact:matcher:type":"include","value":"b"}""", null)]
    [InlineData("""{"pact:matcher:type":"type","value":"x"}""", null)]
    public void An_example_that_its_own_rule_refuses_is_told_of(string matcher, string? warning)
    {
        var pact = Http();
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond().WithJsonBody(System.Text.Json.JsonElement.Parse($$"""{"a":{{matcher}}}"""));
        pact.Verify(context =>
        {
            using var client = context.CreateClient();
            using var answer = client.GetAsync(new Uri("/", UriKind.Relative)).GetAwaiter().GetResult();
        });

        if (warning is null) Assert.DoesNotContain("does not match its own", _output.Text, StringComparison.Ordinal);
        else Assert.Contains("an example in the response of 'd' " + warning, _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_said_twice_is_kept_twice_and_a_header_said_twice_has_two_values()
    {
        var request = Http().UponReceiving("d").Given("s").Given("s").WithRequest(HttpMethod.Get, "/").WithHeader("X-A", "1").WithHeader("x-a", "2");
        var interaction = Tests.Extensions.Described.Interaction(request);

        Assert.Equal(["1", "2"], Assert.Single(interaction.Request.Headers).Value);
        Assert.All(interaction.ProviderStates, state => Assert.Equal("s", state.Name));
    }

    private IPactBuilderV4 Http() => Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [_output] }).WithHttpInteractionsInMemory();
}

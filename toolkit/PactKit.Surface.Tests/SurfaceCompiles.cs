using System.Net;
using System.Text.Json;
using PactNet;
using PactNet.Exceptions;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;
using PactNet.Verifier;
using PactNet.Verifier.Messaging;
using IPAddress = PactNet.Models.IPAddress;

namespace Surface;

/// <summary>
/// Uses every public member of PactNet 5 the way its users do, with named arguments wherever a name could be given. That this file compiles is
/// the promise; what is run here is only what needs nothing else. Warnings are errors, so it also proves that no call gets a new warning.
/// </summary>
public sealed class SurfaceCompiles
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    [Fact]
    public void The_pact_and_its_configuration()
    {
        var config = new PactConfig
        {
            PactDir = "pacts",
            LogLevel = PactLogLevel.Debug,
            Outputters = new List<IOutput> { new Memory(), new ConsoleOutput() },
            DefaultJsonSettings = Camel,
        };
        config.Outputters = new[] { new Memory() };
        config.WriteLine(line: "a line");

        IPactV2 v2 = Pact.V2(consumer: "c", provider: "p");
        IPactV3 v3 = Pact.V3(consumer: "c", provider: "p", config: config);
        IPactV4 v4 = Pact.V4(consumer: "c", provider: "p", config: config);
        _ = Pact.V2("c", "p", config);
        _ = Pact.V3("c", "p");
        _ = Pact.V4("c", "p");
        IPact any = v4;

        Assert.Equal(("c", "p"), (any.Consumer, any.Provider));
        Assert.Same(config, v3.Config);
        Assert.NotNull(v2.Config);
        Assert.Equal(
            [PactLogLevel.Trace, PactLogLevel.Debug, PactLogLevel.Information, PactLogLevel.Warn, PactLogLevel.Error, PactLogLevel.None],
            Enum.GetValues<PactLogLevel>());
        Assert.Equal((0, 1), ((int)IPAddress.Any, (int)IPAddress.Loopback));
    }

    [Fact]
    public void The_http_builders_of_version_2()
    {
        IPactBuilderV2 pact = Pact.V2("c", "p").WithHttpInteractions(port: null, host: IPAddress.Loopback);
        IRequestBuilderV2 request = pact.UponReceiving(description: "d");
        IResponseBuilderV2 response = request
            .Given(providerState: "s")
            .WithRequest(method: HttpMethod.Post, path: "/a")
            .WithRequest(method: "POST", path: "/a")
            .WithQuery(key: "q", value: "1")
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Regex("1", "\\d"))
            .WithJsonBody(body: new { a = 1 })
            .WithJsonBody(body: new { a = 1 }, contentType: "application/json")
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithJsonBody(body: new { a = 1 }, settings: Camel, contentType: "application/json")
            .WithBody(body: "b", contentType: "text/plain")
            .WillRespond();
        response = response
            .WithStatus(status: HttpStatusCode.OK)
            .WithStatus(status: 201)
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Type("x"))
            .WithJsonBody(body: new { a = Match.Type(1) })
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithBody(body: "b", contentType: "text/plain");
        Assert.NotNull(response);
    }

    [Fact]
    public void The_http_builders_of_version_3()
    {
        IPactBuilderV3 pact = Pact.V3("c", "p").WithHttpInteractions(port: 1234, host: IPAddress.Any);
        IResponseBuilderV3 response = pact.UponReceiving(description: "d")
            .Given(providerState: "s")
            .Given(providerState: "s", parameters: new Dictionary<string, string> { ["id"] = "7" })
            .WithRequest(method: HttpMethod.Get, path: "/a")
            .WithRequest(method: "GET", path: "/a")
            .WithQuery(key: "q", value: "1")
            .WithQuery(key: "q", matcher: Match.Integer(1))
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Include("1"))
            .WithJsonBody(body: new { a = 1 })
            .WithJsonBody(body: new { a = 1 }, contentType: "application/json")
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithJsonBody(body: new { a = 1 }, settings: Camel, contentType: "application/json")
            .WithBody(body: "b", contentType: "text/plain")
            .WillRespond()
            .WithStatus(status: HttpStatusCode.OK)
            .WithStatus(status: 201)
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Type("x"))
            .WithJsonBody(body: new { a = 1 })
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithBody(body: "b", contentType: "text/plain");
        Assert.NotNull(response);
    }

    [Fact]
    public async Task The_http_builders_of_version_4()
    {
        IPactBuilderV4 pact = Pact.V4("c", "p", new PactConfig { Outputters = [] }).WithHttpInteractions();
        IRequestBuilderV4 request = pact.UponReceiving(description: "d")
            .Given(providerState: "s")
            .Given(providerState: "s", parameters: new Dictionary<string, string> { ["id"] = "7" })
            .WithRequest(method: HttpMethod.Get, path: "/a")
            .WithRequest(method: "GET", path: "/a")
            .WithQuery(key: "q", value: "1")
            .WithQuery(key: "q", matcher: Match.Integer(1))
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Include("1"))
            .WithJsonBody(body: new { a = 1 })
            .WithJsonBody(body: new { a = 1 }, contentType: "application/json")
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithJsonBody(body: new { a = 1 }, settings: Camel, contentType: "application/json")
            .WithBody(body: "b", contentType: "text/plain");
        IResponseBuilderV4 response = request.WillRespond()
            .WithStatus(status: HttpStatusCode.OK)
            .WithStatus(status: 201)
            .WithHeader(key: "h", value: "1")
            .WithHeader(key: "m", matcher: Match.Type("x"))
            .WithJsonBody(body: new { a = 1 })
            .WithJsonBody(body: new { a = 1 }, settings: Camel)
            .WithBody(body: "b", contentType: "text/plain");
        Assert.NotNull(response);

        IPactBuilder builder = pact;
        Assert.Throws<PactFailureException>(() => builder.Verify(interact: context => _ = context.MockServerUri.Port));
        await Assert.ThrowsAsync<PactFailureException>(() => builder.VerifyAsync(interact: async (IConsumerContext context) =>
        {
            Uri uri = context.MockServerUri;
            await Task.Yield();
            Assert.Equal("http", uri.Scheme);
        }));
    }

    [Fact]
    public void The_message_builders()
    {
        IMessagePactBuilderV3 v3 = Pact.V3("c", "p").WithMessageInteractions().WithPactMetadata(@namespace: "ns", name: "n", value: "v");
        IMessageBuilderV3 message3 = v3.ExpectsToReceive(description: "d")
            .Given(providerState: "s")
            .Given(providerState: "s", parameters: new Dictionary<string, string>())
            .WithMetadata(key: "k", value: "v");
        IConfiguredMessageVerifier configured = message3.WithJsonContent(body: new { a = 1 });
        configured = message3.WithJsonContent(body: new { a = 1 }, settings: Camel);

        IMessagePactBuilderV4 v4 = Pact.V4("c", "p").WithMessageInteractions().WithPactMetadata("ns", "n", "v");
        IMessageBuilderV4 message4 = v4.ExpectsToReceive("d").Given("s").Given("s", new Dictionary<string, string>()).WithMetadata("k", "v");
        configured = message4.WithJsonContent(body: new { a = Match.Type(1) });

        Action run = () => configured.Verify<Model>(handler: _ => { });
        Func<Task> runAsync = () => configured.VerifyAsync<Model>(handler: _ => Task.CompletedTask);
        Assert.NotNull(run);
        Assert.NotNull(runAsync);
    }

    [Fact]
    public void The_matchers()
    {
        IMatcher[] all =
        [
            Match.Regex(example: "1", regex: "\\d"), Match.Type(example: new { a = 1 }), Match.MinType(example: 1, min: 1),
            Match.MaxType(example: 1, max: 2), Match.MinMaxType(example: 1, min: 1, max: 2), Match.Integer(example: 1),
            Match.Decimal(example: 1.5), Match.Decimal(example: 1.5f), Match.Decimal(example: 1.5m), Match.Number(example: 1),
            Match.Number(example: 1.5), Match.Number(example: 1.5f), Match.Number(example: 1.5m), Match.Equality(example: "x"),
            Match.Null(), Match.Include(example: "x"),
        ];
        var min = new MinMaxTypeMatcher(example: 1, min: 1, max: 0) { Min = 2, Max = 3 };
        var type = new TypeMatcher(example: "x");
        dynamic value = type.Value;

        IMatcher any = all[0];
        dynamic example = any.Value;

        Assert.Equal("regex", any.Type);
        Assert.Equal("1", (string)example);
        Assert.Equal("x", (string)value);
        Assert.Equal((0, 5), (new MinMaxTypeMatcher(1, max: 5).Min, new MinMaxTypeMatcher(1, max: 5).Max));
        Assert.Equal((2, 3), (min.Min, min.Max));
        Assert.Equal("\\d", ((RegexMatcher)all[0]).Regex);
        Assert.Equal(
            [
                typeof(RegexMatcher), typeof(TypeMatcher), typeof(MinMaxTypeMatcher), typeof(IntegerMatcher), typeof(DecimalMatcher),
                typeof(NumericMatcher), typeof(EqualityMatcher), typeof(NullMatcher), typeof(IncludeMatcher),
            ],
            all.Select(matcher => matcher.GetType()).Distinct());
    }

    [Fact]
    public void The_verifier()
    {
        using var verifier = new PactVerifier(providerName: "p", config: new PactVerifierConfig
        {
            LogLevel = PactLogLevel.Error,
            Outputters = new List<IOutput> { new Memory() },
        });
        IPactVerifier fluent = verifier
            .WithHttpEndpoint(pactUri: new Uri("http://localhost:1"))
            .WithMessages(configure: Scenarios, settings: Camel);
        IPactVerifierSource source = fluent.WithFileSource(pactFile: new FileInfo("none.json"));
        source = fluent.WithDirectorySource(directory: new DirectoryInfo("none"), consumers: ["c"]);
        source = verifier.WithDirectorySource(new DirectoryInfo("none"), "c1", "c2");
        source = fluent.WithUriSource(pactUri: new Uri("http://localhost:1/pact"));
        source = fluent.WithUriSource(pactUri: new Uri("http://localhost:1/pact"), configure: options => options
            .BasicAuthentication(username: "u", password: "p")
            .TokenAuthentication(token: "t")
            .PublishResults(providerVersion: "1")
            .PublishResults(providerVersion: "1", configure: Publish)
            .PublishResults(condition: false, providerVersion: "1")
            .PublishResults(condition: false, providerVersion: "1", configure: Publish));
        source = fluent.WithPactBrokerSource(brokerBaseUri: new Uri("http://localhost:1"));
        source = fluent.WithPactBrokerSource(brokerBaseUri: new Uri("http://localhost:1"), configure: options => options
            .BasicAuthentication(username: "u", password: "p")
            .TokenAuthentication(token: "t")
            .EnablePending()
            .ProviderBranch(branch: "main")
            .ProviderTags("t1", "t2")
            .ConsumerTags("t1", "t2")
            .ConsumerVersionSelectors(new ConsumerVersionSelector { MainBranch = true }, new ConsumerVersionSelector { Branch = "b" })
            .ConsumerVersionSelectors(selectors: new List<ConsumerVersionSelector> { Selector() })
            .IncludeWipPactsSince(date: new DateTime(2026, 1, 1))
            .PublishResults(providerVersion: "1")
            .PublishResults(providerVersion: "1", configure: Publish)
            .PublishResults(condition: false, providerVersion: "1")
            .PublishResults(condition: false, providerVersion: "1", configure: Publish));
        source = source
            .WithProviderStateUrl(providerStateUri: new Uri("http://localhost:1/states"))
            .WithProviderStateUrl(providerStateUri: new Uri("http://localhost:1/states"), configure: options => options
                .WithTeardown()
                .WithStyle(style: ProviderStateStyle.Query))
            .WithFilter(description: "d", providerState: "s")
            .WithFilter(providerState: "s")
            .WithRequestTimeout(timeout: TimeSpan.FromSeconds(1))
            .WithSslVerificationDisabled()
            .WithCustomHeader(name: "h", value: "v");
        Action verify = source.Verify;

        Assert.NotNull(verify);
        new PactVerifierConfig { Outputters = new[] { new Memory() } }.WriteLine(line: "a line");
        Assert.Equal(PactLogLevel.Information, new PactVerifierConfig().LogLevel);
        Assert.IsType<ConsoleOutput>(Assert.Single(new PactVerifierConfig().Outputters));
        Assert.Equal([ProviderStateStyle.Body, ProviderStateStyle.Query], Enum.GetValues<ProviderStateStyle>());
        using var other = new PactVerifier("p");
        Assert.NotNull(other.WithMessages(Scenarios));
        Assert.NotNull(other.WithHttpEndpoint(new Uri("http://localhost:1")));
        Assert.NotNull(other.WithFileSource(new FileInfo("none.json")));
        Assert.NotNull(other.WithUriSource(new Uri("http://localhost:1/pact")));
        Assert.NotNull(other.WithUriSource(new Uri("http://localhost:1/pact"), options => options.TokenAuthentication("t")));
        Assert.NotNull(other.WithPactBrokerSource(new Uri("http://localhost:1")));
        Assert.NotNull(other.WithPactBrokerSource(new Uri("http://localhost:1"), options => options.EnablePending()));
        other.Dispose();
    }

    [Fact]
    public void Plumbing_that_is_public()
    {
        var state = new ProviderState { State = "s", Params = new Dictionary<string, string> { ["a"] = "1" } };
        var message = new MessageInteraction { Description = "d" };
        var scenario = new Scenario(description: "d", factory: () => new { a = 1 }, metadata: new { b = 2 }, settings: Camel);
        var plain = new Scenario("d", () => 1);
        dynamic metadata = scenario.Metadata;

        Assert.Equal("1", state.Params["a"]);
        Assert.Equal("d", message.Description);
        Assert.Equal(2, (int)metadata.b);
        Assert.Same(Camel, scenario.JsonSettings);
        Assert.Equal(1, (int)plain.Invoke());
        Assert.Equal(("d", "d"), (scenario.Description, plain.Description));
        using IMessagingProvider provider = new NoProvider();
        Assert.Equal(new Uri("http://localhost/"), provider.Start(settings: Camel));
        Assert.Throws<NotSupportedException>(() => provider.Scenarios);
    }

    [Fact]
    public void The_exceptions()
    {
        var inner = new InvalidOperationException("inner");
        PactFailureException[] all =
        [
            new("m"), new("m", inner),
            new PactVerificationFailedException(), new PactVerificationFailedException("m"), new PactVerificationFailedException("m", inner),
            new PactMessageConsumerVerificationException(), new PactMessageConsumerVerificationException("m"),
            new PactMessageConsumerVerificationException("m", inner),
        ];

        Assert.All(all, exception => Assert.NotEmpty(exception.Message));
        Assert.Equal(3, all.Count(exception => exception.InnerException == inner));
    }

    private static void Scenarios(IMessageScenarios scenarios)
    {
        IMessageScenarios added = scenarios
            .Add(description: "plain", factory: () => new { a = 1 })
            .Add(description: "built", configure: builder =>
            {
                builder.WithMetadata(metadata: new { k = "v" }).WithContent(factory: () => new { a = 1 });
            })
            .Add("with settings", builder => builder.WithContent(factory: () => new { a = 1 }, settings: Camel))
            .Add("async", async builder => await builder.WithContentAsync(factory: async () =>
            {
                await Task.Yield();
                return new { a = 1 };
            }))
            .Add("async with settings", builder => builder.WithContentAsync(factory: () => Task.FromResult<dynamic>(1), settings: Camel));
        IReadOnlyDictionary<string, Scenario> known = added.Scenarios;
        Assert.Equal(5, known.Count);
        Assert.True(known.ContainsKey("PLAIN"));
    }

    private static void Publish(IPactBrokerPublishOptions options) =>
        options.ProviderTags("t1", "t2").ProviderBranch(branch: "main").BuildUri(uri: new Uri("http://localhost/build"));

    private static ConsumerVersionSelector Selector() => new()
    {
        MainBranch = true, MatchingBranch = true, Deployed = true, Released = true, DeployedOrReleased = true, Branch = "b", FallbackBranch = "fb",
        Tag = "t", FallbackTag = "ft", Environment = "e", Consumer = "c", Latest = true,
    };

    /// <summary>Users make such doubles: a member more in the interface would break them.</summary>
    [Fact]
    public void Interfaces_that_users_implement_ask_for_no_more()
    {
        IPactBuilderV4 builder = new Double();
        builder.Verify(context => Assert.Equal(80, context.MockServerUri.Port));

        Assert.Throws<NotSupportedException>(() => builder.UponReceiving("d"));
    }

    private sealed class Double : IPactBuilderV4, IConsumerContext
    {
        public Uri MockServerUri => new("http://localhost/");

        public IRequestBuilderV4 UponReceiving(string description) => throw new NotSupportedException();

        public void Verify(Action<IConsumerContext> interact) => interact(this);

        public Task VerifyAsync(Func<IConsumerContext, Task> interact) => interact(this);
    }

    private sealed class NoProvider : IMessagingProvider
    {
        public IMessageScenarios Scenarios => throw new NotSupportedException();

        public Uri Start(JsonSerializerOptions settings) => new("http://localhost/");

        public void Dispose() { }
    }

    private sealed class Memory : IOutput
    {
        public void WriteLine(string line) { }
    }

    private sealed record Model(int A);
}

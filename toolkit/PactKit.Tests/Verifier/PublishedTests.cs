using PactKit.Brokers;
using PactKit.Tests.Brokers;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Tests.Verifier;

public sealed class PublishedTests
{
    private const string List = "/pacts/provider/p/for-verification";

    [Theory]
    [InlineData(201, true)]
    [InlineData(403, false)]
    [InlineData(422, false)]
    public async Task Results_count_as_published_when_the_broker_took_them(int answer, bool published)
    {
        using var broker = new FakeBroker()
            .On($"GET {List}", """{"_links":{"self":{"href":"{B}/pacts/provider/p/for-verification"}}}""")
            .On($"POST {List}", """{"_embedded":{"pacts":[{"_links":{"self":{"href":"{B}/pact/1","name":"Pact"}}}]},"_links":{}}""")
            .On("GET /pact/1", """
                {"consumer":{"name":"c"},"provider":{"name":"p"},"metadata":{"pactSpecification":{"version":"3.0.0"}},
                 "interactions":[{"description":"a user","request":{"method":"GET","path":"/users/1"},"response":{"status":200}}],
                 "_links":{"pb:publish-verification-results":{"href":"{B}/results"}}}
                """)
            .On("POST /results", "{}", answer);
        using var provider = new HttpMessageInvoker(new StubProvider(_ => new HttpResponseMessage()));
        var source = new BrokerSource(Client.Of(broker), new PactsForVerificationQuery { Provider = "p" }, new PublishOptions("1"));

        var report = await new ProviderVerifier(new VerifierOptions { Provider = "p", Http = provider }).VerifyAsync([source], TestContext.Current.CancellationToken);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(published, Assert.Single(report.Pacts).Published);
        Assert.Equal(!published, report.Warnings.Any(warning => warning.Contains("the results could not be published", StringComparison.Ordinal)));
    }
}

using ApiGateway.Tests.Contract;
using ApiGateway.Tests.Hosting;
using PactKit;

namespace ApiGateway.Tests.PactKit;

/// <summary>Which endpoints of the gateway somebody relies on: the others may change without asking.</summary>
public sealed class CoverageTests(GatewayFactory gateway, ITestOutputHelper output) : IClassFixture<GatewayFactory>
{
    [Fact]
    public void Every_endpoint_has_a_consumer()
    {
        var coverage = ApiCoverage.Of(gateway.Services, Repository.Pact.FullName);

        output.WriteLine(coverage.ToString());
        coverage.AssertComplete("/health");
    }

    [Fact]
    public void Every_interaction_has_an_endpoint() => Assert.Empty(ApiCoverage.Of(gateway.Services, Repository.Pact.FullName).Unrouted);
}

using ApiGateway.Tests.Hosting;
using PactNet.Verifier;

namespace ApiGateway.Tests.Contract;

/// <summary>
/// The pacts a broker asks this provider to honour: those of every consumer's main branch and of every consumer version that is
/// deployed or released. Runs when <c>PACT_BROKER_BASE_URL</c> is set and publishes the results when <c>PACT_PUBLISH</c> is true.
/// </summary>
public sealed class VerifyFromBroker(GatewayOnPort gateway, ITestOutputHelper output) : IClassFixture<GatewayOnPort>
{
    [Fact]
    public void The_gateway_keeps_its_contract_with_every_consumer()
    {
        var broker = BrokerSettings.FromEnvironment();
        Assert.SkipWhen(broker is null, "Set PACT_BROKER_BASE_URL to verify the pacts of a broker.");

        using var verifier = new PactVerifier("APIGateway", new PactVerifierConfig { Outputters = [new XunitOutput(output)] });

        verifier
            .WithHttpEndpoint(gateway.Address)
            .WithPactBrokerSource(broker.Address, options =>
            {
                options.ConsumerVersionSelectors(
                    new ConsumerVersionSelector { MainBranch = true },
                    new ConsumerVersionSelector { DeployedOrReleased = true });
                broker.Authenticate(options);
                options.PublishResults(broker.Publish, broker.ProviderVersion, publish => publish.ProviderBranch(broker.ProviderBranch));
            })
            .WithProviderStateUrl(gateway.ProviderStates, options => options.WithTeardown())
            .WithRequestTimeout(VerifyFromFile.Patience)
            .Verify();
    }
}

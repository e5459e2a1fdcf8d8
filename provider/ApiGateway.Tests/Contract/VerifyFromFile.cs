using ApiGateway.Tests.Hosting;
using PactNet.Verifier;

namespace ApiGateway.Tests.Contract;

/// <summary>The pact file in the repository against the gateway on a real port, as PactNet's users write it.</summary>
public sealed class VerifyFromFile(GatewayOnPort gateway, ITestOutputHelper output) : IClassFixture<GatewayOnPort>
{
    /// <summary>The first request of a cold application compiles half of it; a busy build server takes its time.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_gateway_keeps_its_contract_with_UserService()
    {
        using var verifier = new PactVerifier("APIGateway", new PactVerifierConfig { Outputters = [new XunitOutput(output)] });

        verifier
            .WithHttpEndpoint(gateway.Address)
            .WithFileSource(Repository.Pact)
            .WithProviderStateUrl(gateway.ProviderStates, options => options.WithTeardown())
            .WithRequestTimeout(Patience)
            .Verify();
    }
}

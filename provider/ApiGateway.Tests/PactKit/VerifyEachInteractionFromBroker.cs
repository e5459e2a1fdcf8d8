using ApiGateway.Tests.Contract;
using ApiGateway.Tests.Hosting;
using PactKit;
using PactKit.Verifier.Sessions;
using PactKit.Verifier.Sources;
using PactNet.Verifier;

namespace ApiGateway.Tests.PactKit;

/// <summary>
/// The interactions of the pacts a broker asks this provider to honour, one test each; one skipped test where <c>PACT_BROKER_BASE_URL</c> is not set. The results
/// of a pact are published after its last interaction, when <c>PACT_PUBLISH</c> is true.
/// </summary>
public sealed class VerifyEachInteractionFromBroker(VerifyEachInteractionFromBroker.Verified gateway) : IClassFixture<VerifyEachInteractionFromBroker.Verified>
{
    [Theory]
    [PactBrokerInteractions("APIGateway")]
    public Task The_gateway_keeps(InteractionCase interaction) => gateway.VerifyAsync(interaction);

    public sealed class Verified : InteractionFixture
    {
        private readonly GatewayFactory _gateway = new();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _gateway.DisposeAsync();
        }

        protected override VerificationSession Open() => new PactVerifier("APIGateway")
            .WithHttpEndpoint(_gateway)
            .WithInteractionsFromTests()
            .WithProviderStates<GatewayStates>(_gateway.Services)
            .WithRequestTimeout(VerifyFromFile.Patience)
            .OpenSession(Publish());

        private static PublishOptions? Publish() => BrokerSettings.FromEnvironment() is { Publish: true } broker
            ? new PublishOptions(broker.ProviderVersion) { ProviderBranch = broker.ProviderBranch }
            : null;
    }
}

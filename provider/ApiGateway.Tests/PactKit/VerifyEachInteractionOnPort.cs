using ApiGateway.Tests.Contract;
using ApiGateway.Tests.Hosting;
using PactKit;
using PactKit.Verifier.Sessions;
using PactNet.Verifier;

namespace ApiGateway.Tests.PactKit;

/// <summary>The same over a socket: what changes is where the gateway is.</summary>
public sealed class VerifyEachInteractionOnPort(VerifyEachInteractionOnPort.ListeningGateway gateway) : IClassFixture<VerifyEachInteractionOnPort.ListeningGateway>
{
    [Theory]
    [PactInteractions("pacts", Provider = "APIGateway")]
    public Task The_gateway_keeps_over_http(InteractionCase interaction) => gateway.VerifyAsync(interaction);

    public sealed class ListeningGateway : InteractionFixture
    {
        private readonly GatewayFactory _gateway = new();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _gateway.DisposeAsync();
        }

        protected override VerificationSession Open() => new PactVerifier("APIGateway")
            .WithHttpEndpointOnPort(_gateway)
            .WithInteractionsFromTests()
            .WithProviderStates<GatewayStates>(_gateway.Services)
            .WithRequestTimeout(VerifyFromFile.Patience)
            .OpenSession();
    }
}

using ApiGateway.Tests.Contract;
using ApiGateway.Tests.Hosting;
using PactKit;
using PactKit.Verifier.Sessions;
using PactNet.Verifier;

namespace ApiGateway.Tests.PactKit;

/// <summary>One test per interaction: the runner shows which of them the gateway does not keep, and each has its own output.</summary>
public sealed class VerifyEachInteraction(GatewayInMemory gateway) : IClassFixture<GatewayInMemory>
{
    [Theory]
    [PactInteractions("pacts/UserService-APIGateway.json")]
    public Task The_gateway_keeps(InteractionCase interaction) => gateway.VerifyAsync(interaction);
}

/// <summary>The gateway as a test server, started once for all interactions.</summary>
public sealed class GatewayInMemory : InteractionFixture
{
    private readonly GatewayFactory _gateway = new();

    protected override VerificationSession Open() => new PactVerifier("APIGateway")
        .WithHttpEndpoint(_gateway)
        .WithInteractionsFromTests()
        .WithProviderStates<GatewayStates>(_gateway.Services)
        .WithRequestTimeout(VerifyFromFile.Patience)
        .OpenSession();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}

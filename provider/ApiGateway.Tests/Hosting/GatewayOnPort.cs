namespace ApiGateway.Tests.Hosting;

/// <summary>The same gateway on a free port of this machine, for verifiers that speak HTTP over a socket.</summary>
public sealed class GatewayOnPort : GatewayFactory
{
    public GatewayOnPort()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    public Uri ProviderStates => new(Address, "/provider-states");
}

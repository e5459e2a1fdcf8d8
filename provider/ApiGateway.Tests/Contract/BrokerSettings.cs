using PactNet.Verifier;

namespace ApiGateway.Tests.Contract;

/// <summary>Where the broker is and under which name results are published, from the variables every Pact client knows.</summary>
internal sealed record BrokerSettings(Uri Address, string ProviderVersion, string ProviderBranch, bool Publish)
{
    /// <summary>Null when <c>PACT_BROKER_BASE_URL</c> is not set.</summary>
    public static BrokerSettings? FromEnvironment() =>
        Read("PACT_BROKER_BASE_URL") is { } address
            ? new BrokerSettings(
                new Uri(address),
                Read("PROVIDER_VERSION") ?? "0.0.0-local",
                Read("PROVIDER_BRANCH") ?? "main",
                string.Equals(Read("PACT_PUBLISH"), "true", StringComparison.OrdinalIgnoreCase))
            : null;

    public void Authenticate(IPactBrokerOptions options)
    {
        if (Read("PACT_BROKER_TOKEN") is { } token)
            options.TokenAuthentication(token);
        else if (Read("PACT_BROKER_USERNAME") is { } user)
            options.BasicAuthentication(user, Read("PACT_BROKER_PASSWORD") ?? "");
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

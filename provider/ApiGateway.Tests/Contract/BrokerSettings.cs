using PactNet.Verifier;

namespace ApiGateway.Tests.Contract;

/// <summary>Where the broker is and under which name results are published, from the variables every Pact client knows.</summary>
internal sealed record BrokerSettings(Uri Address)
{
    private string? Token { get; } = Read("PACT_BROKER_TOKEN");

    private string? Username { get; } = Read("PACT_BROKER_USERNAME");

    private string Password { get; } = Read("PACT_BROKER_PASSWORD") ?? "";

    public string ProviderVersion { get; } = Read("PROVIDER_VERSION") ?? "0.0.0-local";

    public string ProviderBranch { get; } = Read("PROVIDER_BRANCH") ?? "main";

    /// <summary>Only what a build server says is worth telling others: off unless <c>PACT_PUBLISH</c> is <c>true</c>.</summary>
    public bool Publish { get; } = string.Equals(Read("PACT_PUBLISH"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when <c>PACT_BROKER_BASE_URL</c> is not set.</summary>
    public static BrokerSettings? FromEnvironment() =>
        Read("PACT_BROKER_BASE_URL") is { } address ? new BrokerSettings(new Uri(address)) : null;

    public void Authenticate(IPactBrokerOptions options)
    {
        if (Token is not null) options.TokenAuthentication(Token);
        else if (Username is not null) options.BasicAuthentication(Username, Password);
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

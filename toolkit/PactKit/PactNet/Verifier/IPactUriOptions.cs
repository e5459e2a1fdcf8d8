namespace PactNet.Verifier;

/// <summary>Options of a pact from an address.</summary>
public interface IPactUriOptions
{
    /// <summary>Signs in with a name and a password.</summary>
    IPactUriOptions BasicAuthentication(string username, string password);

    /// <summary>Signs in with a bearer token.</summary>
    IPactUriOptions TokenAuthentication(string token);

    /// <summary>Publishes the results to the broker as this version of the provider.</summary>
    IPactUriOptions PublishResults(string providerVersion);

    /// <inheritdoc cref="PublishResults(string)"/>
    IPactUriOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Publishes the results if the condition holds, say on a build server.</summary>
    IPactUriOptions PublishResults(bool condition, string providerVersion);

    /// <inheritdoc cref="PublishResults(bool, string)"/>
    IPactUriOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure);
}

namespace PactNet.Verifier;

/// <summary>Says how to verify, and does it.</summary>
public interface IPactVerifierSource
{
    /// <summary>An endpoint that puts the provider into a state: one POST per state before each interaction.</summary>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri);

    /// <inheritdoc cref="WithProviderStateUrl(Uri)"/>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure);

    /// <summary>Only interactions whose description and provider state match these regular expressions.</summary>
    IPactVerifierSource WithFilter(string? description = null, string? providerState = null);

    /// <summary>How long one request to the provider may take. Default: 5 seconds.</summary>
    IPactVerifierSource WithRequestTimeout(TimeSpan timeout);

    /// <summary>Accepts any TLS certificate.</summary>
    IPactVerifierSource WithSslVerificationDisabled();

    /// <summary>A header for every request to the provider, in place of one with that name in the pact. The state endpoint gets it as well.</summary>
    IPactVerifierSource WithCustomHeader(string name, string value);

    /// <summary>Verifies all pacts of all sources.</summary>
    /// <exception cref="Exceptions.PactVerificationFailedException">The provider does not keep a pact, or a pact could not be loaded.</exception>
    /// <exception cref="Exceptions.PactFailureException">The verification itself could not run.</exception>
    void Verify();
}

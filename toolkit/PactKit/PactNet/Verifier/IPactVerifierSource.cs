namespace PactNet.Verifier;

/// <summary>Says how to verify, and does it.</summary>
public interface IPactVerifierSource
{
    /// <summary>
    /// An endpoint that puts the provider into a state: one POST per state before each interaction, and one with an empty name where there is no
    /// state. A call that does not succeed is made three times, half a second apart; then the interaction fails without being requested.
    /// Parameters arrive as the pact has them: numbers and objects as well as texts.
    /// </summary>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri);

    /// <inheritdoc cref="WithProviderStateUrl(Uri)"/>
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure);

    /// <summary>
    /// Only interactions in whose description and provider state these regular expressions are found, case-sensitive. A second call replaces the
    /// first. Where nothing is found nothing is verified, and the run passes with a warning.
    /// </summary>
    /// <exception cref="ArgumentException">A pattern is not a regular expression.</exception>
    IPactVerifierSource WithFilter(string? description = null, string? providerState = null);

    /// <summary>How long one request to the provider or its state endpoint may take. Default: 5 seconds.</summary>
    /// <exception cref="ArgumentException">The time is zero or less.</exception>
    IPactVerifierSource WithRequestTimeout(TimeSpan timeout);

    /// <summary>Accepts any TLS certificate. Default: they are checked.</summary>
    IPactVerifierSource WithSslVerificationDisabled();

    /// <summary>A header for every request to the provider, in place of one with that name in the pact. The state endpoint gets it as well.</summary>
    IPactVerifierSource WithCustomHeader(string name, string value);

    /// <summary>
    /// Verifies all pacts of all sources, one interaction after another. It blocks; <c>VerifyAsync</c> and <c>ReportAsync</c> do not.
    /// </summary>
    /// <exception cref="Exceptions.PactVerificationFailedException">The provider does not keep a pact, or a pact could not be loaded.</exception>
    /// <exception cref="Exceptions.PactFailureException">The verification itself could not run.</exception>
    void Verify();
}

using PactKit.Verifier;
using PactKit.Verifier.Sessions;
using PactKit.Verifier.Sources;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit;

/// <summary>Verification interaction by interaction: one test each, over one provider that is started once.</summary>
public static class PactVerifierSessionExtensions
{
    /// <summary>
    /// The pacts come from the tests, which pass the interactions of <see cref="InteractionsToVerify"/> to a <see cref="VerificationSession"/>. Say where the
    /// provider is before, and how its states are set after; then call <see cref="OpenSession"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not said where the provider is.</exception>
    public static IPactVerifierSource WithInteractionsFromTests(this IPactVerifier verifier) =>
        verifier is PactNet.Verifier.PactVerifier own ? own.WithoutSource() : throw new ArgumentException("Only a PactVerifier can do this.", nameof(verifier));

    /// <summary>Starts a session with these settings. The verifier's outputters are told nothing: each test has an output of its own.</summary>
    /// <param name="source">The verification, begun by <see cref="WithInteractionsFromTests"/>.</param>
    /// <param name="publish">Under which version results of pacts from a broker are published; null to keep them.</param>
    /// <exception cref="InvalidOperationException">There are pacts or a filter already: what is verified is the tests' to say.</exception>
    public static VerificationSession OpenSession(this IPactVerifierSource source, PublishOptions? publish = null) =>
        source is PactVerifierSource own ? own.OpenSession(publish) : throw new ArgumentException("Only what a PactVerifier made can do this.", nameof(source));

    /// <summary>Verifies one interaction and fails the test when the provider does not keep it, unless it is pending.</summary>
    /// <param name="session">The session.</param>
    /// <param name="interaction">The row of the test's data.</param>
    /// <param name="output">Is told what was checked, for example <c>output.WriteLine</c>; null for nobody.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <returns>How it was verified.</returns>
    /// <exception cref="PactVerificationFailedException">The provider does not keep it. The message begins with what differs.</exception>
    public static async Task<InteractionReport> VerifyAsync(
        this VerificationSession session, InteractionToVerify interaction, Action<string>? output = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var report = await session.ReportAsync(interaction, cancellationToken);
        output?.Invoke(SessionText.Of(interaction, report));
        return report.FailsTheRun ? throw new PactVerificationFailedException(SessionText.Failure(interaction, report)) : report;
    }
}

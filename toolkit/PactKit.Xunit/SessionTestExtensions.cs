using PactKit.Verifier;
using PactKit.Verifier.Reports;
using PactKit.Verifier.Sessions;
using PactNet.Exceptions;
using Xunit;

namespace PactKit;

/// <summary>What a test does with its row.</summary>
public static class SessionTestExtensions
{
    /// <summary>Name of the attachment: a report in the form other Pact verifiers write.</summary>
    public const string Attachment = "pact-verification";

    /// <summary>
    /// Verifies the interaction of this test. What was checked goes to the test's output. One that the provider does not keep has a structured report attached
    /// (<see cref="Attachment"/>) and fails the test; where it is pending, the test passes with a warning.
    /// </summary>
    /// <param name="session">The session the tests share.</param>
    /// <param name="interaction">The row of the test's data.</param>
    /// <exception cref="PactVerificationFailedException">The provider does not keep it. The message begins with what differs.</exception>
    public static async Task VerifyAsync(this VerificationSession session, InteractionCase interaction)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(interaction);
        var test = TestContext.Current;
        var row = interaction.Interaction;
        var report = await session.ReportAsync(row, test.CancellationToken);
        test.TestOutputHelper?.WriteLine(SessionText.Of(row, report));
        if (report.Passed) return;
        var alone = new VerificationReport(row.Provider, [SessionText.Single(row, report)], []);
        test.AddAttachment(Attachment, JsonReport.Write(alone), "application/json");
        if (report.FailsTheRun) throw new PactVerificationFailedException(SessionText.Failure(row, report));
        test.AddWarning($"Pending: the provider does not keep '{row}' yet. The test's output says what differs.");
    }
}

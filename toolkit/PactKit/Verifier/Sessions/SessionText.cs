using System.Text;
using PactKit.Model;
using PactKit.Verifier.Reports;

namespace PactKit.Verifier.Sessions;

/// <summary>One interaction's verification in words.</summary>
public static class SessionText
{
    /// <summary>What was checked, for the test's output.</summary>
    public static string Of(InteractionToVerify interaction, InteractionReport report)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        InteractionText.Append(text, Single(interaction, report));
        if (report is { Passed: false, Pending: true }) text.Append("\nIt is pending, so this does not fail the test:\n").Append(Failure(interaction, report));
        return text.ToString().Trim('\n');
    }

    /// <summary>Why it failed: the differences first, then what they are about.</summary>
    public static string Failure(InteractionToVerify interaction, InteractionReport report)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        if (report.Error is not null) text.Append(report.Error).Append('\n');
        text.Append(VerificationText.Mismatches(report));
        text.Append('\n').Append(interaction).Append("\nof ").Append(interaction.Source).Append('\n');
        if (report.Interaction is HttpInteraction http) Append(text, "The request of the pact:", PartText.Of(http.Request));
        if (report.Response is { } response) Append(text, "The provider's response:", PartText.Of(response));
        if (report.Message is { } message) Append(text, "The provider's message:", PartText.Of(message));
        return text.ToString().TrimEnd();
    }

    /// <summary>A report of this interaction alone.</summary>
    internal static PactReport Single(InteractionToVerify interaction, InteractionReport report) => new()
    {
        Pact = interaction.Loaded.Pact,
        Source = interaction.Source,
        Pending = interaction.Loaded.Pending,
        NoticesBefore = interaction.Loaded.NoticesBefore,
        Interactions = [report],
    };

    private static void Append(StringBuilder text, string heading, string part) =>
        text.Append('\n').Append(heading).Append("\n  ").Append(part.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
}

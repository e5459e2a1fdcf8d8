using System.Globalization;
using System.Text;
using PactKit.Model;
using PactKit.Reporting;

namespace PactKit.Verifier;

/// <summary>A verification report in words: each interaction with what was checked, then the failures, numbered.</summary>
public static class VerificationText
{
    /// <summary>The whole report.</summary>
    public static string Of(VerificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var pact in report.Pacts) InteractionText.Append(text, pact);
        foreach (var warning in report.Warnings) text.Append("\nWarning: ").Append(warning).Append('\n');
        foreach (var notice in report.Pacts.SelectMany(pact => pact.NoticesAfter).Distinct()) text.Append('\n').Append(notice).Append('\n');
        Append(text, "Pending Failures", report, pending: true);
        Append(text, "Failures", report, pending: false);
        return text.Append('\n').Append(Count(report)).ToString();
    }

    /// <summary>The failures that count, for an exception.</summary>
    public static string Failures(VerificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder($"The provider '{report.Provider}' does not keep its pacts: {Count(report)}.\n");
        Append(text, "Failures", report, pending: false);
        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, string heading, VerificationReport report, bool pending)
    {
        bool IsOne(InteractionReport interaction) => !interaction.Passed && interaction.Pending == pending;
        IReadOnlyList<string> errors = pending ? [] : report.Errors;
        if (errors.Count == 0 && !report.Pacts.Any(pact => pact.Interactions.Any(IsOne))) return;
        text.Append('\n').Append(heading).Append(":\n");
        var number = 0;
        foreach (var error in errors) text.Append(CultureInfo.InvariantCulture, $"\n{++number}) {error}\n");
        foreach (var pact in report.Pacts)
        foreach (var interaction in pact.Interactions.Where(IsOne))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{++number}) {Title(pact, interaction)}\n");
            if (interaction.Error is not null) text.Append("    ").Append(interaction.Error).Append('\n');
            text.Append(Indented(Mismatches(interaction)));
        }
    }

    /// <summary>What one failure is about.</summary>
    internal static string Title(PactReport pact, InteractionReport interaction) =>
        $"Verifying a pact between {pact.Pact.Consumer} and {pact.Pact.Provider} - {InteractionText.Title(interaction.Interaction)}";

    /// <summary>What differed, with the bodies side by side; empty where nothing did.</summary>
    internal static string Mismatches(InteractionReport report) => report switch
    {
        { Mismatches.Count: 0 } => "",
        { Interaction: HttpInteraction http, Response: { } response } => MismatchReport.Of(report.Mismatches, http.Response, response),
        { Interaction: AsynchronousMessage message, Message: { } made } => MismatchReport.Of(report.Mismatches, message.Contents, made),
        { Interaction: SynchronousMessage { Response: [var only] }, Message: { } made } => MismatchReport.Of(report.Mismatches, only, made),
        _ => MismatchReport.Of(report.Mismatches),
    };

    private static string Indented(string text) =>
        text.Length == 0 ? "" : "    " + text.TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal) + "\n";

    private static string Count(VerificationReport report)
    {
        var all = report.Pacts.SelectMany(pact => pact.Interactions).ToList();
        var failed = all.Count(interaction => interaction.FailsTheRun);
        var pending = all.Count(interaction => !interaction.Passed && interaction.Pending);
        var text = string.Create(CultureInfo.InvariantCulture, $"{all.Count} interaction(s), {failed} failure(s)");
        if (pending > 0) text += string.Create(CultureInfo.InvariantCulture, $", {pending} pending failure(s)");
        return report.Errors.Count == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $", {report.Errors.Count} error(s)");
    }
}

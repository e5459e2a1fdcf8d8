using System.Globalization;
using System.Text;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>The interactions of one pact in words, as verifiers print them.</summary>
internal static class InteractionText
{
    public static void Append(StringBuilder text, PactReport report)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nVerifying a pact between {report.Pact.Consumer} and {report.Pact.Provider}\n");
        foreach (var notice in report.NoticesBefore) text.Append("\n  ").Append(notice).Append('\n');
        foreach (var interaction in report.Interactions) Append(text, interaction);
    }

    public static string Title(Interaction interaction)
    {
        if (interaction.ProviderStates.Count == 0) return interaction.Description;
        return $"{interaction.Description} given {string.Join(" and ", interaction.ProviderStates.Select(state => state.Name))}";
    }

    private static void Append(StringBuilder text, InteractionReport report)
    {
        var interaction = report.Interaction;
        var took = ((long)report.Duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"\n  {interaction.Description} ({took}ms){(report.Pending ? " [PENDING]" : "")}\n");
        foreach (var (index, state) in interaction.ProviderStates.Index())
            text.Append(CultureInfo.InvariantCulture, $"     {(index == 0 ? "Given" : "And")} {state.Name}\n");
        AppendComments(text, interaction);
        foreach (var warning in report.Warnings) text.Append(CultureInfo.InvariantCulture, $"      Warning: {warning}\n");
        if (report.Error is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {report.Error} (FAILED)\n");
            return;
        }

        if (interaction is HttpInteraction http) AppendResponse(text, http.Response, report.Mismatches);
        else AppendMessage(text, report.Mismatches);
    }

    private static void AppendResponse(StringBuilder text, Response expected, IReadOnlyList<Mismatch> mismatches)
    {
        text.Append("    returns a response which\n");
        text.Append(CultureInfo.InvariantCulture, $"      has status code {expected.Status} ({Verdict(mismatches.Any(m => m is StatusMismatch))})\n");
        if (expected.Headers.Count > 0) text.Append("      includes headers\n");
        foreach (var (name, values) in expected.Headers)
        {
            var failed = mismatches.Any(m => m is HeaderMismatch header && header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            text.Append(CultureInfo.InvariantCulture, $"        \"{name}\" with value \"{string.Join(", ", values)}\" ({Verdict(failed)})\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"      has a matching body ({Verdict(mismatches.Any(IsBody))})\n");
    }

    private static void AppendMessage(StringBuilder text, IReadOnlyList<Mismatch> mismatches)
    {
        text.Append("    generates a message which\n");
        text.Append(CultureInfo.InvariantCulture, $"      includes metadata ({Verdict(mismatches.Any(m => m is MetadataMismatch))})\n");
        text.Append(CultureInfo.InvariantCulture, $"      has a matching body ({Verdict(mismatches.Any(IsBody))})\n");
    }

    private static void AppendComments(StringBuilder text, Interaction interaction)
    {
        if (interaction.Comments.TryGetValue("testname", out var test) && test.ValueKind == JsonValueKind.String)
            text.Append(CultureInfo.InvariantCulture, $"\n    Test Name: {test.GetString()}\n");
        if (!interaction.Comments.TryGetValue("text", out var comments) || comments.ValueKind != JsonValueKind.Array) return;
        text.Append("\n    Comments:\n");
        foreach (var comment in comments.EnumerateArray()) text.Append(CultureInfo.InvariantCulture, $"      {comment}\n");
    }

    private static bool IsBody(Mismatch mismatch) => mismatch is BodyMismatch or BodyTypeMismatch;

    private static string Verdict(bool failed) => failed ? "FAILED" : "OK";
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Reporting;

namespace PactKit.Verifier.Reports;

/// <summary>The report in the form other Pact verifiers write, so that tools that read theirs read ours.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Settings = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(VerificationReport report)
    {
        var all = report.Pacts.SelectMany(pact => pact.Interactions.Select(interaction => (Pact: pact, Interaction: interaction))).ToList();
        var json = new JsonObject
        {
            ["result"] = report.Success,
            ["notices"] = List(report.Pacts.SelectMany(Notices)),
            ["output"] = List(VerificationText.Of(report).Split('\n').Select(line => (JsonNode)line)),
            ["errors"] = List([
                .. report.Errors.Select(error => Error("Loading the pacts", new JsonObject { ["type"] = "error", ["message"] = error })),
                .. all.Where(failure => failure.Interaction.FailsTheRun).Select(failure => Error(failure.Pact, failure.Interaction))]),
            ["pendingErrors"] = List(
                all.Where(failure => failure.Interaction is { Passed: false, Pending: true }).Select(failure => Error(failure.Pact, failure.Interaction))),
            ["interactionResults"] = List(all.Select(result => Result(result.Interaction))),
        };
        return [.. Encoding.UTF8.GetBytes(json.ToJsonString(Settings)), (byte)'\n'];
    }

    private static IEnumerable<JsonNode> Notices(PactReport pact) =>
    [
        .. pact.NoticesBefore.Select(notice => new JsonObject { ["when"] = "before_verification", ["text"] = notice }),
        .. pact.NoticesAfter.Select(notice => new JsonObject { ["when"] = "after_verification", ["text"] = notice }),
    ];

    private static JsonObject Error(PactReport pact, InteractionReport report)
    {
        var mismatch = report.Error is null
            ? new JsonObject { ["type"] = "mismatches", ["mismatches"] = List(report.Mismatches.Select(MismatchJson.Of)) }
            : new JsonObject { ["type"] = "error", ["message"] = report.Error };
        if (report.Interaction.Id is { } id) mismatch["interactionId"] = id;
        return Error(VerificationText.Title(pact, report), mismatch);
    }

    private static JsonObject Error(string interaction, JsonObject mismatch) => new() { ["interaction"] = interaction, ["mismatch"] = mismatch };

    private static JsonObject Result(InteractionReport report)
    {
        var json = new JsonObject();
        if (report.Interaction.Id is { } id) json["interactionId"] = id;
        if (report.Interaction.Key is { } key) json["interactionKey"] = key;
        json["description"] = report.Interaction.Description;
        json["result"] = report.Passed ? "OK" : "Error";
        json["duration"] = string.Create(CultureInfo.InvariantCulture, $"{(long)report.Duration.TotalMilliseconds}ms");
        return json;
    }

    private static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);
}

using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>Body of a 500 answer: an <c>error</c> sentence as other mock servers have, and what differs from the nearest expectation.</summary>
internal static class RefusalJson
{
    public static JsonObject Of(RequestOutcome outcome)
    {
        var (kind, nearest, mismatches) = outcome switch
        {
            RequestMismatched m => ("Request-Mismatch", m.Interaction, m.Mismatches),
            RequestUnexpected u => ("Unexpected-Request", u.Nearest, u.Mismatches),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), "A request that matched is not refused."),
        };
        var json = new JsonObject
        {
            ["error"] = $"{kind} : {outcome.Request.Method} {outcome.Request.Path} {Reason(outcome, nearest, mismatches)}",
            ["mismatches"] = new JsonArray([.. mismatches.Select(mismatch => (JsonNode)OutcomeJson.Of(mismatch))]),
        };
        if (nearest is not null) json["nearest"] = Nearest(nearest);
        return json;
    }

    private static string Reason(RequestOutcome outcome, HttpInteraction? nearest, IReadOnlyList<Mismatch> mismatches)
    {
        if (nearest is null) return "was not expected: there are no interactions.";
        var differences = string.Join("; ", mismatches.Select(mismatch => mismatch.Description));
        return outcome is RequestMismatched
            ? $"differs from the interaction '{nearest.Description}': {differences}"
            : $"is not expected by any interaction. Nearest is '{nearest.Description}' ({nearest.Request.Method} {nearest.Request.Path}): {differences}";
    }

    private static JsonObject Nearest(HttpInteraction interaction) => new()
    {
        ["description"] = interaction.Description,
        ["providerStates"] = new JsonArray([.. interaction.ProviderStates.Select(state => (JsonNode)state.Name)]),
        ["method"] = interaction.Request.Method,
        ["path"] = interaction.Request.Path,
    };
}

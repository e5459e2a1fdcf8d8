using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Reporting;

namespace PactKit.MockServer;

/// <summary>Body of a 500 answer: an <c>error</c> sentence as other mock servers have, and what differs from the nearest expectation.</summary>
internal static class RefusalJson
{
    public static JsonObject Of(ReceivedRequest received)
    {
        var (kind, nearest, mismatches) = received.Pick switch
        {
            MismatchedRequest m => ("Request-Mismatch", m.Closest, m.Mismatches),
            UnexpectedRequest u => ("Unexpected-Request", u.Nearest, u.Mismatches),
            _ => throw new ArgumentException("A request that matched is not refused.", nameof(received)),
        };
        var json = new JsonObject
        {
            ["error"] = $"{kind} : {received.Request.Method} {received.Request.Path} {Reason(received, nearest, mismatches)}",
            ["mismatches"] = new JsonArray([.. mismatches.Select(mismatch => (JsonNode)MismatchJson.Of(mismatch))]),
        };
        if (nearest is not null) json["nearest"] = Nearest(nearest);
        return json;
    }

    private static string Reason(ReceivedRequest received, HttpInteraction? nearest, IReadOnlyList<Mismatch> mismatches)
    {
        if (nearest is null) return "was not expected: there are no interactions.";
        var differences = string.Join("; ", mismatches.Select(mismatch => mismatch.Description));
        return received.Pick is MismatchedRequest
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

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Reporting;

namespace PactKit.MockServer;

/// <summary>The mismatches of a mock server as JSON, in the shape other Pact implementations print.</summary>
internal static class OutcomeJson
{
    // The text goes to people; it is never put into a page.
    internal static readonly JsonSerializerOptions Settings = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An array with one element per refused request and per missing interaction. Empty when all went well.</summary>
    public static JsonArray Of(MockServerVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var list = new JsonArray();
        foreach (var received in verdict.Refused) list.Add(Of(received));
        foreach (var missing in verdict.Missing)
        {
            list.Add(new JsonObject
            {
                ["type"] = "missing-request",
                ["method"] = missing.Request.Method,
                ["path"] = missing.Request.Path,
                ["request"] = Of(missing.Request),
            });
        }

        return list;
    }

    private static JsonObject Of(ReceivedRequest received)
    {
        var mismatched = received.Pick as MismatchedRequest;
        var json = new JsonObject
        {
            ["type"] = mismatched is null ? "request-not-found" : "request-mismatch",
            ["method"] = received.Request.Method,
            ["path"] = received.Request.Path,
        };
        if (mismatched is null) json["request"] = Of(received.Request);
        else json["mismatches"] = new JsonArray([.. mismatched.Mismatches.Select(mismatch => (JsonNode)MismatchJson.Of(mismatch))]);
        return json;
    }

    private static JsonObject Of(Request request) => new()
    {
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["query"] = Lists(request.Query),
        ["headers"] = Lists(request.Headers),
        ["body"] = request.Body.State == BodyState.Present ? Text(request.Body.Content) : null,
    };

    private static JsonObject Lists<T>(IReadOnlyDictionary<string, IReadOnlyList<T>> named) where T : class? =>
        new(named.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode?)(value as string))]))));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}

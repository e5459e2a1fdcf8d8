using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>Writes a recorded request, with the rules of its arguments, into an interaction.</summary>
internal sealed class RequestPlaces(Exploration found)
{
    public void Write(RecordedRequest recorded, HttpDraft draft)
    {
        var request = recorded.Request;
        if (request.Body.State == BodyState.Present && request.Headers.TryGetValue("Content-Encoding", out var encodings))
        {
            throw new InvalidOperationException(
                $"The body is sent compressed (Content-Encoding: {string.Join(", ", encodings)}), and a pact holds bodies as they are. " +
                "Pass settings without RequestCompression to WithRequest and to CreateClient.");
        }

        draft.SetRequest(request.Method, Example(TextPlaces.OfPath(request.Path, found.At(Place.Path))));
        foreach (var (name, values) in request.Query)
            foreach (var value in Values(values, Place.Under(Place.Query, name))) draft.Query.Add(name, Example(value));
        foreach (var (name, values) in request.Headers)
        {
            if (Snapshot.IsOfBody(name)) continue;
            foreach (var value in Values(values, Place.Under(Place.Headers, name))) draft.Request.AddHeader(name, Example(value));
        }

        new BodyPlaces(found).Write(recorded, draft.Request);
        found.RequireAllPlaced();
    }

    /// <summary>The values of one name, as texts or matchers. A file has one list of rules for all of them.</summary>
    internal List<JsonNode?> Values(IReadOnlyList<string?> values, string key, IReadOnlyList<Landing>? above = null)
    {
        IReadOnlyList<Landing> whole = [.. above ?? [], .. found.At(key)];
        List<JsonNode?> placed =
        [
            .. values.Select((value, index) => value is null
                ? null
                : TextPlaces.OfText(value, [.. whole, .. found.At(Place.Under(key, index))])),
        ];
        var rules = placed.Select(Rule).Distinct().ToList();
        return rules.Count < 2 ? placed : throw Mixed(key, placed.Count);
    }

    private static InvalidOperationException Mixed(string key, int count) => new(
        $"Only some of the {count} values at {key} are Args, or they have different rules. A pact has one rule for all values of a name: " +
        "pass the list as one Arg, Arg.Type(list).");

    private static string? Rule(JsonNode? placed)
    {
        if (placed is not JsonObject matcher) return null;
        var rule = matcher.DeepClone().AsObject();
        rule.Remove("value");
        return rule.ToJsonString();
    }

    internal static Example Example(JsonNode? placed) => placed switch
    {
        null => Consumer.Example.Of(null!),
        JsonObject matcher => Consumer.Example.OfMatcher(IntegrationJson.Body(JsonSerializer.SerializeToElement(matcher))),
        _ => Consumer.Example.Of(placed.GetValue<string>()),
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>Writes a recorded body, with the rules of its arguments, into an interaction.</summary>
internal sealed class BodyPlaces(Exploration found)
{
    /// <summary>Two clients never agree on a boundary, so none is asked for.</summary>
    private const string AnyBoundary = @"^multipart/form-data;(\s*charset=[^;]*;)?\s*boundary=.*$";

    private readonly JsonPlaces _json = new(found);

    public void Write(RecordedRequest recorded, PartDraft draft)
    {
        if (found.Document?["body"] is not JsonObject snapshot) return;
        var type = recorded.ContentType ?? "application/octet-stream";
        var content = recorded.Request.Body.Content;
        if (snapshot.TryGetPropertyValue(Snapshot.Json, out var json))
        {
            draft.SetJson(IntegrationJson.Body(Element(_json.Place(json, Root(Snapshot.Json)))), type);
            return;
        }

        var body = BodyDraft.OfBytes(content, type);
        draft.SetBody(body with { Rules = Rules(snapshot, recorded) }, type);
        if (recorded.Parts is not null) draft.AddHeader("Content-Type", RequestPlaces.Example(Boundary(type)));
    }

    private Dictionary<string, RuleList> Rules(JsonObject snapshot, RecordedRequest recorded)
    {
        var rules = new Dictionary<string, RuleList>();
        if (snapshot[Snapshot.Form] is JsonObject form) Form(form, rules);
        else if (recorded.Parts is { } parts) Parts(snapshot[Snapshot.Multipart]!.AsArray(), parts, rules);
        else Text(snapshot, rules);
        return rules;
    }

    private void Form(JsonObject form, Dictionary<string, RuleList> rules)
    {
        var whole = found.At(Root(Snapshot.Form));
        foreach (var (name, values) in form)
        {
            string?[] texts = [.. values!.AsArray().Select(value => value?.GetValue<string>())];
            var key = Place.Under(Root(Snapshot.Form), name);
            var placed = new RequestPlaces(found).Values(texts, key, whole);
            if (placed.Count > 0 && RequestPlaces.Example(placed[0]).Rules is { } list) rules[PathText.AppendField(PathText.Root, name)] = list;
        }
    }

    private void Parts(JsonArray snapshots, IReadOnlyList<RecordedPart> parts, Dictionary<string, RuleList> rules)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var name = parts[i].Name ?? i.ToString(CultureInfo.InvariantCulture);
            var root = PathText.AppendField(PathText.Root, name);
            var key = Place.Under(Root(Snapshot.Multipart), i);
            var part = snapshots[i]!.AsObject();
            if (part.TryGetPropertyValue(Snapshot.Json, out var json)) Nested(_json.Place(json, Place.Under(key, Snapshot.Json)), root, rules);
            else if (part[Snapshot.Text] is { } text && Texts(text, Place.Under(key, Snapshot.Text)) is { } list) rules[root] = list;
            else Refuse(found.At(Place.Under(key, Snapshot.Bytes)));
        }
    }

    private static void Nested(JsonNode? placed, string root, Dictionary<string, RuleList> rules)
    {
        foreach (var (path, list) in BodyDraft.OfJson(IntegrationJson.Body(Element(placed)), "application/json").Rules) rules[root + path[PathText.Root.Length..]] = list;
    }

    private void Text(JsonObject snapshot, Dictionary<string, RuleList> rules)
    {
        Refuse(found.At(Root(Snapshot.Bytes)));
        if (snapshot[Snapshot.Text] is { } text && Texts(text, Root(Snapshot.Text)) is { } list) rules[PathText.Root] = list;
    }

    private RuleList? Texts(JsonNode text, string key) => RequestPlaces.Example(TextPlaces.OfText(text.GetValue<string>(), found.At(key))).Rules;

    private static void Refuse(IReadOnlyList<Landing> landings)
    {
        if (landings is [var landing, ..])
        {
            throw new InvalidOperationException(
                $"{landing.Rule.Call} arrives in {landing.Where}, which is neither text nor JSON: pass the plain value.");
        }
    }

    private static JsonObject Boundary(string type) => new() { [ArgRule.TypeMember] = "regex", ["regex"] = AnyBoundary, ["value"] = type };

    private static string Root(string kind) => Place.Under(Place.Body, kind);

    private static JsonElement Element(JsonNode? node) => JsonSerializer.SerializeToElement(node);
}

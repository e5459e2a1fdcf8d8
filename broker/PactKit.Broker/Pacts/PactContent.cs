using System.Text;
using System.Text.Json;

namespace PactKit.Broker.Pacts;

/// <summary>The content of a pact: what is stored, and the sha that tells equal contents.</summary>
internal sealed record PactContent(string Sha, string Text, int Interactions, int Messages, JsonElement Root)
{
    private static readonly string[] Overwritten = ["createdAt", "_links"];
    private static readonly string[] Lists = ["interactions", "messages"];

    /// <param name="root">The parsed pact, an object.</param>
    /// <param name="onlyWhatIsVerified">Leave out of the sha what cannot change a verification's result: names, order, other metadata.</param>
    public static PactContent From(JsonElement root, bool onlyWhatIsVerified = true)
    {
        var (interactions, messages) = Count(root);
        return new PactContent(CanonicalJson.Sha1(onlyWhatIsVerified ? Relevant(root) : CanonicalJson.Compact(root)), WithIds(root), interactions, messages, root);
    }

    /// <summary>Where every byte counts: the sha of what was sent.</summary>
    public static PactContent From(JsonElement root, ReadOnlySpan<byte> sent)
    {
        var (interactions, messages) = Count(root);
        return new PactContent(CanonicalJson.Sha1(sent), WithIds(root), interactions, messages, root);
    }

    public string? ParticipantName(string role) => NameOf(Root, role);

    /// <summary>The name in the content of a consumer or provider; null when there is none.</summary>
    public static string? NameOf(JsonElement root, string role) =>
        root.TryGetProperty(role, out var party) && party.ValueKind == JsonValueKind.Object
        && party.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    public static string InteractionId(JsonElement interaction) => CanonicalJson.Sha1(CanonicalJson.Sorted(interaction, without: "_id"));

    private static string Relevant(JsonElement root)
    {
        var interactions = List(root, "interactions");
        var messages = List(root, "messages");
        if (interactions is null && messages is null) return CanonicalJson.Compact(root);

        var text = new StringBuilder("{");
        if (interactions is not null) AppendList(text, "interactions", interactions, sort: true);
        if (messages is not null) AppendList(text, "messages", messages, sort: !root.TryGetProperty("interactions", out _));
        if (SpecificationVersion(root) is { } version) Separate(text).Append("\"pact_specification_version\":").Append(CanonicalJson.Sorted(version));
        return text.Append('}').ToString();
    }

    private static void AppendList(StringBuilder text, string name, List<JsonElement> items, bool sort)
    {
        var texts = items.Select(item => CanonicalJson.Sorted(item));
        if (sort) texts = texts.OrderBy(item => item, CanonicalJson.ByteOrder.Comparer);
        Separate(text).Append('"').Append(name).Append("\":[").AppendJoin(',', texts).Append(']');
    }

    private static StringBuilder Separate(StringBuilder text) => text.Length > 1 ? text.Append(',') : text;

    private static JsonElement? SpecificationVersion(JsonElement root)
    {
        if (Member(root, "metadata") is not { } metadata) return null;
        return Member(Member(metadata, "pactSpecification"), "version")
            ?? Member(Member(metadata, "pact-specification"), "version")
            ?? Member(metadata, "pactSpecificationVersion");
    }

    private static string WithIds(JsonElement root)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in CanonicalJson.Members(root))
        {
            if (Overwritten.Contains(name)) continue;
            Separate(text);
            CanonicalJson.Append(text, name);
            text.Append(':');
            if (!Lists.Contains(name) || value.ValueKind != JsonValueKind.Array) CanonicalJson.Append(text, value);
            else AppendWithIds(text, value);
        }

        return text.Append('}').ToString();
    }

    private static void AppendWithIds(StringBuilder text, JsonElement list)
    {
        text.Append('[');
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (index > 0) text.Append(',');
            if (item.ValueKind != JsonValueKind.Object)
            {
                CanonicalJson.Append(text, item);
                continue;
            }

            text.Append("{\"_id\":");
            if (item.TryGetProperty("_id", out var given)) CanonicalJson.Append(text, given);
            else CanonicalJson.Append(text, InteractionId(item));
            foreach (var (name, value) in CanonicalJson.Members(item))
            {
                if (name == "_id") continue;
                text.Append(',');
                CanonicalJson.Append(text, name);
                text.Append(':');
                CanonicalJson.Append(text, value);
            }

            text.Append('}');
        }

        text.Append(']');
    }

    private static (int Interactions, int Messages) Count(JsonElement root)
    {
        var interactions = List(root, "interactions") ?? [];
        var typed = interactions.Count(item => Member(item, "type") is { ValueKind: JsonValueKind.String } type
            && type.GetString()!.EndsWith("/Messages", StringComparison.Ordinal));
        return (interactions.Count - typed, typed + (List(root, "messages")?.Count ?? 0));
    }

    private static List<JsonElement>? List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member)
        && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? member : null;
}

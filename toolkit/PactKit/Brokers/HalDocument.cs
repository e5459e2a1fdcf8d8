using System.Text.Json;

namespace PactKit.Brokers;

/// <summary>A JSON answer of the broker with its links. An answer without a body (204) has an undefined <see cref="Json"/> and no links.</summary>
public sealed class HalDocument
{
    internal HalDocument(Uri url, int status, ReadOnlyMemory<byte> bytes, JsonElement json) =>
        (Url, Status, Bytes, Json) = (url, status, bytes, json);

    /// <summary>Where it was read from.</summary>
    public Uri Url { get; }

    /// <summary>The HTTP status, 200 to 299: any other is an error and makes no document.</summary>
    public int Status { get; }

    /// <summary>The body exactly as it came.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The body as JSON; of kind <see cref="JsonValueKind.Undefined"/> where there was none.</summary>
    public JsonElement Json { get; }

    /// <summary>The first link of a relation, or null.</summary>
    public HalLink? Link(string relation) => Links(relation) is [var first, ..] ? first : null;

    /// <summary>All links of a relation: none, one (an object) or many (an array).</summary>
    public IReadOnlyList<HalLink> Links(string relation) => LinksOf(Json, relation);

    /// <summary>The links of a part of a document, such as an embedded resource.</summary>
    public static IReadOnlyList<HalLink> LinksOf(JsonElement resource, string relation)
    {
        if (resource.Member("_links")?.Member(relation) is not { } found) return [];
        if (found.ValueKind == JsonValueKind.Array) return [.. found.EnumerateArray().Select(ReadLink).OfType<HalLink>()];
        return ReadLink(found) is { } link ? [link] : [];
    }

    /// <summary>The resources embedded under a name; none where the member is missing.</summary>
    public IReadOnlyList<JsonElement> Embedded(string name) => Json.Member("_embedded")?.Items(name) ?? [];

    private static HalLink? ReadLink(JsonElement link) =>
        link.Text("href") is { } href ? new HalLink(href, link.Text("name"), link.Text("title")) : null;
}

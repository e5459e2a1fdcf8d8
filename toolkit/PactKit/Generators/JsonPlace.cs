using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>A value in a JSON document, and the way to it: fields and indexes only.</summary>
internal sealed record JsonPlace(PathToken[] Path, JsonElement Json)
{
    /// <summary>The values a path leads to from here.</summary>
    public IEnumerable<JsonPlace> Select(IEnumerable<PathToken> path)
    {
        IEnumerable<JsonPlace> places = [this];
        foreach (var token in path) places = places.SelectMany(place => place.Select(token)).ToList();
        return places;
    }

    /// <summary>The entries of a map or the items of a list; nothing below anything else.</summary>
    public IEnumerable<JsonPlace> Children() => Json.ValueKind switch
    {
        JsonValueKind.Object => Json.EnumerateObject().Select(entry => Below(new PathToken(PathTokenKind.Field, entry.Name), entry.Value)),
        JsonValueKind.Array => Json.EnumerateArray().Select((item, index) => Below(new PathToken(PathTokenKind.Index, Index: index), item)),
        _ => [],
    };

    public override string ToString() => Path.Skip(1).Aggregate(
        PathText.Root, (path, token) => token.Kind == PathTokenKind.Index ? PathText.AppendIndex(path, token.Index) : PathText.AppendField(path, token.Name));

    private IEnumerable<JsonPlace> Select(PathToken token) => (Json.ValueKind, token.Kind) switch
    {
        (JsonValueKind.Object, PathTokenKind.Field) => Json.TryGetProperty(token.Name, out var value) ? [Below(token, value)] : [],
        (JsonValueKind.Array, PathTokenKind.Index) => token.Index < Json.GetArrayLength() ? [Below(token, Json[token.Index])] : [],
        (JsonValueKind.Object, PathTokenKind.Star) or (JsonValueKind.Array, PathTokenKind.Star or PathTokenKind.StarIndex) => Children(),
        _ => [],
    };

    private JsonPlace Below(PathToken token, JsonElement json) => new([.. Path, token], json);
}

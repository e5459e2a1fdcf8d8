using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Model.Json;

namespace PactKit.Generators;

/// <summary>
/// A JSON document whose values can be replaced: objects are <see cref="JsonMap"/>, arrays are lists, everything else is a JsonElement.
/// </summary>
internal sealed class JsonTree(JsonElement json)
{
    public object? Root { get; private set; } = Of(json);

    /// <summary>Replaces every value a path selects; a path that selects nothing does nothing.</summary>
    public void Replace(IReadOnlyList<PathToken> path, Func<object?, object?> replacement)
    {
        var start = path is [{ Kind: PathTokenKind.Root }, ..] ? 1 : 0;
        Root = Replace(Root, path, start, replacement);
    }

    /// <summary>Gives the keys of the maps a path selects other names. A key whose new name is taken keeps its own.</summary>
    public void Rename(IReadOnlyList<PathToken> path, Func<string, string> name) => Replace(path, node =>
    {
        if (node is not JsonMap map) return node;
        var renamed = new JsonMap();
        foreach (var (key, value) in map)
        {
            var next = name(key);
            renamed[next != key && (map.ContainsKey(next) || renamed.ContainsKey(next)) ? key : next] = value;
        }

        return renamed;
    });

    private static object? Of(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new JsonMap();
                foreach (var member in json.EnumerateObject()) map[member.Name] = Of(member.Value);
                return map;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select(Of).ToList();
            default:
                return json;
        }
    }

    private static object? Replace(object? node, IReadOnlyList<PathToken> path, int at, Func<object?, object?> replacement)
    {
        if (at == path.Count) return replacement(node);
        foreach (var (token, child) in Children(node, path[at]))
        {
            var replaced = Replace(child, path, at + 1, replacement);
            if (node is JsonMap map) map[token.Name] = replaced;
            else ((List<object?>)node!)[token.Index] = replaced;
        }

        return node;
    }

    /// <summary>What a token selects in a node, each with the token that selects just it. A snapshot, so that values may be replaced meanwhile.</summary>
    private static List<(PathToken Token, object? Child)> Children(object? node, PathToken token) => (node, token.Kind) switch
    {
        (JsonMap map, PathTokenKind.Field) => map.TryGetValue(token.Name, out var child) ? [(token, child)] : [],
        (JsonMap map, PathTokenKind.Star) => [.. map.Select(m => (new PathToken(PathTokenKind.Field, m.Key), m.Value))],
        (List<object?> list, PathTokenKind.Index) => token.Index < list.Count ? [(token, list[token.Index])] : [],
        (List<object?> list, PathTokenKind.Star or PathTokenKind.StarIndex) =>
            [.. list.Select((item, index) => (new PathToken(PathTokenKind.Index, Index: index), item))],
        _ => [],
    };
}

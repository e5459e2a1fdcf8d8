namespace PactKit.Broker.Hal;

/// <summary>
/// Query strings with lists of objects, <c>q[][name]=A&amp;q[][version]=1&amp;q[][name]=B</c>: the order of the parameters tells where an
/// object ends, namely where a key comes again. The framework's query collection loses that order, so the raw text is read.
/// </summary>
internal static class NestedQuery
{
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string? query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var separator = part.IndexOf('=', StringComparison.Ordinal);
            var name = separator < 0 ? part : part[..separator];
            var value = separator < 0 ? "" : part[(separator + 1)..];
            pairs.Add(new(Decode(name), Decode(value)));
        }

        return pairs;
    }

    /// <summary>The objects of one list: <c>name[][key]</c> or <c>name[]key</c>.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Objects(IEnumerable<KeyValuePair<string, string>> pairs, string name)
    {
        var objects = new List<Dictionary<string, string>>();
        var prefix = name + "[]";
        foreach (var (key, value) in pairs)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal) || key.Length == prefix.Length) continue;
            var field = key[prefix.Length..].Trim('[', ']');
            if (objects.Count == 0 || objects[^1].ContainsKey(field)) objects.Add([]);
            objects[^1][field] = value;
        }

        return objects;
    }

    /// <summary>The values of a plain list, <c>name[]=A</c>.</summary>
    public static IReadOnlyList<string> Values(IEnumerable<KeyValuePair<string, string>> pairs, string name) =>
        pairs.Where(pair => pair.Key == name + "[]").Select(pair => pair.Value).ToList();

    private static string Decode(string text)
    {
        var spaced = text.Replace('+', ' ');
        return Percent.TryDecode(spaced, '/', out var decoded) ? decoded : Uri.UnescapeDataString(spaced);
    }
}

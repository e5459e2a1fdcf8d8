using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Writes the V2 form of rules: one flat map, one rule for each path.</summary>
internal static class FlatRuleWriter
{
    public static JsonMap Write(MatchingRules rules, Action<string> warn)
    {
        var map = new JsonMap();
        Add(map, "$.method", rules.Method, warn);
        Add(map, "$.path", rules.Path, warn);
        Add(map, "$.status", rules.Status, warn);
        // A rule is for all values of the parameter. The index is how others spell that, and a file of theirs is to stay as it is.
        foreach (var (name, list) in rules.Query) Add(map, PathText.AppendField("$.query", name) + "[0]", list, warn);
        foreach (var (name, list) in rules.Headers) Add(map, PathText.AppendField("$.headers", name), list, warn);
        foreach (var (path, list) in rules.Body) Add(map, "$.body" + BelowBody(path), list, warn);
        return map;
    }

    // A path may leave its "$" out, and one that is empty is the root as well.
    private static string BelowBody(string path) => path.StartsWith('$') ? path[1..] : path.Length == 0 ? "" : "." + path;

    private static void Add(JsonMap map, string path, RuleList? list, Action<string> warn)
    {
        if (list is null or { Rules.Count: 0 }) return;
        if (list.Rules.Count > 1) warn($"V2 holds one matching rule for each path; only the first for {path} was written");
        map[path] = RuleWriter.Write(list.Rules[0]);
    }
}

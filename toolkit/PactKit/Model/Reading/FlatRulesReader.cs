using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads the V2 form of rules: one flat map such as <c>{"$.body.a[0]": {"match": "type"}, "$.headers.X-A": …}</c>.</summary>
internal static class FlatRulesReader
{
    private const string Beginnings = "expected its path to begin with $.body, $.headers, $.query, $.path or $.status";

    public static MatchingRules Read(JsonElement json, Place place, ReadLog log)
    {
        var body = new Dictionary<string, RuleList>();
        var headers = new Dictionary<string, RuleList>(StringComparer.OrdinalIgnoreCase);
        var query = new Dictionary<string, RuleList>();
        var metadata = new Dictionary<string, RuleList>();
        var rules = MatchingRules.None;
        foreach (var (key, value) in json.Members())
        {
            var at = place.Field(key);
            var list = value.TryMember("matchers", out _) || value.ValueKind == JsonValueKind.Array ? RuleReader.ReadList(value, at, log) : RuleList.Of(RuleReader.Read(value, at, log));
            if (list.Rules.Count == 0) continue;
            var (category, rest) = Split(key);
            switch (category)
            {
                case "body" or "content" or "contents": body[PathText.Root + rest] = list; break;
                case "header" or "headers" when rest.Length == 0: log.Fail(at, "expected the name of a header, as in $.headers.Accept"); break;
                case "header" or "headers": Append(headers, Name(rest), list); break;
                case "query": Append(query, Name(rest), list); break;
                case "metadata" or "metaData": Append(metadata, Name(rest), list); break;
                case "path": rules = rules with { Path = list }; break;
                case "method": rules = rules with { Method = list }; break;
                case "status": rules = rules with { Status = list }; break;
                default:
                    if (IsMisspelled(key, category)) log.Fail(at, Beginnings);
                    else log.Warn(at, $"the rule was ignored: {Beginnings}");
                    break;
            }
        }

        return rules with { Body = body, Headers = headers, Query = query, Metadata = metadata };
    }

    // Something of another kind may be meant by other words; these were meant for a part that is known, and would silently be missing there.
    private static bool IsMisspelled(string key, string category) =>
        key == PathText.Root || (key.StartsWith('$') && key[1] is not ('.' or '['))
        || category.StartsWith("body", StringComparison.Ordinal) || category.StartsWith("headers", StringComparison.Ordinal);

    private static (string Category, string Tail) Split(string key)
    {
        if (key.StartsWith("$['", StringComparison.Ordinal) && key.IndexOf("']", StringComparison.Ordinal) is var close and > 0)
            return (key[3..close], key[(close + 2)..]);
        if (!key.StartsWith("$.", StringComparison.Ordinal)) return ("", key);
        var end = key.AsSpan(2).IndexOfAny('.', '[');
        return end < 0 ? (key[2..], "") : (key[2..(end + 2)], key[(end + 2)..]);
    }

    /// <summary>The name in <c>.name</c> or <c>['name']</c>; an index after it says nothing, since a rule is for all values of the name.</summary>
    private static string Name(string rest)
    {
        var end = rest.Length;
        if (rest.EndsWith(']') && rest.LastIndexOf('[') is var open and > 0 && IsIndex(rest.AsSpan(open + 1, end - open - 2))) end = open;
        var name = rest[..end];
        if (name.StartsWith("['", StringComparison.Ordinal) && name.EndsWith("']", StringComparison.Ordinal)) return name[2..^2];
        return name.StartsWith('.') ? name[1..] : name;
    }

    private static bool IsIndex(ReadOnlySpan<char> text) => text is "*" || (text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0);

    private static void Append(Dictionary<string, RuleList> rules, string name, RuleList list)
    {
        if (rules.TryGetValue(name, out var existing))
            list = existing with { Rules = [.. existing.Rules, .. list.Rules.Except(existing.Rules)] };
        rules[name] = list;
    }
}

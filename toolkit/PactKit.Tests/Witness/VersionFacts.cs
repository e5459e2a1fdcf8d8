using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>The same facts in the form of V2, V3 and V4: the rule, the expected part and the answer do not change, only the way the file says so.</summary>
internal static class VersionFacts
{
    private static readonly string[] Versions = ["2.0.0", "3.0.0", "4.0"];

    private static readonly (string, string)[] Json = [("Content-Type", "application/json")];

    public static IEnumerable<ResponseFact> Responses => [.. Bodies(), .. Headers(), .. Statuses(), .. Texts()];

    public static IEnumerable<RequestFact> Requests => [.. Queries(), .. Paths(), .. RequestHeaders()];

    private static IEnumerable<ResponseFact> Bodies()
    {
        (string Rule, string Example, string[] Actual)[] single =
        [
            ("""{"match":"type"}""", "\"a\"", ["\"b\"", "1"]), ("""{"match":"type"}""", "1", ["2", "2.5", "\"2\""]), ("""{"match":"type"}""", "[1,2]", ["[3]", "[]", "[\"x\"]"]), ("""{"match":"type"}""", """{"a":1}""", ["""{"a":2,"b":3}""", "{}"]),
            ("""{"match":"type","min":2}""", "[1]", ["[1]", "[2,3]"]), ("""{"match":"type","max":2}""", "[1]", ["[1,2]", "[1,2,3]"]), ("""{"match":"type","min":1,"max":2}""", "[1]", ["[]", "[7]", "[1,2,3]"]), ("""{"min":2}""", "[1]", ["[1]", "[1,2]"]),
            ("""{"max":1}""", "[1]", ["[1]", "[1,2]"]), ("""{"match":"type","min":"2"}""", "[1]", ["[1]", "[1,2]"]), ("""{"match":"min","min":2}""", "[1]", ["[1]", "[1,2]"]), ("""{"match":"max","max":1}""", "[1]", ["[1]", "[1,2]"]),
            ("""{"match":"type","min":0}""", "[1]", ["[]"]), ("""{"match":"regex","regex":"\\d+"}""", "\"1\"", ["\"22\"", "22", "\"2x\"", "null"]), ("""{"regex":"\\d+"}""", "\"1\"", ["\"22\"", "\"2x\""]), ("""{"match":"regex","regex":"^[a-z]$"}""", "[\"a\"]", ["[\"b\"]", "[\"B\"]"]),
            ("""{"match":"equality"}""", "1", ["1", "2", "1.0"]), ("""{"match":"include","value":"b"}""", "\"abc\"", ["\"xbx\"", "\"x\""]), ("""{"match":"integer"}""", "1", ["5", "5.5", "\"5\""]), ("""{"match":"decimal"}""", "1.5", ["5.5", "5"]), ("""{"match":"real"}""", "1.5", ["5.5", "5"]),
            ("""{"match":"number"}""", "1", ["5", "5.5", "\"5\""]), ("""{"match":"boolean"}""", "true", ["false", "\"true\"", "1"]), ("""{"match":"null"}""", "null", ["null", "0"]), ("""{"match":"date","format":"yyyy-MM-dd"}""", "\"2024-01-31\"", ["\"2024-02-29\"", "\"2023-02-29\""]),
            ("""{"match":"date","date":"dd.MM.yyyy"}""", "\"31.01.2024\"", ["\"29.02.2024\"", "\"2024-02-29\""]), ("""{"date":"yyyy"}""", "\"2024\"", ["\"2023\"", "\"x\""]), ("""{"match":"time","format":"HH:mm"}""", "\"10:00\"", ["\"23:59\"", "\"24:00\""]), ("""{"time":"HH"}""", "\"10\"", ["\"23\"", "\"x\""]),
            ("""{"match":"timestamp","format":"yyyy-MM-dd'T'HH:mm:ss"}""", "\"2024-01-31T10:00:00\"", ["\"2024-02-29T10:00:00\"", "\"2024-02-29 10:00:00\""]), ("""{"match":"timestamp","timestamp":"yyyy"}""", "\"2024\"", ["\"2023\"", "\"x\""]), ("""{"timestamp":"yyyy"}""", "\"2024\"", ["\"2023\"", "\"x\""]),
            ("""{"match":"datetime","format":"yyyy"}""", "\"2024\"", ["\"2023\"", "\"x\""]), ("""{"match":"values"}""", """{"a":1}""", ["""{"b":1}""", """{"b":2}""", """{"b":"x"}"""]), ("""{"match":"notEmpty"}""", "[1]", ["[]", "[2]"]), ("""{"match":"not-empty"}""", "\"a\"", ["\"\"", "\"b\""]),
            ("""{"match":"semver"}""", "\"1.0.0\"", ["\"2.1.0-a\"", "\"2.1\""]), ("""{"match":"arrayContains","variants":[{"index":0,"rules":{"$":{"matchers":[{"match":"integer"}]}}}]}""", "[1]", ["[\"x\",7]", "[\"x\"]", "[]"]), ("""{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}""", "[1]", ["[2,1]", "[2]"]),
            ("""{"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]"}]}""", """{"a":1}""", ["""{"b":1}""", """{"B":1}"""]), ("""{"match":"eachValue","rules":[{"match":"integer"}]}""", """{"a":1}""", ["""{"b":7}""", """{"b":"x"}"""]), ("""{"match":"contentType","value":"application/json"}""", "\"{}\"", ["\"{}\"", "\"x\""]),
            ("""{"match":"mystery"}""", "1", ["1"]), ("""{"match":"statusCode","status":"success"}""", "\"a\"", ["\"a\""]),
        ];
        foreach (var (rule, example, actual) in single)
        foreach (var value in actual)
        foreach (var version in Versions)
            yield return Body($"{rule} over {example} against {value}", version, $$"""{"v":{{example}}}""", $$"""{"v":{{value}}}""", ("$.v", rule));

        (string Expected, string[] Actual, (string Path, string Rule)[] Rules)[] several =
        [
            ("""{"a":[{"b":1}]}""", ["""{"a":[{"b":2},{"b":3}]}""", """{"a":[{"b":"x"}]}""", """{"a":[]}"""], [("$.a", """{"min":1}"""), ("$.a[*].*", Type)]), ("""{"a":[{"b":1}]}""", ["""{"a":[{"b":2},{"b":3}]}""", """{"a":[{"b":2}]}"""], [("$.a[*].b", Type)]),
            ("""{"a":[1,2]}""", ["""{"a":[7,2]}""", """{"a":[1,7]}""", """{"a":[7,2,2]}"""], [("$.a[0]", Type)]), ("""{"a":[1,2]}""", ["""{"a":[7,8]}""", """{"a":[7,8,9]}"""], [("$.a[*]", Type)]), ("""{"a":[1,"x"]}""", ["""{"a":[7,"y"]}""", """{"a":[7,"x"]}""", """{"a":["7","x"]}"""], [("$.a[*]", """{"match":"equality"}"""), ("$.a[0]", Type)]),
            ("""{"a":{"b":{"c":1}}}""", ["""{"a":{"b":{"c":2}}}"""], [("$.a.b.c", """{"match":"equality"}"""), ("$.a.*.c", Type)]), ("""{"a":{"b":{"c":1}}}""", ["""{"a":{"b":{"c":2}}}"""], [("$.a.b", Type), ("$.a.*.c", """{"match":"equality"}""")]), ("""{"a":{"b":1}}""", ["""{"a":{"b":2}}"""], [("$.*.*", """{"match":"equality"}"""), ("$.a", Type)]),
            ("""{"a b":1}""", ["""{"a b":2}"""], [("$['a b']", Type)]), ("""{"a.b":1}""", ["""{"a.b":2}"""], [("$['a.b']", Type)]), ("""{"a-b":1}""", ["""{"a-b":2}"""], [("$.a-b", Type)]), ("""{"é":1}""", ["""{"é":2}"""], [("$.é", Type)]), ("""{"@a":1}""", ["""{"@a":2}"""], [("$.@a", Type)]),
            ("""{"a":{"1":1}}""", ["""{"a":{"1":2}}"""], [("$.a[*]", Type)]), ("""{"a":{"1":1}}""", ["""{"a":{"1":2}}"""], [("$.a[1]", Type)]), ("""{"a":{"1":1}}""", ["""{"a":{"1":2}}"""], [("$.a.1", Type)]), ("""{"a":[1]}""", ["""{"a":[2]}"""], [("$.a.0", Type)]), ("""{"a":[1]}""", ["""{"a":[2]}"""], [("$.a.*", Type)]), ("""{"a":1}""", ["""{"a":2}"""], [("$[*]", Type)]),
            ("""[{"a":1}]""", ["""[{"a":2}]""", """[{"a":2},{"a":3}]""", "[]"], [("$", """{"match":"type","min":1}""")]), ("""[{"a":1}]""", ["""[{"a":2}]""", """[{"a":"x"}]"""], [("$[0].a", Type)]), ("""[{"a":1}]""", ["""[{"a":2}]"""], [("$[*].a", Type)]), ("""{"a":[[1]]}""", ["""{"a":[[2]]}""", """{"a":[[2],[3]]}"""], [("$.a[*][*]", Type)]),
            ("""{"a":[{"b":[1]}]}""", ["""{"a":[{"b":[1,2]},{"b":[]}]}""", """{"a":[{"b":["x"]}]}"""], [("$.a", """{"match":"type","min":1}"""), ("$.a[*].b", """{"match":"type","max":2}""")]), ("""{"a":1,"b":1}""", ["""{"a":2,"b":2}""", """{"a":2,"b":"x"}"""], [("$.*", Type), ("$.b", """{"match":"number"}""")]),
        ];
        foreach (var (expected, actual, rules) in several)
        foreach (var value in actual)
        foreach (var version in Versions)
            yield return Body($"{string.Join(" and ", rules.Select(r => $"{r.Path} {r.Rule}"))} over {expected} against {value}", version, expected, value, rules);
    }

    private const string Type = """{"match":"type"}""";

    private static IEnumerable<(string Rule, string Example, string Actual)> TextRules()
    {
        (string Rule, string Example, string[] Actual)[] table =
        [
            (Type, "1", ["x"]), ("""{"match":"regex","regex":"\\d+"}""", "1", ["22", "2x"]), ("""{"regex":"\\d+"}""", "1", ["22", "2x"]), ("""{"match":"integer"}""", "1", ["22", "2.5"]), ("""{"match":"decimal"}""", "1.5", ["2.5", "x"]), ("""{"match":"number"}""", "1", ["2.5", "x"]),
            ("""{"match":"boolean"}""", "true", ["false", "x"]), ("""{"match":"include","value":"b"}""", "abc", ["xbx", "x"]), ("""{"match":"date","format":"yyyy-MM-dd"}""", "2024-01-31", ["2024-02-29", "x"]), ("""{"match":"time","format":"HH:mm"}""", "10:00", ["23:59", "x"]), ("""{"match":"timestamp","format":"yyyy"}""", "2024", ["2023", "x"]),
            ("""{"match":"equality"}""", "1", ["1", "2"]), ("""{"match":"semver"}""", "1.0.0", ["2.0.0", "2"]), ("""{"match":"notEmpty"}""", "a", ["b"]), ("""{"match":"type","min":2}""", "1", ["1"]), ("""{"match":"type","max":2}""", "1", ["1"]), ("""{"match":"null"}""", "1", ["1"]),
        ];
        return table.SelectMany(row => row.Actual.Select(actual => (row.Rule, row.Example, actual)));
    }

    private static IEnumerable<ResponseFact> Headers()
    {
        foreach (var (rule, example, actual) in TextRules())
        foreach (var version in Versions)
            yield return new(Name($"a header under {rule} over {example} against {actual}", version), Part(version, "\"status\":200", ("headers", "X-A", example), rules: Ruled(version, "headers", "X-A", rule)), [], [("X-A", actual)], Version: version);
    }

    private static IEnumerable<ResponseFact> Statuses()
    {
        foreach (var (rule, code) in new[] { ("""{"match":"statusCode","status":"success"}""", 204), ("""{"match":"statusCode","status":"success"}""", 404), ("""{"match":"statusCode","status":[200,201]}""", 201), ("""{"match":"status-code","status":"error"}""", 500), ("""{"match":"statusCode"}""", 204), ("""{"match":"regex","regex":"2.."}""", 204), ("""{"match":"integer"}""", 404), (Type, 404), ("""{"match":"regex","regex":"2.."}""", 304), ("""{"match":"equality"}""", 201) })
        foreach (var version in Versions)
            yield return new(Name($"a status under {rule} against {code}", version), Part(version, "\"status\":200", rules: Ruled(version, "status", null, rule)), [], [], code, version);
    }

    private static IEnumerable<ResponseFact> Texts()
    {
        foreach (var (rule, example, actual) in TextRules())
        foreach (var version in Versions)
        {
            var body = version[0] == '4' ? $$"""{"content":{{JsonSerializer.Serialize(example)}},"contentType":"text/plain","encoded":false}""" : JsonSerializer.Serialize(example);
            var part = $$"""{"status":200,"headers":{"Content-Type":"text/plain"},"body":{{body}},"matchingRules":{{Ruled(version, "body", "$", rule)}} }""";
            yield return new(Name($"a text under {rule} over {example} against {actual}", version), part, Encoding.UTF8.GetBytes(actual), [("Content-Type", "text/plain")], Version: version);
        }
    }

    private static IEnumerable<RequestFact> Queries()
    {
        foreach (var (rule, example, actual) in TextRules())
        foreach (var version in Versions)
            yield return new(Name($"a query parameter under {rule} over {example} against {actual}", version), Query(version, [example], Ruled(version, "query", "a", rule)), $"{{path}}?a={actual}", Version: version);
        foreach (var (rule, examples, actual) in new (string, string[], string)[]
        {
            (Type, ["1", "2"], "a=x&a=y"), (Type, ["1"], "a=x&a=y"), (Type, ["1", "2"], "a=x"), ("""{"match":"type","min":2}""", ["1", "2"], "a=x&a=y"), ("""{"match":"type","min":2}""", ["1", "2"], "a=x"), ("""{"match":"type","max":2}""", ["1"], "a=x&a=y&a=z"),
            ("""{"match":"regex","regex":"\\d"}""", ["1", "2"], "a=3&a=4"), ("""{"match":"regex","regex":"\\d"}""", ["1", "2"], "a=3&a=x"), (Type, ["1"], "b=1"), (Type, ["1"], "a=1&b=1"),
        })
        foreach (var version in Versions)
            yield return new(Name($"query values under {rule} over {string.Join(", ", examples)} against {actual}", version), Query(version, examples, Ruled(version, "query", "a", rule)), $"{{path}}?{actual}", Version: version);
        foreach (var key in new[] { "a[0]", "a[*]", "['a']", "b" })
            yield return new($"V2: a rule at $.query.{key}", Query("2.0.0", ["1"], "{\"$.query" + (key[0] == '[' ? "" : ".") + key + "\":{\"match\":\"type\"}}"), "{path}?a=x", Version: "2.0.0");
    }

    private static IEnumerable<RequestFact> Paths()
    {
        foreach (var (rule, tail) in new[] { ("""{"match":"regex","regex":"/fact/\\d+/\\d+"}""", "/77"), ("""{"match":"regex","regex":"/fact/\\d+/\\d+"}""", "/x"), ("""{"regex":"/fact/\\d+/\\d+"}""", "/77"), ("""{"match":"include","value":"{path}/x"}""", "/x"), ("""{"match":"include","value":"{path}/y"}""", "/x"), ("""{"match":"equality"}""", "/1"), ("""{"match":"equality"}""", "/2"), ("""{"match":"integer"}""", "/1") })
        foreach (var version in Versions)
            yield return new(
                Name($"a path under {rule} against {tail}", version),
                """{"method":"GET","path":"{path}/1","matchingRules":""" + Ruled(version, "path", null, rule.Replace("/fact/\\\\d+", "{path}", StringComparison.Ordinal)) + "}",
                "{path}" + tail,
                Version: version);
    }

    private static IEnumerable<RequestFact> RequestHeaders()
    {
        foreach (var (rule, example, actual) in TextRules())
        foreach (var version in Versions)
            yield return new(Name($"a request header under {rule} over {example} against {actual}", version), Part(version, """ "method":"GET","path":"{path}" """, ("headers", "X-A", example), rules: Ruled(version, "headers", "X-A", rule)), Headers: [("X-A", actual)], Version: version);
        foreach (var key in new[] { "$.headers.X-A", "$.header.X-A", "$.headers['X-A']", "$.headers.x-a", "$.headers.X-A[0]", "$.header['X-A'][0]" })
            yield return new($"V2: a header rule at {key}", """{"method":"GET","path":"{path}","headers":{"X-A":"1"},"matchingRules":{""" + $"\"{key}\"" + """:{"match":"type"}}}""", Headers: [("X-A", "x")], Version: "2.0.0");
    }

    private static string Query(string version, string[] values, string rules)
    {
        var query = version[0] == '2' ? "\"" + string.Join('&', values.Select(v => "a=" + v)) + "\"" : """{"a":""" + JsonSerializer.Serialize(values) + "}";
        return """{"method":"GET","path":"{path}","query":""" + query + ",\"matchingRules\":" + rules + "}";
    }

    private static string Part(string version, string start, (string Member, string Name, string Value)? item = null, string rules = "{}")
    {
        var value = JsonSerializer.Serialize(item?.Value);
        if (version[0] == '4') value = "[" + value + "]";
        var member = item is { } i ? $",\"{i.Member}\":{{\"{i.Name}\":{value}}}" : "";
        return "{" + start + member + ",\"matchingRules\":" + rules + "}";
    }

    private static ResponseFact Body(string name, string version, string expected, string actual, params (string Path, string Rule)[] rules)
    {
        var body = version[0] == '4' ? """{"content":""" + expected + ""","contentType":"application/json","encoded":false}""" : expected;
        var map = version[0] == '2'
            ? "{" + string.Join(',', rules.Select(r => JsonSerializer.Serialize("$.body" + r.Path[1..]) + ":" + r.Rule)) + "}"
            : """{"body":{""" + string.Join(',', rules.Select(r => JsonSerializer.Serialize(r.Path) + """:{"combine":"AND","matchers":[""" + r.Rule + "]}")) + "}}";
        return new(Name(name, version), """{"status":200,"body":""" + body + ",\"matchingRules\":" + map + "}", Encoding.UTF8.GetBytes(actual), Json, Version: version);
    }

    private static string Ruled(string version, string place, string? name, string rule)
    {
        if (version[0] == '2') return new JsonObject { [name is null or "$" ? "$." + place : $"$.{place}.{name}"] = JsonNode.Parse(rule) }.ToJsonString();
        var list = new JsonObject { ["combine"] = "AND", ["matchers"] = new JsonArray(JsonNode.Parse(rule)) };
        return new JsonObject { [place == "headers" ? "header" : place] = name is null ? list : new JsonObject { [name] = list } }.ToJsonString();
    }

    private static string Name(string text, string version) => $"V{version[0]}: {text}";
}

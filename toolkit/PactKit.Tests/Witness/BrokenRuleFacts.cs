using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>Rules that lack a member they need, or have a strange one. The official engine refuses most of these files as a whole, so each fact has a file of its own.</summary>
internal static class BrokenRuleFacts
{
    public static IEnumerable<ResponseFact> Responses => [.. Rules(), .. Lists(), .. Paths()];

    private static IEnumerable<ResponseFact> Rules()
    {
        (string Value, string[] Rules)[] table =
        [
            ("\"a\"", ["""{"match":"regex"}""", """{"match":"regex","regex":null}""", """{"match":"regex","regex":"["}""", """{"match":"regex","regex":["a"]}""", """{"match":"regex","regex":""}""", """{"match":"mystery"}""", """{"match":""}""", """{"match":null}""", """{"match":1}""", "{}", """{"foo":1}""", "\"type\"", "null", "1", "[\"type\"]"]),
            ("\"a\"", ["""{"match":"include"}""", """{"match":"include","value":null}""", """{"match":"contentType"}""", """{"match":"contentType","value":1}""", """{"match":"statusCode","status":"bogus"}""", """{"regex":"a"}""", """{"regex":null}""", """{"match":"Regex","regex":"a"}"""]),
            ("\"1\"", ["""{"match":"regex","regex":1}""", """{"match":"include","value":1}"""]),
            ("[1]", ["""{"match":"min"}""", """{"match":"max"}""", """{"match":"min","min":"x"}""", """{"match":"min","min":null}""", """{"match":"min-type"}""", """{"match":"max-type"}""", """{"match":"min","max":1}""", """{"min":"x"}""", """{"min":1}""", """{"match":"type","min":"x"}""", """{"match":"type","min":null}""", """{"match":"type","min":-1}""", """{"match":"type","min":1.5}""", """{"match":"type","max":[1]}"""]),
            ("[1]", ["""{"match":"arrayContains"}""", """{"match":"arrayContains","variants":{}}""", """{"match":"arrayContains","variants":[1]}""", """{"match":"arrayContains","variants":[{}]}""", """{"match":"arrayContains","variants":[{"index":"x","rules":{}}]}"""]),
            ("""{"a":1}""", ["""{"match":"eachKey"}""", """{"match":"eachKey","rules":null}""", """{"match":"eachKey","rules":"type"}""", """{"match":"eachKey","rules":[1]}""", """{"match":"eachKey","rules":[{"match":"regex"}]}""", """{"match":"eachValue","rules":[{}]}""", """{"match":"eachValue","rules":{"match":"type"}}""", """{"match":"eachValue","rules":[{"match":"mystery"}]}"""]),
            ("\"2024-01-01\"", ["""{"match":"date"}""", """{"match":"date","format":1}""", """{"match":"date","format":null}""", """{"match":"date","format":"bogus"}""", """{"match":"date","format":{}}"""]),
            ("\"10:00:00\"", ["""{"match":"time"}""", """{"match":"time","format":{}}"""]),
            ("\"2024-01-01T10:00:00Z\"", ["""{"match":"timestamp"}""", """{"match":"datetime","timestamp":"yyyy"}"""]),
            ("\"2024\"", ["""{"match":"date","date":"yyyy"}""", """{"match":"datetime","datetime":"yyyy"}""", """{"match":"timestamp","timestamp":"yyyy"}""", """{"match":"datetime","timestamp":"yyyy"}""", """{"match":"timestamp","datetime":"yyyy"}""", """{"date":"yyyy"}""", """{"format":"yyyy"}"""]),
            ("[]", ["""{"match":"regex"}""", """{"match":"min"}"""]),
        ];
        foreach (var (value, rules) in table)
        foreach (var rule in rules)
        {
            var body = $$"""{"v":{{value}}}""";
            yield return Of($"broken: {rule} over {value}", body, """{"body":{"$.v":{"matchers":[""" + rule + "]}}}", body, "3.0.0");
            if (value is "\"a\"" or "[1]" && rule.Length < 22) yield return Of($"broken in V2: {rule} over {value}", body, """{"$.body.v":""" + rule + "}", body, "2.0.0");
        }
    }

    private static IEnumerable<ResponseFact> Lists()
    {
        (string Rules, string Value)[] rows =
        [
            ("""{"body":{"$.v":{"matchers":"x"}}}""", "1"), ("""{"body":{"$.v":{"matchers":[]}}}""", "1"), ("""{"body":{"$.v":{}}}""", "1"), ("""{"body":{"$.v":null}}""", "1"), ("""{"body":{"$.v":"type"}}""", "2"), ("""{"body":{"$.v":"type"}}""", "1"), ("\"x\"", "1"), ("[]", "1"), ("""{"bogus":{"$.v":{"matchers":[{"match":"equality"}]}}}""", "1"),
            ("""{"body":{"$.v":{"combine":"XOR","matchers":[{"match":"type"}]}}}""", "2"), ("""{"body":{"":{"matchers":[{"match":"type"}]}}}""", "2"), ("""{"body":{"v":{"matchers":[{"match":"type"}]}}}""", "2"), ("""{"body":{"w.v":{"matchers":[{"match":"type"}]}}}""", "2"), ("""{"body":{"$.v":{"match":"type"}}}""", "2"), ("""{"body":{"$.v":[{"match":"type"}]}}""", "2"),
        ];
        return rows.Select(row => Of($"broken list: {row.Rules} against {row.Value}", """{"v":1}""", row.Rules, $$"""{"v":{{row.Value}}}""", "3.0.0"));
    }

    // Beside a rule that lets the answer pass, so that the path alone decides.
    private static IEnumerable<ResponseFact> Paths()
    {
        string[] paths =
        [
            "$.v[", "$..v", "v w", "", "$[\\\"v\\\"]", "$[-1]", "$.v[1:2]", ".v", "v", "$v", "$['v", "$.v*", "$.*v", "$.v[x]", "$.v[ 1 ]", "$[ 'v' ]", "$.v.", "$.v-w", "$.v w", "$.@v", "$.#text", "$.1", "$.v[01]", "$.é", "$[]", "$['']", "$.", "$", "$$", "$.v.$", "$.v[*]*", "$.v[**]", "$['v','w']",
        ];
        foreach (var path in paths)
            yield return Of($"path: {path}", """{"v":1}""", """{"body":{"$.v":{"matchers":[{"match":"type"}]},""" + $"\"{path}\"" + """:{"matchers":[{"match":"type"}]}}}""", """{"v":2}""", "3.0.0");
        string[] flat =
        [
            "$", "$.foo", "$.foo.v", "foo", "$.bodyx", "$.body['v']", "$body.v", "$.headersX", "$.header.X", "$.headers", "$.querystring", "$.query", "$.pathx", "$.statusx", "$.methodx", "$.Body.v", "$['body'].v", "body.v", "$.body[0]", "$.body.", "$.body.v[", "$.request.body.v",
        ];
        foreach (var path in flat)
            yield return Of($"path in V2: {path}", """{"v":1}""", """{"$.body.v":{"match":"type"},""" + $"\"{path}\"" + """:{"match":"type"}}""", """{"v":2}""", "2.0.0");
    }

    private static ResponseFact Of(string name, string body, string rules, string actual, string version) =>
        new(name, """{"status":200,"body":""" + body + ""","matchingRules":""" + rules + "}", Encoding.UTF8.GetBytes(actual), [("Content-Type", "application/json")], Version: version, HasOwnFile: true);
}

using System.Text;
using System.Text.Json;

namespace PactKit.Tests.Witness;

/// <summary>Facts about corners that were known by reading alone: rules of maps over forms, one rule or another over several values, offsets of time, content types with a wildcard.</summary>
internal static class KnownFacts
{
    private const string FormType = "application/x-www-form-urlencoded";

    public static IEnumerable<ResponseFact> Responses => [.. ResponseForms(), .. StatusInBodies(), .. Dates(), .. ContentTypes(), .. EachValues()];

    public static IEnumerable<RequestFact> Requests => [.. RequestForms(), .. Either()];

    private static IEnumerable<(string Name, string Expected, string Actual, string Rules)> Forms()
    {
        const string Key = """{"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]"}]}""";
        const string NoRules = """{"match":"eachValue","rules":[]}""";
        const string Each = """{"match":"eachValue","rules":[{"match":"integer"}]}""";
        yield return ("eachKey and keys that fit", "a=1&b=2", "a=1&b=2", At("$", Key));
        yield return ("eachKey and other keys", "a=1", "b=1", At("$", Key));
        yield return ("eachKey and a key that does not fit", "a=1", "A=1", At("$", Key));
        yield return ("eachKey and another value", "a=1", "a=2", At("$", Key));
        yield return ("eachKey and a key more", "a=1", "a=1&b=2", At("$", Key));
        yield return ("eachKey at a field", "a=1", "a=1", At("$.a", Key));
        yield return ("eachKey at a field of another value", "a=1", "a=2", At("$.a", Key));
        yield return ("eachValue without rules", "a=1", "a=1", At("$.a", NoRules));
        yield return ("eachValue without rules and another value", "a=1", "a=2", At("$.a", NoRules));
        yield return ("eachValue without rules over two values", "a=1&a=2", "a=3&a=4", At("$.a", NoRules));
        yield return ("eachValue without rules at the root", "a=1", "a=2", At("$", NoRules));
        yield return ("eachValue over two values", "a=1&a=2", "a=3&a=4", At("$.a", Each));
        yield return ("eachValue over two values of which one fails", "a=1&a=2", "a=3&a=x", At("$.a", Each));
        yield return ("eachValue at one value", "a=1&a=2", "a=3&a=2", At("$.a[0]", Each));
        yield return ("eachValue at one value that fails", "a=1&a=2", "a=x&a=2", At("$.a[0]", Each));
        yield return ("eachValue at the only value", "a=1", "a=3", At("$.a[0]", Each));
        yield return ("eachValue at the only value that fails", "a=1", "a=x", At("$.a[0]", Each));
        yield return ("values at the root", "a=1", "b=1", At("$", """{"match":"values"}"""));
    }

    private static IEnumerable<ResponseFact> ResponseForms() => Forms().Select(form => new ResponseFact(
        "form of a response: " + form.Name,
        $$"""{"status":200,"headers":{"Content-Type":"{{FormType}}"},"body":"{{form.Expected}}","matchingRules":{"body":{{form.Rules}} } }""",
        Encoding.UTF8.GetBytes(form.Actual),
        [("Content-Type", FormType)]));

    private static IEnumerable<RequestFact> RequestForms() => Forms().Select(form => new RequestFact(
        "form of a request: " + form.Name,
        """{"method":"POST","path":"{path}","headers":{"Content-Type":""" + $"\"{FormType}\"" + """},"body":""" + $"\"{form.Expected}\"" + ""","matchingRules":{"body":""" + form.Rules + "}}",
        Method: "POST",
        Body: Encoding.UTF8.GetBytes(form.Actual),
        Headers: [("Content-Type", FormType)]));

    private static IEnumerable<RequestFact> Either()
    {
        // One rule counts the values, the other looks at each of them.
        (string Name, string Rules)[] lists =
        [
            ("three values or digits", """{"match":"type","min":3},{"match":"regex","regex":"\\d+"}"""), ("digits or three values", """{"match":"regex","regex":"\\d+"},{"match":"type","min":3}"""),
            ("at most one value or digits", """{"match":"type","max":1},{"match":"regex","regex":"\\d+"}"""), ("letters or digits", """{"match":"regex","regex":"[a-z]+"},{"match":"regex","regex":"\\d+"}"""),
        ];
        string[][] actual = [["7", "8"], ["x", "y"], ["x", "8"], ["x"], ["x", "y", "z"], ["X", "8"]];
        foreach (var (name, rules) in lists)
        foreach (var values in actual)
        {
            var either = """{"combine":"OR","matchers":[""" + rules + "]}";
            yield return new(
                $"either in a query: {name} against {string.Join(", ", values)}",
                """{"method":"GET","path":"{path}","query":{"a":["1","2"]},"matchingRules":{"query":{"a":""" + either + "}}}",
                "{path}?" + string.Join('&', values.Select(value => "a=" + value)));
            yield return new(
                $"either in a header: {name} against {string.Join(", ", values)}",
                """{"method":"GET","path":"{path}","headers":{"Vary":["1","2"]},"matchingRules":{"header":{"Vary":""" + either + "}}}",
                Headers: [("Vary", string.Join(", ", values))]);
        }
    }

    private static IEnumerable<ResponseFact> StatusInBodies()
    {
        foreach (var value in new[] { "200", "404", "\"x\"" })
            yield return Json($"a status rule in a body against {value}", """{"v":200}""", $$"""{"v":{{value}}}""", At("$.v", """{"match":"statusCode","status":"success"}"""));
        yield return Json("a status rule in a body over a map", """{"v":{"a":200}}""", """{"v":{"a":200}}""", At("$.v", """{"match":"statusCode","status":"success"}"""));
    }

    private static IEnumerable<ResponseFact> EachValues()
    {
        foreach (var (expected, actual) in new[] { ("""{"a":1}""", """{"a":1}"""), ("""{"a":1}""", """{"a":2}"""), ("""{"a":1}""", """{"b":1}"""), ("[1]", "[1,1]"), ("[1]", "[1,2]"), ("[1]", "[]"), ("{}", """{"a":1}""") })
            yield return Json($"eachValue without rules, {expected} against {actual}", $$"""{"v":{{expected}}}""", $$"""{"v":{{actual}}}""", At("$.v", """{"match":"eachValue","rules":[]}"""));
        foreach (var (expected, actual) in new[] { ("""{"a":1}""", """{"a":2}"""), ("""{"a":1}""", """{"b":1}""") })
            yield return Json($"eachKey without rules, {expected} against {actual}", $$"""{"v":{{expected}}}""", $$"""{"v":{{actual}}}""", At("$.v", """{"match":"eachKey","rules":[]}"""));
    }

    private static IEnumerable<ResponseFact> Dates()
    {
        (string Pattern, string Offset)[] offsets =
        [
            ("X", "+11"), ("X", "+12"), ("X", "+1"), ("XX", "+1100"), ("XX", "+1200"), ("XXX", "+11:00"), ("XXX", "+12:00"), ("XXX", "-12:00"), ("XXX", "+13:45"), ("XXX", "+18:00"), ("XXX", "+18:01"), ("XXX", "+19:00"), ("XXX", "+1:00"),
            ("xxx", "+12:00"), ("xxx", "+1:00"), ("Z", "+1200"), ("ZZZZ", "GMT+12:00"), ("O", "GMT+1"), ("O", "GMT+12"), ("O", "+11:00"), ("OOOO", "GMT+11:00"),
        ];
        foreach (var (pattern, offset) in offsets) yield return Dated($"offset {pattern} against {offset}", "datetime", "HH:mm" + pattern, "10:00" + offset);
        foreach (var (pattern, value) in new[] { ("d LLL yyyy", "3 Feb 2024"), ("d LLLL yyyy", "3 February 2024"), ("d LL yyyy", "3 02 2024"), ("d L yyyy", "3 2 2024"), ("d LLL yyyy", "3 2 2024"), ("LLL", "feb"), ("LLLL", "Feb"), ("LLLLL", "February"), ("LLLLL", "F"), ("MMMMM", "February") })
            yield return Dated($"month {pattern} against {value}", "date", pattern, value);
        foreach (var (rule, value) in new[] { ("date", "2024-02-03"), ("date", "x"), ("date", ""), ("time", "10:00:00"), ("time", "x"), ("datetime", "2024-02-03T10:00:00Z"), ("datetime", "2024-02-03T10:00:00+01:00"), ("datetime", "x") })
            yield return Dated($"{rule} of an empty pattern against '{value}'", rule, "", value);
    }

    private static IEnumerable<ResponseFact> ContentTypes()
    {
        foreach (var expected in new[] { "text/*", "*/*" })
        foreach (var actual in new[] { "text/plain", "application/json", "text/*" })
        foreach (var body in new[] { "abc", "abd" })
            yield return new(
                $"content type {expected} against {actual} with {body}",
                """{"status":200,"headers":{"Content-Type":""" + $"\"{expected}\"" + """},"body":"abc","matchingRules":{"header":{"Content-Type":{"matchers":[{"match":"type"}]}}}}""",
                Encoding.UTF8.GetBytes(body),
                [("Content-Type", actual)]);
        foreach (var (expected, actual) in new[] { ("text/*", "text/plain"), ("text/*", "text/*"), ("*/*", "text/plain") })
            yield return new(
                $"content type {expected} against {actual} without a rule",
                """{"status":200,"headers":{"Content-Type":""" + $"\"{expected}\"" + """},"body":"abc"}""",
                "abc"u8.ToArray(),
                [("Content-Type", actual)]);
    }

    private static string At(string path, string rule) => $$"""{"{{path}}":{"matchers":[{{rule}}]} }""";

    private static ResponseFact Json(string name, string expected, string actual, string rules) => new(
        name, """{"status":200,"body":""" + expected + ""","matchingRules":{"body":""" + rules + "}}", Encoding.UTF8.GetBytes(actual), [("Content-Type", "application/json")]);

    private static ResponseFact Dated(string name, string rule, string pattern, string value) => Json(
        name, """{"v":"x"}""", """{"v":""" + JsonSerializer.Serialize(value) + "}", At("$.v", $$"""{"match":"{{rule}}","format":{{JsonSerializer.Serialize(pattern)}} }"""));
}

using System.Text;
using System.Text.Json;

namespace PactKit.Tests.Witness;

/// <summary>The telling ones of about nine thousand random facts that were sent through both engines: where the two once differed, or mean to.</summary>
internal static class FoundFacts
{
    public static IEnumerable<ResponseFact> Responses => [.. Lists(), .. ContentTypesOfValues(), .. Statuses(), .. Forms(), .. Bodies(), .. Dates()];

    public static IEnumerable<RequestFact> Requests => [.. HeaderValues(), .. QueryValues()];

    private static IEnumerable<ResponseFact> Lists()
    {
        const string Contains = """{"match":"arrayContains","variants":[]}""";
        yield return Json("arrayContains inherited by a list", """{"v":{"b":["x",1.5]}}""", """{"v":{"b":[1.5,"y","x"]}}""", At("$", Contains));
        yield return Json("arrayContains inherited by a list that lacks an example", """{"v":{"b":["x",1.5]}}""", """{"v":{"b":["x"]}}""", At("$", Contains));
        yield return Json("arrayContains inherited by a map", """{"v":{"b":1}}""", """{"v":{"c":1}}""", At("$", Contains));
        yield return Json("arrayContains without variants over a map with a key more", """[{"k":1}]""", """[{"k":1,"l":2}]""", At("$", Contains));
        yield return Json("arrayContains with a variant over a map with a key more", """[{"k":1}]""", """[{"k":1,"l":2}]""", At("$", """{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}"""));
        yield return Json("arrayContains with a variant that has no example", """["x"]""", """["x","y"]""", At("$", """{"match":"arrayContains","variants":[{"index":1,"rules":{}}]}"""));
        yield return Json("arrayContains over an empty example", """{"v":[]}""", """{"v":[1]}""", At("$.v", """{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}"""));
        yield return Json("an unknown rule over an empty example", """{"v":[]}""", """{"v":[1]}""", At("$.v", """{"match":"mystery"}"""));
        yield return Json("notEmpty over an empty example and an empty list", """{"v":[]}""", """{"v":[]}""", At("$.v", """{"match":"notEmpty"}"""));
        yield return Json("either rule over a map", """{"v":{"a":1}}""", """{"v":{"a":1}}""", """{"$.v":{"combine":"OR","matchers":[{"match":"type"},{"match":"integer"}]}}""");
        yield return Json("either rule over a list", """{"v":[1]}""", """{"v":[1,2,3]}""", """{"$.v":{"combine":"OR","matchers":[{"match":"type","min":5},{"match":"type","max":3}]}}""");
    }

    private static IEnumerable<ResponseFact> ContentTypesOfValues()
    {
        (string Json, string Type)[] pairs =
        [
            ("\"abc\"", "text/plain"), ("\"abcd\"", "text/plain"), ("\"\"", "text/plain"), ("\"10:00:00\"", "text/plain"), ("\"10:00:00\"", "application/json"), ("\"<a/>\"", "text/plain"),
            ("\"<a/>\"", "application/xml"), ("\"<a/>\"", "text/xml"), ("\"<?xml version='1.0'?><a/>\"", "text/plain"), ("\"<html>\"", "text/html"), ("true", "application/json"), ("1.5", "text/plain"),
            ("-5", "application/json"), ("\"[1]\"", "application/json"), ("\"iVBORw0KGgoAAAANSUhEUg==\"", "image/png"),
        ];
        foreach (var (json, type) in pairs)
            yield return Json($"content type {type} of {json}", """{"v":"x"}""", $$"""{"v":{{json}}}""", At("$.v", $$"""{"match":"contentType","value":"{{type}}"}"""));
    }

    private static IEnumerable<ResponseFact> Statuses()
    {
        foreach (var (list, status) in new[] { ("[]", 200), ("[\"200\"]", 200), ("[\"200\"]", 201) })
            yield return new(
                $"status in the list {list} against {status}",
                $$"""{"status":200,"matchingRules":{"status":{"matchers":[{"match":"statusCode","status":{{list}} }]} } }""", [], [], status, "4.0");
    }

    private static IEnumerable<ResponseFact> Forms()
    {
        ResponseFact With(string name, string expected, string actual, string rules) => new(
            "form: " + name,
            $$"""{"status":200,"headers":{"Content-Type":"application/x-www-form-urlencoded"},"body":"{{expected}}","matchingRules":{"body":{{rules}} } }""",
            Encoding.UTF8.GetBytes(actual),
            [("Content-Type", "application/x-www-form-urlencoded")]);
        yield return With("a rule for the first value", "a=1&a=2", "a=7&a=2", At("$.a[0]", """{"match":"integer"}"""));
        yield return With("a rule for the first value that fails", "a=1", "a=1", At("$.a[0]", """{"match":"boolean"}"""));
        yield return With("a rule for every value", "a=1", "a=x", At("$.a[*]", """{"match":"integer"}"""));
        yield return With("an inherited size", "a=1", "a=1", At("$", """{"match":"type","min":2}"""));
        yield return With("an inherited eachValue", "a=1", "a=x", At("$", """{"match":"eachValue","rules":[{"match":"integer"}]}"""));
        yield return With("a field more", "a=1", "a=1&b=2", "{}");
    }

    private static IEnumerable<ResponseFact> Bodies()
    {
        yield return Text("a values rule on a text", "1.5", "1.5", """{"match":"values"}""");
        yield return Text("a values rule on another text", "1.5", "2.5", """{"match":"values"}""");
        yield return Text("an integer with a plus", "1", "+1", """{"match":"integer"}""");
        const string Field = "Content-Disposition: form-data; name=\"n\"\r\n\r\n";
        var parts = Encoding.ASCII.GetBytes($"--B\r\n{Field}1\r\n--B\r\n{Field}2\r\n--B--\r\n");
        yield return new(
            "two parts of one name",
            $$"""{"status":200,"headers":{"Content-Type":["multipart/form-data; boundary=B"]},"body":{"content":"{{Convert.ToBase64String(parts)}}","contentType":"multipart/form-data; boundary=B","encoded":"base64"} }""",
            parts,
            [("Content-Type", "multipart/form-data; boundary=B")],
            Version: "4.0");
    }

    private static IEnumerable<ResponseFact> Dates()
    {
        yield return new("an offset in Java's long form", DateOf("yyyy ZZZZ"), """{"v":"2024 GMT+10:00"}"""u8.ToArray(), JsonType);
        yield return new("an offset of nothing in Java's long form", DateOf("yyyy ZZZZ"), """{"v":"2024 GMT"}"""u8.ToArray(), JsonType);
        yield return new("a year of the era of any length", DateOf("d.M.y"), """{"v":"3.2.2024"}"""u8.ToArray(), JsonType);
    }

    private static IEnumerable<RequestFact> HeaderValues()
    {
        RequestFact Of(string name, string[] expected, string[] lines, string? rule = null, string header = "X-A") => new(
            "header: " + name,
            """{"method":"GET","path":"{path}","headers":{""" + $"\"{header}\":{JsonSerializer.Serialize(expected)}" + """},"matchingRules":{"header":{"""
            + (rule is null ? "" : $"\"{header}\":" + """{"matchers":[""" + rule + "]}") + "}}}",
            Headers: [.. lines.Select(line => (header, line))]);
        const string Each = """{"match":"eachValue","rules":[{"match":"type"}]}""";
        yield return Of("a comma where one value is expected", ["Sat, 03 Feb 2024"], ["Sat, 03 Feb 2024"]);
        yield return Of("several values on one line", ["a", "b"], ["a, b"]);
        foreach (var name in new[] { "X-A", "Vary" })
        {
            yield return Of($"a size of one value of {name}", ["1"], ["1"], """{"match":"type","min":2}""", name);
            yield return Of($"eachValue on one value of {name}", ["1"], ["1"], Each, name);
            yield return Of($"arrayContains on one value of {name}", ["1"], ["1"], """{"match":"arrayContains","variants":[]}""", name);
            yield return Of($"values on one value of {name}", ["1"], ["1"], """{"match":"values"}""", name);
        }

        yield return Of("a size of values", ["1", "2"], ["1, 2"], """{"match":"type","min":3}""", "Vary");
        yield return Of("eachValue on values", ["1", "2"], ["1, 2"], Each, "Vary");
        yield return Of("eachKey on values", ["1", "2"], ["1, 2"], """{"match":"eachKey","rules":[{"match":"type"}]}""", "Vary");
    }

    private static IEnumerable<RequestFact> QueryValues()
    {
        RequestFact Of(string name, string actual, string rule) => new(
            "query: " + name, """{"method":"GET","path":"{path}","query":{"a":["1","2"]},"matchingRules":{"query":{"a":{"matchers":[""" + rule + "]}}}}", "{path}" + actual);
        yield return Of("eachKey", "?a=1&a=2", """{"match":"eachKey","rules":[{"match":"type"}]}""");
        yield return Of("eachValue", "?a=1&a=7", """{"match":"eachValue","rules":[{"match":"integer"}]}""");
        yield return Of("arrayContains", "?a=2&a=7&a=1", """{"match":"arrayContains","variants":[]}""");
        yield return Of("arrayContains that lacks one", "?a=2", """{"match":"arrayContains","variants":[]}""");
        yield return Of("an integer with a plus", "?a=%2B1", """{"match":"integer"}""");
    }

    private static readonly (string, string)[] JsonType = [("Content-Type", "application/json")];

    private static string At(string path, string rule) => $$"""{"{{path}}":{"matchers":[{{rule}}]} }""";

    private static string DateOf(string format) =>
        """{"status":200,"body":{"v":"x"},"matchingRules":{"body":""" + At("$.v", $$"""{"match":"datetime","format":"{{format}}"}""") + "}}";

    private static ResponseFact Json(string name, string expected, string actual, string rules) =>
        new(name, """{"status":200,"body":""" + expected + ""","matchingRules":{"body":""" + rules + "}}", Encoding.UTF8.GetBytes(actual), JsonType);

    private static ResponseFact Text(string name, string expected, string actual, string rule) => new(
        name,
        """{"status":200,"headers":{"Content-Type":"text/plain"},"body":""" + JsonSerializer.Serialize(expected) + ""","matchingRules":{"body":""" + At("$", rule) + "}}",
        Encoding.UTF8.GetBytes(actual),
        [("Content-Type", "text/plain")]);
}

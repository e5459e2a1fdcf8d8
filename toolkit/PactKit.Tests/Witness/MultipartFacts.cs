using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>Bodies of several parts: boundaries, headers and content types of parts, rules for a part and for what is in it, parts too many or too few.</summary>
internal static class MultipartFacts
{
    private const string FormData = "multipart/form-data; boundary=B";

    private const string AnyBoundary = """ "header":{"Content-Type":{"matchers":[{"match":"regex","regex":"multipart/form-data;(\\s*charset=[^;]*;)?\\s*boundary=.*"}]}} """;

    public static IEnumerable<ResponseFact> Responses => [.. Boundaries(), .. Shapes(), .. PartHeaders(), .. Documents(), .. Rules(), .. Names(), .. OfOlderFiles()];

    public static IEnumerable<RequestFact> Requests => All().Select(row => new RequestFact(
        "parts of a request: " + row.Name,
        """{"method":"POST","path":"{path}","headers":{"Content-Type":""" + $"[\"{FormData}\"]" + """},"body":""" + Content(Form(row.Expected), FormData) + ""","matchingRules":{"body":""" + row.Rules + "}}",
        Method: "POST",
        Body: Form(row.Actual),
        Headers: [("Content-Type", FormData)],
        Version: "4.0"));

    private static IEnumerable<(string Name, string[] Expected, string[] Actual, string Rules)> All()
    {
        yield return ("a part more", [Field("a", "1")], [Field("a", "1"), Field("b", "1")], "{}");
        yield return ("a part too few", [Field("a", "1"), Field("b", "1")], [Field("a", "1")], "{}");
        yield return ("a key more in a JSON part", [Json("f", """{"a":1}""")], [Json("f", """{"a":1,"b":1}""")], "{}");
        yield return ("an item more in a JSON part under a type rule", [Json("f", "[1]")], [Json("f", "[1,2]")], At("$.f", """{"match":"type"}"""));
        yield return ("an element more in an XML part", [Xml("f", "<a><b/></a>")], [Xml("f", "<a><b/><c/></a>")], "{}");
    }

    private static IEnumerable<ResponseFact> Boundaries()
    {
        byte[] With(string boundary, params string[] parts) => Form(parts, boundary);
        var one = Field("a", "1");
        ResponseFact Of(string name, byte[] expected, string expectedType, byte[] actual, string actualType, string rules = "") => new(
            "boundary: " + name, Part(Content(expected, expectedType), expectedType, "{" + rules + "}"), actual, [("Content-Type", actualType)], Version: "4.0");
        yield return Of("another one", Form([one]), FormData, With("C", one), "multipart/form-data; boundary=C");
        yield return Of("another one under a rule of the header", Form([one]), FormData, With("C", one), "multipart/form-data; boundary=C", AnyBoundary);
        yield return Of("another one under a rule, and another part", Form([one]), FormData, With("C", Field("a", "2")), "multipart/form-data; boundary=C", AnyBoundary);
        yield return Of("in quotes", Form([one]), FormData, Form([one]), "multipart/form-data; boundary=\"B\"", AnyBoundary);
        yield return Of("in quotes where it was expected", Form([one]), "multipart/form-data; boundary=\\\"B\\\"", Form([one]), FormData, AnyBoundary);
        yield return Of("of another case", Form([one]), FormData, Form([one]), "multipart/form-data; boundary=b", AnyBoundary);
        yield return Of("of upper and lower case", With("xYz", one), "multipart/form-data; boundary=xYz", With("xYz", one), "multipart/form-data; boundary=xYz");
        yield return Of("with a charset", Form([one]), FormData, Form([one]), "multipart/form-data; charset=utf-8; boundary=B", AnyBoundary);
        yield return Of("none", Form([one]), FormData, Form([one]), "multipart/form-data", """ "header":{"Content-Type":{"matchers":[{"match":"type"}]}} """);
        yield return Of("none expected", Form([one]), "multipart/form-data", Form([one]), FormData, """ "header":{"Content-Type":{"matchers":[{"match":"type"}]}} """);
        yield return Of("none of a header, other bytes", Form([one]), "multipart/form-data", Form([Field("a", "2")]), "multipart/form-data");
        yield return Of("none of a header, the same bytes", Form([one]), "multipart/form-data", Form([one]), "multipart/form-data");
        yield return Of("one that does not occur", Form([one]), FormData, Form([one]), "multipart/form-data; boundary=C", AnyBoundary);
        yield return Of("mixed for form-data", Form([one]), FormData, Form([one]), "multipart/mixed; boundary=B", """ "header":{"Content-Type":{"matchers":[{"match":"type"}]}} """);
        yield return Of("JSON for parts", Form([one]), FormData, "{}"u8.ToArray(), "application/json", """ "header":{"Content-Type":{"matchers":[{"match":"type"}]}} """);
        yield return Of("lines between the parts", Form([one]), FormData, Encoding.UTF8.GetBytes($"hello\r\n--B\r\n{one}\r\n--B--\r\nbye\r\n"), FormData);
        yield return Of("no line end after the last", Form([one]), FormData, Encoding.UTF8.GetBytes($"--B\r\n{one}\r\n--B--"), FormData);
        yield return Of("no last one", Form([one]), FormData, Encoding.UTF8.GetBytes($"--B\r\n{one}\r\n"), FormData);
        yield return Of("short line ends", Form([one]), FormData, Encoding.UTF8.GetBytes($"--B\r\n{one}\r\n--B--\r\n".Replace("\r\n", "\n", StringComparison.Ordinal)), FormData);
        yield return Of("blanks after it", Form([one]), FormData, Encoding.UTF8.GetBytes($"--B  \r\n{one}\r\n--B--\r\n"), FormData);
        yield return Of("no parts at all", Form([one]), FormData, Encoding.UTF8.GetBytes("--B--\r\n"), FormData);
        yield return Of("no parts expected", Encoding.UTF8.GetBytes("--B--\r\n"), FormData, Form([one]), FormData);
        yield return Of("no body", Form([one]), FormData, [], FormData);
    }

    private static IEnumerable<ResponseFact> Shapes()
    {
        foreach (var row in All()) yield return Of(row.Name, row.Expected, row.Actual, row.Rules);
        yield return Of("a file for a field", [Field("a", "1")], [File("a", "a.txt", "text/plain", "1")]);
        yield return Of("a field for a file", [File("a", "a.txt", "text/plain", "1")], [Field("a", "1")]);
        yield return Of("another file name", [File("a", "a.txt", "text/plain", "1")], [File("a", "b.txt", "text/plain", "1")]);
        yield return Of("an empty file name for a field", [Field("a", "1")], ["Content-Disposition: form-data; name=\"a\"; filename=\"\"\r\n\r\n1"]);
        yield return Of("a long file name alone", [File("a", "a.txt", "text/plain", "1")], ["Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''a.txt\r\nContent-Type: text/plain\r\n\r\n1"]);
        yield return Of("a name of another case", [Field("a", "1")], [Field("A", "1")]);
        yield return Of("a name without quotes", [Field("a", "1")], ["Content-Disposition: form-data; name=a\r\n\r\n1"]);
        yield return Of("headers of another case", [File("a", "a.json", "application/json", "{}")], ["content-disposition: form-data; name=\"a\"; filename=\"a.json\"\r\ncontent-type: application/json\r\n\r\n{ }"]);
        yield return Of("one name twice, expected once", [Field("a", "1")], [Field("a", "1"), Field("a", "2")]);
        yield return Of("one name twice, the second fits", [Field("a", "1")], [Field("a", "2"), Field("a", "1")]);
        yield return Of("one name expected twice, found once", [Field("a", "1"), Field("a", "1")], [Field("a", "1")]);
        yield return Of("an empty part", [Field("a", "")], [Field("a", "")]);
        yield return Of("an empty part and one that is not", [Field("a", "")], [Field("a", "1")]);
        yield return Of("a part and an empty one", [Field("a", "1")], [Field("a", "")]);
        yield return Of("an empty JSON file", [Json("f", "{}")], [Json("f", "")]);
        yield return Of("a part of several lines", [Field("a", "1\r\n2")], [Field("a", "1\r\n2")]);
        yield return Of("a part with a blank more", [Field("a", "1")], [Field("a", "1 ")]);
        yield return Of("a part with a line more", [Field("a", "1")], [Field("a", "1\r\n")]);
        yield return Of("a nameless part", ["Content-Type: text/plain\r\n\r\n1"], ["Content-Type: text/plain\r\n\r\n1"]);
        yield return Of("a nameless part that differs", ["Content-Type: text/plain\r\n\r\n1"], ["Content-Type: text/plain\r\n\r\n2"]);
        yield return Of("nameless parts in another order", ["Content-Type: text/plain\r\n\r\n1", "Content-Type: text/plain\r\n\r\n2"], ["Content-Type: text/plain\r\n\r\n2", "Content-Type: text/plain\r\n\r\n1"]);
        yield return Of("a nameless JSON part", ["Content-Type: application/json\r\n\r\n{\"a\":1}"], ["Content-Type: application/json\r\n\r\n{ \"a\": 1 }"]);
        yield return Of("a part without headers", ["\r\n1"], ["\r\n1"]);
        yield return Of("parts of base64", ["Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ=="], ["Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ=="]);
        yield return Of("a part of base64 for a plain one", [Field("a", "1")], ["Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ=="]);
        yield return Of("a file of base64 for a plain one", [File("a", "a.txt", "text/plain", "1")], ["Content-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ=="]);
        yield return Of("a long name", ["Content-Disposition: form-data; name=\"a\"; name*=UTF-8''b\r\n\r\n1"], [Field("a", "1")]);
    }

    private static IEnumerable<ResponseFact> PartHeaders()
    {
        const string Start = "Content-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n";
        string Head(string lines) => Start + lines + "\r\n\r\n1";
        (string Name, string Expected, string Actual, string Rules)[] rows =
        [
            ("another content type", "Content-Type: text/plain", "Content-Type: text/csv", "{}"), ("a content type with a charset", "Content-Type: text/plain", "Content-Type: text/plain;charset=utf-8", "{}"), ("a content type without the charset", "Content-Type: text/plain;charset=utf-8", "Content-Type: text/plain", "{}"),
            ("a content type of another case", "Content-Type: text/plain", "Content-Type: Text/Plain", "{}"), ("a content type under a rule", "Content-Type: text/plain", "Content-Type: text/csv", At("$.a.content-type", Regex("text/.*"))), ("a content type under a quoted rule", "Content-Type: text/plain", "Content-Type: text/csv", At("$.a['content-type']", Regex("text/.*"))),
            ("a content type under a rule of its case", "Content-Type: text/plain", "Content-Type: text/csv", At("$.a['Content-Type']", Regex("text/.*"))), ("a content type under a rule that fails", "Content-Type: text/plain", "Content-Type: image/png", At("$.a.content-type", Regex("text/.*"))), ("no content type", "Content-Type: text/plain", "X-A: 1", "{}"), ("a content type too many", "X-A: 1", "X-A: 1\r\nContent-Type: text/plain", "{}"),
            ("another header", "X-A: 1", "X-A: 2", "{}"), ("a missing header", "X-A: 1", "X-B: 1", "{}"), ("a header more", "X-A: 1", "X-A: 1\r\nX-B: 2", "{}"), ("a header under a rule", "X-A: 1", "X-A: 2", At("$.a.x-a", Regex("\\\\d"))), ("a header under a rule of its case", "X-A: 1", "X-A: 2", At("$.a.X-A", Regex("\\\\d"))),
            ("a header under a rule that fails", "X-A: 1", "X-A: x", At("$.a.x-a", Regex("\\\\d"))), ("a header of another case", "X-A: 1", "x-a: 1", "{}"), ("a missing content header", "Content-Language: en", "X-B: 1", "{}"), ("another content header", "Content-Language: en", "Content-Language: de", "{}"), ("a part under a rule, another header", "X-A: 1", "X-A: 2", At("$.a", """{"match":"type"}""")),
            ("a content length that differs", "Content-Length: 1", "Content-Length: 7", "{}"), ("a part under a content type rule, another content type", "Content-Type: text/plain", "Content-Type: application/json", At("$.a", """{"match":"contentType","value":"text/plain"}""")), ("blanks of a header", "X-A: 1", "X-A:   1  ", "{}"), ("a header twice", "X-A: 1", "X-A: 1\r\nX-A: 2", "{}"),
            ("a list in a header", "X-A: 1,2", "X-A: 1, 2", "{}"), ("a missing content type and a rule", "Content-Type: text/plain", "X-A: 1", At("$.a", Regex("1"))), ("a missing content length", "Content-Length: 1", "X-A: 1", "{}"), ("a missing transfer encoding", "Content-Transfer-Encoding: 7bit", "X-A: 1", "{}"), ("a missing content id", "Content-ID: <1>", "X-A: 1", "{}"),
            ("a header under a type rule", "X-A: 1", "X-A: 2", At("$.a.x-a", Type)), ("a header under a rule for every member", "X-A: 1", "X-A: 2", At("$.a.*", Type)), ("a header without the header of the rule", "X-A: 1", "X-B: 2", At("$.a.x-a", Type)), ("a content type that fits and a rule that does not", "Content-Type: text/plain", "Content-Type: text/plain", At("$.a.content-type", Regex("x"))), ("a content language under a rule", "Content-Language: en", "Content-Language: de", At("$.a.content-language", Regex("de"))), ("a content id", "Content-ID: <1>", "Content-ID: <2>", "{}"),
        ];
        return rows.Select(row => Of("header: " + row.Name, [Head(row.Expected)], [Head(row.Actual)], row.Rules));
    }

    private static IEnumerable<ResponseFact> Documents()
    {
        foreach (var (name, expected, actual, rules) in new[]
        {
            ("another value", """{"a":1}""", """{"a":2}""", "{}"), ("a broken document", """{"a":1}""", """{"a":""", "{}"), ("blanks", """{"a":1}""", " { \"a\" : 1 } ", "{}"), ("a type rule for a member", """{"a":1}""", """{"a":2}""", At("$.f.a", Type)), ("a type rule for a member that fails", """{"a":1}""", """{"a":"x"}""", At("$.f.a", Type)),
            ("a type rule for the part", """{"a":1}""", """{"a":2}""", At("$.f", Type)), ("a type rule for the part that fails", """{"a":1}""", """{"a":"x"}""", At("$.f", Type)), ("a type rule for all", """{"a":1}""", """{"a":2}""", At("$", Type)), ("a type rule for every part", """{"a":1}""", """{"a":2}""", At("$.*", Type)), ("a rule for a member of every part", """{"a":1}""", """{"a":2}""", At("$.*.a", Type)),
            ("a rule without the part", """{"a":1}""", """{"a":2}""", At("$.a", Type)), ("a rule of a quoted part", """{"a":1}""", """{"a":2}""", At("$['f'].a", Type)), ("a rule of a part by number", """{"a":1}""", """{"a":2}""", At("$[0].a", Type)), ("at least two", """{"a":[1]}""", """{"a":[1]}""", At("$.f.a", """{"match":"type","min":2}""")), ("a regex for a member", """{"a":"1"}""", """{"a":"7"}""", At("$.f.a", Regex("\\\\d"))),
            ("a regex for the part", """{"a":1}""", """{"a":2}""", At("$.f", Regex(".*2.*"))), ("a regex for the part that fails", """{"a":1}""", """{"a":1}""", At("$.f", Regex(".*2.*"))), ("include for the part", """{"a":1}""", """{"a":2}""", At("$.f", """{"match":"include","value":"2"}""")),
            ("include for the part that fails", """{"a":1}""", """{"a":1}""", At("$.f", """{"match":"include","value":"2"}""")), ("notEmpty for the part", """{"a":1}""", """{"a":2}""", At("$.f", """{"match":"notEmpty"}""")), ("equality for the part that differs", """{"a":1}""", """{"a":2}""", At("$.f", """{"match":"equality"}""")), ("integer for the part", "1", "2", At("$.f", """{"match":"integer"}""")),
            ("content type for the part", """{"a":1}""", """{"a":2}""", At("$.f", """{"match":"contentType","value":"application/json"}""")), ("content type for the part and one for a member", """{"a":1}""", """{"a":"x"}""", """{"$.f":{"matchers":[{"match":"contentType","value":"application/json"}]},"$.f.a":{"matchers":[{"match":"integer"}]}}"""),
            ("equality for the part", """{"a":1}""", """{ "a":1}""", At("$.f", """{"match":"equality"}""")), ("a list of the part", "[1]", "[1,2]", At("$.f", """{"match":"type","min":1}""")), ("an item of the part", "[1]", "[2]", At("$.f[0]", Type)), ("every item of the part", "[1]", "[2]", At("$.f[*]", Type)), ("a number alone", "1", "2", At("$.f", Type)),
        })
            yield return Of("JSON part: " + name, [Json("f", expected)], [Json("f", actual)], rules);
        foreach (var (name, expected, actual, rules) in new[]
        {
            ("equality for the part", "<a><b/></a>", "<a> <b/></a>", At("$.f", """{"match":"equality"}""")), ("a regex for the part", "<a>1</a>", "<a>2</a>", At("$.f", Regex(".*2.*"))), ("another text", "<a>1</a>", "<a>2</a>", "{}"), ("blanks", "<a><b/></a>", "<a> <b/> </a>", "{}"), ("a type rule for the text", "<a>1</a>", "<a>2</a>", At("$.f.a['#text']", Type)), ("a type rule for the part", "<a>1</a>", "<a>2</a>", At("$.f", Type)), ("broken", "<a>1</a>", "<a>2", "{}"), ("an attribute under a regex", "<a b='1'/>", "<a b='7'/>", At("$.f.a['@b']", Regex("\\\\d"))),
        })
            yield return Of("XML part: " + name, [Xml("f", expected)], [Xml("f", actual)], rules);
        foreach (var type in new[] { "text/plain", "text/csv", "application/octet-stream", "image/png", "application/x-www-form-urlencoded", "text/html", "application/hal+json" })
        {
            yield return Of($"the same {type}", [File("f", "a", type, "a=1&b=2")], [File("f", "a", type, "a=1&b=2")]);
            yield return Of($"another {type}", [File("f", "a", type, "a=1&b=2")], [File("f", "a", type, "b=2&a=1")]);
        }

        yield return Of("a field that says it is JSON", ["Content-Disposition: form-data; name=\"f\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}"], ["Content-Disposition: form-data; name=\"f\"\r\nContent-Type: application/json\r\n\r\n{ \"a\": 1}"]);
        yield return Of("a field that says it is JSON under a rule", ["Content-Disposition: form-data; name=\"f\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}"], ["Content-Disposition: form-data; name=\"f\"\r\nContent-Type: application/json\r\n\r\n{\"a\":2}"], At("$.f.a", Type));
        yield return Of("a field that is JSON but does not say so", [Field("f", """{"a":1}""")], [Field("f", """{ "a": 1}""")]);
        yield return Of("a file without a type that is JSON", ["Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n{\"a\":1}"], ["Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n{ \"a\": 1}"]);
        yield return Of("a file without a type", ["Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nabc"], ["Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nabd"]);
    }

    private static IEnumerable<ResponseFact> Rules()
    {
        (string Rule, string Example, string[] Actual)[] table =
        [
            (Type, "1", ["x", ""]), (Regex("\\\\d+"), "1", ["22", "2x", "2\\r\\n"]), ("""{"match":"include","value":"b"}""", "abc", ["xbx", "x"]), ("""{"match":"integer"}""", "1", ["22", "x"]), ("""{"match":"decimal"}""", "1.5", ["2.5", "x"]), ("""{"match":"number"}""", "1", ["2.5", "x"]), ("""{"match":"boolean"}""", "true", ["false", "x"]),
            ("""{"match":"date","format":"yyyy"}""", "2024", ["2023", "x"]), ("""{"match":"equality"}""", "1", ["1", "2"]), ("""{"match":"notEmpty"}""", "1", ["2", ""]), ("""{"match":"semver"}""", "1.0.0", ["2.0.0", "x"]), ("""{"match":"contentType","value":"text/plain"}""", "abc", ["xyz", "<?xml version='1.0'?><a/>"]), ("""{"match":"contentType","value":"application/json"}""", "{}", ["[1]", "{\\\"a\\\":1}", "xyz"]),
            ("""{"match":"type","min":2}""", "1", ["1"]), ("""{"match":"null"}""", "1", ["1"]), ("""{"match":"values"}""", "1", ["1", "2"]), ("""{"match":"mystery"}""", "1", ["1"]),
        ];
        foreach (var (rule, example, values) in table)
        foreach (var value in values.Select(v => v.Replace("\\r\\n", "\r\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)))
        {
            yield return Of($"field under {rule} over {example} against {value}", [Field("a", example)], [Field("a", value)], At("$.a", rule));
            yield return Of($"file under {rule} over {example} against {value}", [File("a", "a.txt", "text/plain", example)], [File("a", "a.txt", "text/plain", value)], At("$.a", rule));
        }

        foreach (var rule in new[] { Type, """{"match":"equality"}""", Regex("[\\\\s\\\\S]*"), """{"match":"contentType","value":"multipart/form-data"}""", """{"match":"notEmpty"}""", """{"match":"include","value":"name"}""" })
        foreach (var value in new[] { "1", "2" })
            yield return Of($"all parts under {rule} against {value}", [Field("a", "1")], [Field("a", value)], At("$", rule));
        yield return Of("one rule or another for a field", [Field("a", "1")], [Field("a", "x")], $$"""{"$.a":{"combine":"OR","matchers":[{"match":"integer"},{{Regex("[a-z]")}}]} }""");
        yield return Of("both rules for a field", [Field("a", "1")], [Field("a", "x")], $$"""{"$.a":{"combine":"AND","matchers":[{"match":"integer"},{{Regex("[a-z]")}}]} }""");
    }

    private static IEnumerable<ResponseFact> Names()
    {
        foreach (var path in new[] { "$[0]", "$.0" })
            yield return Of($"a rule at {path} for a member of a nameless part", ["Content-Type: application/json\r\n\r\n{\"a\":1}"], ["Content-Type: application/json\r\n\r\n{\"a\":2}"], At(path + ".a", Type));
        foreach (var (name, path) in new[] { ("a b", "$['a b']"), ("a.b", "$['a.b']"), ("a.b", "$.a.b"), ("a-b", "$.a-b"), ("a[0]", "$['a[0]']"), ("a[0]", "$.a[0]"), ("a[]", "$['a[]']"), ("é", "$.é"), ("0", "$[0]"), ("0", "$.0"), ("a", "$[0]"), ("a", "$.*"), ("a", "$[*]"), ("a", "$.a[0]"), ("a", "$.a[*]"), ("a", "a"), ("A", "$.a") })
            yield return Of($"a rule at {path} for the part {name}", [Field(name, "1")], [Field(name, "2")], At(path, Type));
        foreach (var path in new[] { "$[0]", "$.0", "$['0']", "$[*]", "$.*" })
            yield return Of($"a rule at {path} for a nameless part", ["Content-Type: text/plain\r\n\r\n1"], ["Content-Type: text/plain\r\n\r\n2"], At(path, Type));
    }

    // Before V4 a binary body is base64 text, and a multipart one plain text.
    private static IEnumerable<ResponseFact> OfOlderFiles()
    {
        foreach (var version in new[] { "2.0.0", "3.0.0" })
        foreach (var value in new[] { "1", "2", "x" })
        foreach (var rule in new[] { "{}", version[0] == '2' ? """{"$.body.a":{"match":"regex","regex":"\\d"}}""" : """{"body":{"$.a":{"matchers":[{"match":"regex","regex":"\\d"}]}}}""" })
        {
            var text = System.Text.Json.JsonSerializer.Serialize(Encoding.UTF8.GetString(Form([Field("a", "1")])));
            yield return new($"parts of V{version[0]}: {value} under {rule}", $$"""{"status":200,"headers":{"Content-Type":"{{FormData}}"},"body":{{text}},"matchingRules":{{rule}} }""", Form([Field("a", value)]), [("Content-Type", FormData)], Version: version);
        }
    }

    private const string Type = """{"match":"type"}""";

    private static string Regex(string pattern) => $$"""{"match":"regex","regex":"{{pattern}}"}""";

    private static string At(string path, string rule) => $$"""{"{{path}}":{"matchers":[{{rule}}]} }""";

    private static string Field(string name, string value) => $"Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}";

    private static string File(string name, string file, string type, string value) => $"Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: {type}\r\n\r\n{value}";

    private static string Json(string name, string value) => File(name, "a.json", "application/json", value);

    private static string Xml(string name, string value) => File(name, "a.xml", "application/xml", value);

    private static byte[] Form(string[] parts, string boundary = "B") => Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n");

    private static string Content(byte[] body, string type) => $$"""{"content":"{{Convert.ToBase64String(body)}}","contentType":"{{type}}","encoded":"base64"}""";

    private static string Part(string body, string type, string rules) => $$"""{"status":200,"headers":{"Content-Type":["{{type}}"]},"body":{{body}},"matchingRules":{{rules}} }""";

    private static ResponseFact Of(string name, string[] expected, string[] actual, string rules = "{}") =>
        new("parts: " + name, Part(Content(Form(expected), FormData), FormData, $$"""{"body":{{rules}} }"""), Form(actual), [("Content-Type", FormData)], Version: "4.0");
}

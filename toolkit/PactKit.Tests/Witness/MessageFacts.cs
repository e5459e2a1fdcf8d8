namespace PactKit.Tests.Witness;

/// <summary>Facts about messages: contents, metadata, empty contents of all kinds, and answers to synchronous ones.</summary>
internal static class MessageFacts
{
    public static IReadOnlyList<MessageFact> All { get; } = [.. Contents(), .. Metadata(), .. Nothing(), .. Answers(), .. Synchronous()];

    private static IEnumerable<MessageFact> Contents()
    {
        (string Name, string Contents, string Rules, string Actual)[] rows =
        [
            ("equal", """{"a":1}""", "{}", """{"a":1}"""), ("of another value", """{"a":1}""", "{}", """{"a":2}"""), ("with a key more", """{"a":1}""", "{}", """{"a":1,"b":2}"""), ("with a key less", """{"a":1,"b":2}""", "{}", """{"a":1}"""),
            ("under a type rule", """{"a":1}""", """{"body":{"$.a":{"matchers":[{"match":"type"}]}}}""", """{"a":2}"""), ("under a type rule that fails", """{"a":1}""", """{"body":{"$.a":{"matchers":[{"match":"type"}]}}}""", """{"a":"x"}"""),
            ("under a rule for contents", """{"a":1}""", """{"content":{"$.a":{"matchers":[{"match":"type"}]}}}""", """{"a":2}"""), ("with items more", """[1]""", """{"body":{"$":{"matchers":[{"match":"type","min":2}]}}}""", "[3,4]"), ("with too few items", """[1]""", """{"body":{"$":{"matchers":[{"match":"type","min":2}]}}}""", "[3]"),
        ];
        foreach (var (name, contents, rules, actual) in rows)
        {
            yield return new("contents " + name, Async(contents, rules: rules), actual);
            yield return new("V3 contents " + name, V3(contents, """{"contentType":"application/json"}""", rules), actual, Version: "3.0.0");
        }

        yield return new("contents of text", """{"type":"Asynchronous/Messages","contents":{"content":"abc","contentType":"text/plain","encoded":false},"metadata":{"contentType":"text/plain"} }""", "abc", "text/plain");
        yield return new("contents of another text", """{"type":"Asynchronous/Messages","contents":{"content":"abc","contentType":"text/plain","encoded":false},"metadata":{"contentType":"text/plain"} }""", "abd", "text/plain");
        yield return new("contents of bytes", """{"type":"Asynchronous/Messages","contents":{"content":"YWJj","contentType":"application/octet-stream","encoded":"base64"} }""", "abc", "application/octet-stream");
        foreach (var type in new[] { "text/plain", "application/json;charset=utf-8", "application/vnd.x+json", "application/xml", null })
            yield return new($"JSON contents answered as {type ?? "nothing"}", Async("""{"a":1}"""), """{"a":1}""", type);
    }

    private static IEnumerable<MessageFact> Metadata()
    {
        (string Expected, string? Rule, string? Actual)[] rows =
        [
            ("\"a\"", null, "\"a\""), ("\"a\"", null, "\"b\""), ("\"a\"", null, null), ("1", null, "1"), ("1", null, "\"1\""), ("\"1\"", null, "1"), ("1", null, "1.0"), ("true", null, "true"), ("true", null, "\"true\""), ("null", null, "null"), ("null", null, null), ("null", null, "\"\""),
            ("{\"x\":1}", null, "{\"x\":1}"), ("{\"x\":1}", null, "{\"x\":2}"), ("{\"x\":1}", null, "{\"x\":1,\"y\":2}"), ("[1,2]", null, "[1,2]"), ("[1,2]", null, "[2,1]"), ("[1]", null, "[1,2]"),
            ("\"a\"", """{"match":"regex","regex":"[a-z]"}""", "\"b\""), ("\"a\"", """{"match":"regex","regex":"[a-z]"}""", "\"7\""), ("\"a\"", """{"match":"regex","regex":"\\d"}""", "7"), ("\"a\"", """{"match":"type"}""", "\"b\""), ("\"a\"", """{"match":"type"}""", "7"), ("1", """{"match":"type"}""", "2"),
            ("1", """{"match":"type"}""", "\"2\""), ("1", """{"match":"integer"}""", "2"), ("1", """{"match":"integer"}""", "\"2\""), ("1", """{"match":"integer"}""", "2.5"), ("1.5", """{"match":"decimal"}""", "2.5"), ("\"a\"", """{"match":"include","value":"b"}""", "\"abc\""), ("\"a\"", """{"match":"notEmpty"}""", "\"\""),
            ("\"a\"", """{"match":"equality"}""", "\"b\""), ("\"a\"", """{"match":"null"}""", "null"), ("{\"x\":1}", """{"match":"type"}""", "{\"x\":2}"), ("[1]", """{"match":"type"}""", "[2,3]"), ("\"a\"", """{"match":"date","format":"yyyy"}""", "\"2024\""), ("true", """{"match":"boolean"}""", "\"true\""),
        ];
        foreach (var (expected, rule, actual) in rows)
        {
            var rules = rule is null ? "{}" : """{"metadata":{"k":{"matchers":[""" + rule + "]}}}";
            var answered = actual is null ? "{}" : $$"""{"k":{{actual}}}""";
            yield return new($"metadata {expected} under {rule ?? "no rule"} against {actual ?? "nothing"}", Async("""{"a":1}""", $$"""{"k":{{expected}}}""", rules), """{"a":1}""", Metadata: answered);
        }

        foreach (var (name, expected, type, answered) in new (string, string, string?, string?)[]
        {
            ("a content type", "application/json", "application/json", null), ("another content type in the metadata", "application/json", "application/json", """{"contentType":"text/plain"}"""), ("a charset more", "application/json", "application/json;charset=utf-8", null),
            ("a charset less", "application/json;charset=utf-8", "application/json", null), ("a charset in capitals", "application/json;charset=UTF-8", "application/json;charset=utf-8", null), ("a content type under another spelling of the key", "application/json", "application/json", """{"content-type":"application/json"}"""),
        })
            yield return new(name, Async("""{"a":1}""", $$"""{"contentType":"{{expected}}"}"""), """{"a":1}""", type, answered);
        yield return new("metadata more", Async("""{"a":1}"""), """{"a":1}""", Metadata: """{"k":1}""");
        yield return new("a key in another case", Async("""{"a":1}""", """{"k":"a"}"""), """{"a":1}""", Metadata: """{"K":"a"}""");
        yield return new("metadata that is no base64", Async("""{"a":1}"""), """{"a":1}""", Metadata: "!!!");
        yield return new("metadata that is a list", Async("""{"a":1}"""), """{"a":1}""", Metadata: "[1]");
        yield return new("V3 metadata", V3("""{"a":1}""", """{"contentType":"application/json","k":"a"}"""), """{"a":1}""", Metadata: """{"k":"a"}""", Version: "3.0.0");
        yield return new("V3 metadata of another value", V3("""{"a":1}""", """{"contentType":"application/json","k":"a"}"""), """{"a":1}""", Metadata: """{"k":"b"}""", Version: "3.0.0");
        yield return new("V3 metadata under a rule", V3("""{"a":1}""", """{"k":"a"}""", """{"metadata":{"k":{"matchers":[{"match":"type"}]}}}"""), """{"a":1}""", Metadata: """{"k":"b"}""", Version: "3.0.0");
    }

    private static IEnumerable<MessageFact> Nothing()
    {
        (string Name, string Members)[] expected =
        [
            ("no contents", "\"metadata\":{\"k\":\"a\"}"), ("no contents of a type", "\"metadata\":{\"contentType\":\"application/json\",\"k\":\"a\"}"), ("empty contents", """
            "contents":{"content":"","contentType":"application/json","encoded":false},"metadata":{"k":"a"}
            """),
            ("empty text", """
            "contents":{"content":"","contentType":"text/plain","encoded":false},"metadata":{"k":"a"}
            """), ("null contents", """
            "contents":{"content":null,"contentType":"application/json"},"metadata":{"k":"a"}
            """), ("contents that are null", """
            "contents":null,"metadata":{"k":"a"}
            """),
        ];
        (string Body, string? Type)[] actual = [("", null), ("", "application/json"), ("", "text/plain"), ("null", "application/json"), ("{}", "application/json"), ("abc", "text/plain")];
        foreach (var (name, members) in expected)
        foreach (var (body, type) in actual)
            yield return new($"{name} against '{body}' of {type ?? "no type"}", """{"type":"Asynchronous/Messages",""" + members + "}", body, type, """{"k":"a"}""");
        foreach (var contents in new[] { "null", "\"\"" })
        foreach (var (body, type) in actual)
            yield return new($"V3 contents {contents} against '{body}' of {type ?? "no type"}", V3(contents, """{"contentType":"application/json"}"""), body, type, """{"contentType":"application/json"}""", Version: "3.0.0");
    }

    private static IEnumerable<MessageFact> Answers()
    {
        foreach (var status in new[] { 201, 204, 404, 500 })
        {
            yield return new($"a message answered with {status}", Async("""{"a":1}"""), status == 204 ? "" : """{"a":1}""", Status: status);
            yield return new($"a synchronous message answered with {status}", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false}}"""), status == 204 ? "" : """{"a":1}""", Status: status);
        }
    }

    private static IEnumerable<MessageFact> Synchronous()
    {
        const string One = """{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false}}""";
        yield return new("an answer", Sync(One), """{"a":1}""");
        yield return new("an answer of another value", Sync(One), """{"a":2}""");
        yield return new("an answer with a key more", Sync(One), """{"a":1,"b":2}""");
        yield return new("an answer of another type", Sync(One), """{"a":1}""", "text/plain");
        foreach (var (name, request) in new[]
        {
            ("nothing", "{}"), ("no metadata", """{"contents":{"content":{"q":1},"contentType":"application/json","encoded":false}}"""), ("text", """{"contents":{"content":"abc","contentType":"text/plain","encoded":false},"metadata":{"contentType":"text/plain"}}"""),
            ("bytes", """{"contents":{"content":"AAEC","contentType":"application/octet-stream","encoded":"base64"}}"""), ("rules", """{"contents":{"content":{"q":1},"contentType":"application/json","encoded":false},"metadata":{"k":"a"},"matchingRules":{"body":{"$.q":{"matchers":[{"match":"type"}]}}}}"""),
            ("empty contents", """{"contents":{"content":"","contentType":"application/json"},"metadata":{"k":"a"}}"""), ("a generator", """{"contents":{"content":{"q":1,"r":"x"},"contentType":"application/json","encoded":false},"generators":{"body":{"$.q":{"type":"RandomInt","min":7,"max":7}}}}"""),
        })
            yield return new($"an answer to {name}", """{"type":"Synchronous/Messages","request":""" + request + ""","response":[""" + One + "]}", """{"a":1}""");
        yield return new("no answer expected", Sync(), """{"a":1}""");
        yield return new("no answer expected and none given", Sync(), "", null);
        yield return new("two answers expected", Sync(One, One), """{"a":1}""");
        yield return new("an answer under a rule", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"matchingRules":{"body":{"$.a":{"matchers":[{"match":"integer"}]}}}}"""), """{"a":7}""");
        yield return new("an answer under a rule that fails", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"matchingRules":{"body":{"$.a":{"matchers":[{"match":"integer"}]}}}}"""), """{"a":7.5}""");
        yield return new("an answer with metadata", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"metadata":{"k":"a"}}"""), """{"a":1}""", Metadata: """{"k":"a"}""");
        yield return new("an answer with other metadata", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"metadata":{"k":"a"}}"""), """{"a":1}""", Metadata: """{"k":"b"}""");
        yield return new("an answer without its metadata", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"metadata":{"k":"a"}}"""), """{"a":1}""");
        yield return new("an answer with metadata under a rule", Sync("""{"contents":{"content":{"a":1},"contentType":"application/json","encoded":false},"metadata":{"k":1},"matchingRules":{"metadata":{"k":{"matchers":[{"match":"integer"}]}}}}"""), """{"a":1}""", Metadata: """{"k":7}""");
        yield return new("an answer in text", Sync("""{"contents":{"content":"abc","contentType":"text/plain","encoded":false}}"""), "abc", "text/plain");
        yield return new("an answer without contents", Sync("""{"metadata":{"k":"a"}}"""), "", null, """{"k":"a"}""");
    }

    private static string Async(string contents, string metadata = "{}", string rules = "{}") =>
        """{"type":"Asynchronous/Messages","contents":{"content":""" + contents + ""","contentType":"application/json","encoded":false},"metadata":""" + metadata + ""","matchingRules":""" + rules + "}";

    private static string V3(string contents, string metadata, string rules = "{}") =>
        """{"contents":""" + contents + ""","metaData":""" + metadata + ""","matchingRules":""" + rules + "}";

    private static string Sync(params string[] answers) =>
        """{"type":"Synchronous/Messages","providerStates":[{"name":"a state","params":{"n":1}}],"request":{"contents":{"content":{"q":[1,"x"]},"contentType":"application/json","encoded":false},"metadata":{"topic":"t","n":1}},"response":["""
        + string.Join(',', answers) + "]}";
}

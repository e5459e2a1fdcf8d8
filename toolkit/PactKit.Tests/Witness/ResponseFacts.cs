using System.Text;
using System.Text.Json;

namespace PactKit.Tests.Witness;

/// <summary>Facts about responses: a grid of every rule against every kind of JSON value, and hand-picked ones where engines have gone wrong.</summary>
internal static class ResponseFacts
{
    private static readonly (string Name, string Value)[] Json = [("Content-Type", "application/json")];

    public static IReadOnlyList<ResponseFact> All { get; } = [.. Grid(), .. JsonBodies(), .. Weights(), .. Statuses(), .. Headers(), .. ContentTypes(), .. Xml(), .. Texts(), .. Forms(), .. V2Rules(), .. CascadeFacts.All, .. DslFacts.Responses, .. FoundFacts.Responses, .. KnownFacts.Responses, .. SiblingFacts.Responses, .. VersionFacts.Responses, .. MultipartFacts.Responses, .. BrokenRuleFacts.Responses, .. XmlBuilderFacts.Responses];

    /// <summary>rule x value, for a member of an object: {"v": example} with the rule at $.v, answered by {"v": value}.</summary>
    private static IEnumerable<ResponseFact> Grid()
    {
        (string Name, string Rule, string Example)[] rules =
        [
            ("equality to a text", """{"match":"equality"}""", "\"a\""),
            ("equality to an integer", """{"match":"equality"}""", "100"),
            ("equality to a list", """{"match":"equality"}""", "[1,2]"),
            ("type of a text", """{"match":"type"}""", "\"a\""),
            ("type of an integer", """{"match":"type"}""", "1"),
            ("type of a decimal", """{"match":"type"}""", "1.5"),
            ("type of a boolean", """{"match":"type"}""", "true"),
            ("type of null", """{"match":"type"}""", "null"),
            ("type of a list", """{"match":"type"}""", "[1]"),
            ("type of an object", """{"match":"type"}""", """{"a":1}"""),
            ("at least 2", """{"match":"type","min":2}""", "[1]"),
            ("at most 1", """{"match":"type","max":1}""", "[1]"),
            ("regex digits", """{"match":"regex","regex":"\\d+"}""", "\"1\""),
            ("regex null or true", """{"match":"regex","regex":"null|true"}""", "\"null\""),
            ("include 1", """{"match":"include","value":"1"}""", "\"1\""),
            ("number", """{"match":"number"}""", "1"),
            ("integer", """{"match":"integer"}""", "1"),
            ("decimal", """{"match":"decimal"}""", "1.5"),
            ("null", """{"match":"null"}""", "null"),
            ("boolean", """{"match":"boolean"}""", "true"),
            ("date", """{"match":"date","format":"yyyy-MM-dd"}""", "\"2024-01-31\""),
            ("notEmpty of a text", """{"match":"notEmpty"}""", "\"a\""),
            ("notEmpty of a list", """{"match":"notEmpty"}""", "[1]"),
            ("semver", """{"match":"semver"}""", "\"1.0.0\""),
            ("values", """{"match":"values"}""", """{"a":1}"""),
        ];
        (string Name, string Json)[] values =
        [
            ("integer", "100"), ("negative", "-5"), ("decimal", "100.0"), ("exponent", "1e2"), ("text a", "\"a\""), ("empty text", "\"\""),
            ("text of digits", "\"12\""), ("text true", "\"true\""), ("version", "\"1.2.3-beta.1\""), ("date", "\"2024-02-29\""), ("no such date", "\"2024-02-30\""),
            ("true", "true"), ("null", "null"), ("empty list", "[]"), ("list of one", "[1]"), ("list of two", "[1,2]"), ("empty object", "{}"), ("object", """{"a":1}"""), ("object with more", """{"a":2,"b":3}"""),
        ];
        foreach (var rule in rules)
        foreach (var value in values)
        {
            yield return Of(
                $"{rule.Name} against {value.Name}",
                $$"""{"status":200,"body":{"v":{{rule.Example}} },"matchingRules":{"body":{"$.v":{"matchers":[{{rule.Rule}}]} } } }""",
                $$"""{"v":{{value.Json}} }""");
        }
    }

    private static IEnumerable<ResponseFact> JsonBodies()
    {
        ResponseFact Plain(string name, string expected, string actual) => Of(name, $$"""{"status":200,"body":{{expected}} }""", actual);
        ResponseFact Ruled(string name, string expected, string rules, string actual) =>
            Of(name, $$"""{"status":200,"body":{{expected}},"matchingRules":{"body":{{rules}} } }""", actual);

        yield return Plain("an unexpected key is fine in a response", """{"a":1}""", """{"a":1,"b":2}""");
        yield return Plain("a missing key", """{"a":1,"b":2}""", """{"a":1}""");
        yield return Plain("a missing key is not null", """{"a":null}""", "{}");
        yield return Plain("an unexpected item", "[1,2]", "[1,2,3]");
        yield return Plain("a missing item", "[1,2]", "[1]");
        yield return Plain("items in another order", "[1,2]", "[2,1]");
        yield return Plain("an empty object allows keys in a response", "{}", """{"a":1}""");
        yield return Plain("an empty list allows no items", "[]", "[1]");
        yield return Plain("integer and decimal differ", """{"a":1}""", """{"a":1.0}""");
        yield return Plain("decimals of equal value", """{"a":1.50}""", """{"a":1.5}""");
        yield return Plain("text and number differ", """{"a":"1"}""", """{"a":1}""");
        yield return Plain("duplicate keys: the last one counts", """{"a":2}""", """{"a":1,"a":2}""");
        yield return Plain("escapes are the same text", """{"a":"é/"}""", """{"a":"\u00e9\/"}""");
        yield return Plain("not JSON at all", """{"a":1}""", "<a/>");
        yield return Plain("a document of one number", "1", "1");
        yield return Plain("a document of one text", "\"abc\"", "\"abc\"");
        yield return Plain("white space does not count", """{"a":[1,2]}""", "{ \"a\" :\n [ 1 , 2 ] }");
        yield return Plain("keys are case-sensitive", """{"a":1}""", """{"A":1}""");

        yield return Ruled("a type rule lets a list grow", """{"a":[1]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":[1,2,3]}""");
        yield return Ruled("a type rule lets a list shrink", """{"a":[1,2]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":[1]}""");
        yield return Ruled("a type rule lets a list be empty", """{"a":[1,2]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":[]}""");
        yield return Ruled("a cascaded minimum does not count", """{"a":{"b":[1]}}""", """{"$.a":{"matchers":[{"match":"type","min":2}]}}""", """{"a":{"b":[1],"c":1}}""");
        yield return Ruled("a type rule at the root reaches every leaf", """{"a":{"b":[{"c":1}]}}""", """{"$":{"matchers":[{"match":"type"}]}}""", """{"a":{"b":[{"c":7},{"c":8}]}}""");
        yield return Ruled("a type rule at the root still wants the keys", """{"a":{"b":1}}""", """{"$":{"matchers":[{"match":"type"}]}}""", """{"a":{}}""");
        yield return Ruled("equality on a child ends the cascade", """{"a":{"b":1,"c":2}}""", """{"$":{"matchers":[{"match":"type"}]},"$.a.b":{"matchers":[{"match":"equality"}]}}""", """{"a":{"b":9,"c":9}}""");
        yield return Ruled("the extra item is compared with the first example", """{"a":[1,"x"]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":[1,"x","y"]}""");
        yield return Ruled("a rule on items does not let the list grow", """{"a":[1]}""", """{"$.a[*]":{"matchers":[{"match":"type"}]}}""", """{"a":[1,2]}""");
        yield return Ruled("a rule on one item is for that item", """{"a":[1,2]}""", """{"$.a[0]":{"matchers":[{"match":"type"}]}}""", """{"a":[7,8]}""");
        yield return Ruled("wildcard items", """{"a":[{"b":1}]}""", """{"$.a":{"matchers":[{"match":"type","min":1}]},"$.a[*].b":{"matchers":[{"match":"integer"}]}}""", """{"a":[{"b":1},{"b":"x"}]}""");
        yield return Ruled("an index wildcard selects a numeric key", """{"a":{"5":1}}""", """{"$.a[*]":{"matchers":[{"match":"type"}]}}""", """{"a":{"5":2}}""");
        yield return Ruled("a star selects every key", """{"a":{"b":1}}""", """{"$.a.*":{"matchers":[{"match":"integer"}]}}""", """{"a":{"b":2}}""");
        yield return Ruled("a quoted key with a dot", """{"a.b":1}""", """{"$['a.b']":{"matchers":[{"match":"type"}]}}""", """{"a.b":2}""");
        yield return Ruled("two rules both hold", """{"a":"abc"}""", """{"$.a":{"combine":"AND","matchers":[{"match":"include","value":"b"},{"match":"regex","regex":"[a-c]+"}]}}""", """{"a":"cab"}""");
        yield return Ruled("two rules, one fails", """{"a":"abc"}""", """{"$.a":{"combine":"AND","matchers":[{"match":"include","value":"b"},{"match":"regex","regex":"[a-c]+"}]}}""", """{"a":"bad"}""");
        yield return Ruled("either rule, one holds", """{"a":"abc"}""", """{"$.a":{"combine":"OR","matchers":[{"match":"include","value":"b"},{"match":"null"}]}}""", """{"a":null}""");
        yield return Ruled("either rule, none holds", """{"a":"abc"}""", """{"$.a":{"combine":"OR","matchers":[{"match":"include","value":"b"},{"match":"null"}]}}""", """{"a":"x"}""");
        yield return Ruled("values takes any keys", """{"a":{"x":1}}""", """{"$.a":{"matchers":[{"match":"values"}]},"$.a.*":{"matchers":[{"match":"type"}]}}""", """{"a":{"y":2,"z":3}}""");
        yield return Ruled("values compares the values", """{"a":{"x":1}}""", """{"$.a":{"matchers":[{"match":"values"}]},"$.a.*":{"matchers":[{"match":"type"}]}}""", """{"a":{"y":"2"}}""");
        yield return Ruled("eachKey tests every key", """{"a":{"x1":1}}""", """{"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"regex","regex":"x\\d"}],"value":"x1"}]}}""", """{"a":{"x2":5,"x3":6}}""");
        yield return Ruled("eachKey refuses a key", """{"a":{"x1":1}}""", """{"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"regex","regex":"x\\d"}],"value":"x1"}]}}""", """{"a":{"y2":5}}""");
        yield return Ruled("eachValue tests every value", """{"a":{"x":1}}""", """{"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"integer"}],"value":1}]}}""", """{"a":{"y":5,"z":6}}""");
        yield return Ruled("eachValue refuses a value", """{"a":{"x":1}}""", """{"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"integer"}],"value":1}]}}""", """{"a":{"y":"5"}}""");
        yield return Ruled("eachValue on a list", """{"a":["x"]}""", """{"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"regex","regex":"[a-z]"}],"value":"x"}]}}""", """{"a":["b","c"]}""");
        yield return Ruled("eachValue on a list refuses an item", """{"a":["x"]}""", """{"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"regex","regex":"[a-z]"}],"value":"x"}]}}""", """{"a":["b","1"]}""");
        yield return Ruled("arrayContains finds each variant anywhere", """{"a":[1,"x"]}""", """{"$.a":{"matchers":[{"match":"arrayContains","variants":[{"index":0,"rules":{"$":{"matchers":[{"match":"integer"}]}}},{"index":1,"rules":{"$":{"matchers":[{"match":"equality"}]}}}]}]}}""", """{"a":["x","y",3]}""");
        yield return Ruled("arrayContains misses a variant", """{"a":[1,"x"]}""", """{"$.a":{"matchers":[{"match":"arrayContains","variants":[{"index":0,"rules":{"$":{"matchers":[{"match":"integer"}]}}},{"index":1,"rules":{"$":{"matchers":[{"match":"equality"}]}}}]}]}}""", """{"a":["y",3]}""");
        yield return Ruled("a boundary of the regex is the whole text", """{"a":"12"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", """{"a":"ab12cd"}""");
        yield return Ruled("a trailing newline is part of the text", """{"a":"12"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"\\d+$"}]}}""", "{\"a\":\"12\\n\"}");
        yield return Ruled("a regex with a look-ahead", """{"a":"ab"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"a(?=b)."}]}}""", """{"a":"ab"}""");
        yield return Ruled("a possessive quantifier", """{"a":"aab"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"a++b"}]}}""", """{"a":"aaab"}""");
        yield return Ruled("a POSIX bracket", """{"a":"ab"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"[[:alpha:]]+"}]}}""", """{"a":"xyz"}""");
        yield return Ruled("an invalid regex", """{"a":"x"}""", """{"$.a":{"matchers":[{"match":"regex","regex":"("}]}}""", """{"a":"x"}""");
        yield return Ruled("a time with a pattern", """{"a":"10:00"}""", """{"$.a":{"matchers":[{"match":"time","format":"HH:mm"}]}}""", """{"a":"25:00"}""");
        yield return Ruled("a timestamp with an offset", """{"a":"2024-01-01T10:00:00+01:00"}""", """{"$.a":{"matchers":[{"match":"timestamp","timestamp":"yyyy-MM-dd'T'HH:mm:ssXXX"}]}}""", """{"a":"2024-06-30T23:59:59Z"}""");
        yield return Ruled("a timestamp without its offset", """{"a":"2024-01-01T10:00:00+01:00"}""", """{"$.a":{"matchers":[{"match":"timestamp","timestamp":"yyyy-MM-dd'T'HH:mm:ssXXX"}]}}""", """{"a":"2024-06-30T23:59:59"}""");
        yield return Ruled("an unknown rule", """{"a":1}""", """{"$.a":{"matchers":[{"match":"nobodyKnows"}]}}""", """{"a":1}""");
        yield return Ruled("an empty list of rules", """{"a":1}""", """{"$.a":{"matchers":[]}}""", """{"a":2}""");
        yield return Ruled("minimum as a text", """{"a":[1]}""", """{"$.a":{"matchers":[{"match":"type","min":"2"}]}}""", """{"a":[1]}""");
    }

    private static IEnumerable<ResponseFact> Weights()
    {
        ResponseFact Ruled(string name, string rules, string actual) =>
            Of(name, $$"""{"status":200,"body":{"a":{"b":{"c":1} } },"matchingRules":{"body":{{rules}} } }""", actual);

        const string type = """{"matchers":[{"match":"type"}]}""";
        const string equality = """{"matchers":[{"match":"equality"}]}""";
        yield return Ruled("a name outweighs a star", $$"""{"$.a.b.c":{{equality}},"$.a.*.c":{{type}} }""", """{"a":{"b":{"c":2}}}""");
        yield return Ruled("a longer expression outweighs a shorter", $$"""{"$.a.b":{{equality}},"$.a.*.c":{{type}} }""", """{"a":{"b":{"c":2}}}""");
        yield return Ruled("a star of the same length loses", $$"""{"$.a.b.*":{{type}},"$.a.b.c":{{equality}} }""", """{"a":{"b":{"c":2}}}""");
        yield return Ruled("three stars lose to two names", $$"""{"$.*.*":{{equality}},"$.a":{{type}} }""", """{"a":{"b":{"c":2}}}""");
        yield return Ruled("the order of rules does not matter", $$"""{"$.a.*.c":{{type}},"$.a.b.c":{{equality}} }""", """{"a":{"b":{"c":2}}}""");
    }

    private static IEnumerable<ResponseFact> Statuses()
    {
        ResponseFact Ruled(string name, string matcher, int status) =>
            new(name, $$$"""{"status":200,"matchingRules":{"status":{"matchers":[{{{matcher}}}]} } }""", [], [], status, "4.0");

        yield return new("another status", """{"status":200}""", [], [], 201);
        foreach (var (status, code) in new[] { ("success", 204), ("success", 404), ("clientError", 404), ("clientError", 500), ("serverError", 503), ("redirect", 304), ("nonError", 399), ("nonError", 400), ("error", 500) })
            yield return Ruled($"status {status} against {code}", $$"""{"match":"statusCode","status":"{{status}}"}""", code);
        yield return Ruled("status in a list", """{"match":"statusCode","status":[200,201]}""", 201);
        yield return Ruled("status not in a list", """{"match":"statusCode","status":[200,201]}""", 202);
        yield return Ruled("integer rule on the status", """{"match":"integer"}""", 418);
        yield return Ruled("regex rule on the status", """{"match":"regex","regex":"2\\d\\d"}""", 204);
        yield return Ruled("regex rule on another status", """{"match":"regex","regex":"2\\d\\d"}""", 304);
    }

    private static IEnumerable<ResponseFact> Headers()
    {
        ResponseFact Plain(string name, string expected, params (string, string)[] actual) => new(name, $$"""{"status":200,"headers":{{expected}} }""", [], actual);
        ResponseFact Ruled(string name, string expected, string rules, params (string, string)[] actual) =>
            new(name, $$"""{"status":200,"headers":{{expected}},"matchingRules":{"header":{{rules}} } }""", [], actual);

        yield return Plain("a header", """{"X-A":"1"}""", ("X-A", "1"));
        yield return Plain("a header of another value", """{"X-A":"1"}""", ("X-A", "2"));
        yield return Plain("a missing header", """{"X-A":"1"}""");
        yield return Plain("an unexpected header", """{"X-A":"1"}""", ("X-A", "1"), ("X-B", "2"));
        yield return Plain("header names ignore case", """{"x-a":"1"}""", ("X-A", "1"));
        yield return Plain("header values do not", """{"X-A":"a"}""", ("X-A", "A"));
        yield return Plain("blanks around commas do not count", """{"X-A":"a,b"}""", ("X-A", "a, b"));
        yield return Plain("order of a list counts", """{"X-A":"a, b"}""", ("X-A", "b, a"));
        yield return Plain("a known list header is split", """{"Vary":["a","b"]}""", ("Vary", "a, b"));
        yield return Plain("two lines of a known list header", """{"Vary":"a, b"}""", ("Vary", "a"), ("Vary", "b"));
        yield return Plain("inner blanks count", """{"X-A":"a  b"}""", ("X-A", "a b"));
        yield return Plain("a content type with a parameter more", """{"Content-Type":"text/plain"}""", ("Content-Type", "text/plain;charset=utf-8"));
        yield return Plain("a content type without the parameter", """{"Content-Type":"text/plain;charset=utf-8"}""", ("Content-Type", "text/plain"));
        yield return Plain("the charset ignores case", """{"Content-Type":"text/plain; charset=UTF-8"}""", ("Content-Type", "text/plain;charset=utf-8"));
        yield return Plain("parameters in another order", """{"Content-Type":"text/plain;a=1;b=2"}""", ("Content-Type", "text/plain; b=2; a=1"));
        yield return Ruled("a regex on a header", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", ("X-A", "42"));
        yield return Ruled("a regex on a header that fails", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", ("X-A", "4x"));
        yield return Ruled("a rule name ignores case", """{"X-A":"1"}""", """{"x-a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", ("X-A", "42"));
        yield return Ruled("a type rule on a header", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"type"}]}}""", ("X-A", "x"));
        yield return Ruled("an integer rule on a header", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"integer"}]}}""", ("X-A", "x"));
        yield return Ruled("an integer rule on a header of digits", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"integer"}]}}""", ("X-A", "77"));
        yield return Ruled("an include rule on a header", """{"X-A":"abc"}""", """{"X-A":{"matchers":[{"match":"include","value":"b"}]}}""", ("X-A", "xbx"));
        yield return Ruled("a semver rule on a header", """{"X-A":"1.0.0"}""", """{"X-A":{"matchers":[{"match":"semver"}]}}""", ("X-A", "v1.0.0"));
        yield return Ruled("a null rule on a header", """{"X-A":"1"}""", """{"X-A":{"matchers":[{"match":"null"}]}}""", ("X-A", "1"));
        yield return Ruled("a boolean rule on a header", """{"X-A":"true"}""", """{"X-A":{"matchers":[{"match":"boolean"}]}}""", ("X-A", "false"));
    }

    private static IEnumerable<ResponseFact> ContentTypes()
    {
        ResponseFact With(string name, string expectedType, string actualType, string expected = "{\"a\":1}", string actual = "{\"a\":1}") => new(
            name,
            $$"""{"status":200,"headers":{"Content-Type":"{{expectedType}}"},"body":{{JsonSerializer.Serialize(expected)}} }""",
            Encoding.UTF8.GetBytes(actual),
            [("Content-Type", actualType)]);

        yield return With("json for json", "application/json", "application/json");
        yield return With("json with a charset for json", "application/json", "application/json;charset=utf-8");
        yield return With("text for json", "application/json", "text/plain");
        yield return With("hal+json for json", "application/json", "application/hal+json");
        yield return With("json for hal+json", "application/hal+json", "application/json");
        yield return With("xml for json", "application/json", "application/xml", actual: "<a/>");
        yield return new("a JSON body without any content type expected, text came", """{"status":200,"body":{"a":1}}""", "{\"a\":1}"u8.ToArray(), [("Content-Type", "text/plain")]);
        yield return new("a JSON body, no content type on either side", """{"status":200,"body":{"a":1}}""", "{\"a\":1}"u8.ToArray(), []);
        yield return new("no body expected, one came", """{"status":200}""", "{\"a\":1}"u8.ToArray(), Json);
        yield return new("an empty body expected, one came", """{"status":200,"body":""}""", "abc"u8.ToArray(), [("Content-Type", "text/plain")]);
        yield return new("an empty body expected, none came", """{"status":200,"body":""}""", [], []);
        yield return new("a null body expected, none came", """{"status":200,"body":null}""", [], Json);
        yield return new("a body expected, none came", """{"status":200,"headers":{"Content-Type":"application/json"},"body":{"a":1}}""", [], Json);
    }

    private static IEnumerable<ResponseFact> Xml()
    {
        (string, string)[] type = [("Content-Type", "application/xml")];
        ResponseFact Plain(string name, string expected, string actual) => Ruled(name, expected, "{}", actual);
        ResponseFact Ruled(string name, string expected, string rules, string actual) => new(
            name,
            $$"""{"status":200,"headers":{"Content-Type":"application/xml"},"body":{{JsonSerializer.Serialize(expected)}},"matchingRules":{"body":{{rules}} } }""",
            Encoding.UTF8.GetBytes(actual),
            type);

        yield return Plain("equal documents", "<a><b>1</b></a>", "<a><b>1</b></a>");
        yield return Plain("another text", "<a>1</a>", "<a>2</a>");
        yield return Plain("another name", "<a>1</a>", "<b>1</b>");
        yield return Plain("an unexpected element is fine in a response", "<a><b/></a>", "<a><b/><c/></a>");
        yield return Plain("a missing element", "<a><b/><c/></a>", "<a><b/></a>");
        yield return Plain("elements of other names in another order", "<a><b/><c/></a>", "<a><c/><b/></a>");
        yield return Plain("elements of one name keep their order", "<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>");
        yield return Plain("one element more of a name", "<a><b>1</b></a>", "<a><b>1</b><b>1</b></a>");
        yield return Plain("an attribute", "<a x='1'/>", "<a x='1'/>");
        yield return Plain("an attribute of another value", "<a x='1'/>", "<a x='2'/>");
        yield return Plain("an unexpected attribute", "<a x='1'/>", "<a x='1' y='2'/>");
        yield return Plain("a missing attribute", "<a x='1'/>", "<a/>");
        yield return Plain("white space around elements", "<a><b>1</b></a>", "<a>\n  <b>1</b>\n</a>");
        yield return Plain("white space around text", "<a>1</a>", "<a> 1 </a>");
        yield return Plain("CDATA is text", "<a>1</a>", "<a><![CDATA[1]]></a>");
        yield return Plain("a comment is nothing", "<a>1</a>", "<a><!-- x -->1</a>");
        yield return Plain("a prefix is only a name", "<p:a xmlns:p='urn:x'/>", "<q:a xmlns:q='urn:x'/>");
        yield return Plain("another namespace", "<p:a xmlns:p='urn:x'/>", "<p:a xmlns:p='urn:y'/>");
        yield return Plain("an unexpected default namespace", "<a/>", "<a xmlns='urn:x'/>");
        yield return Plain("not XML", "<a/>", "{}");
        yield return Ruled("a type rule on the text", "<a><b>1</b></a>", """{"$.a.b['#text']":{"matchers":[{"match":"type"}]}}""", "<a><b>2</b></a>");
        yield return Ruled("a regex on the text", "<a><b>1</b></a>", """{"$.a.b['#text']":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "<a><b>x</b></a>");
        yield return Ruled("a regex on an attribute", "<a x='1'/>", """{"$.a['@x']":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "<a x='42'/>");
        yield return Ruled("a type rule lets elements repeat", "<a><b>1</b></a>", """{"$.a.b":{"matchers":[{"match":"type"}]}}""", "<a><b>2</b><b>3</b></a>");
        yield return Ruled("a type rule wants at least one", "<a><b>1</b></a>", """{"$.a.b":{"matchers":[{"match":"type"}]}}""", "<a/>");
        yield return Ruled("a regex on an element tests its name", "<a><b>1</b></a>", """{"$.a.b":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "<a><b>1</b></a>");
        yield return Ruled("a cascaded type rule", "<a><b x='1'>1</b></a>", """{"$.a":{"matchers":[{"match":"type"}]}}""", "<a><b x='2'>2</b></a>");
        yield return Ruled("an integer rule on the text", "<a><b>1</b></a>", """{"$.a.b['#text']":{"matchers":[{"match":"integer"}]}}""", "<a><b>1.5</b></a>");
    }

    private static IEnumerable<ResponseFact> Texts()
    {
        (string, string)[] type = [("Content-Type", "text/plain")];
        ResponseFact With(string name, string expected, string rules, string actual) => new(
            name,
            $$"""{"status":200,"headers":{"Content-Type":"text/plain"},"body":{{JsonSerializer.Serialize(expected)}},"matchingRules":{"body":{{rules}} } }""",
            Encoding.UTF8.GetBytes(actual),
            type);

        yield return With("equal texts", "abc", "{}", "abc");
        yield return With("a newline more", "abc", "{}", "abc\n");
        yield return With("a regex on the text body", "abc", """{"$":{"matchers":[{"match":"regex","regex":"[a-z]+"}]}}""", "xyz");
        yield return With("a regex on the text body that fails", "abc", """{"$":{"matchers":[{"match":"regex","regex":"[a-z]+"}]}}""", "x1");
        yield return With("an include on the text body", "abc", """{"$":{"matchers":[{"match":"include","value":"b"}]}}""", "xxbxx");
        yield return With("a type rule on the text body", "abc", """{"$":{"matchers":[{"match":"type"}]}}""", "anything");
        yield return With("a regex does not span lines by a dot", "abc", """{"$":{"matchers":[{"match":"regex","regex":"a.c"}]}}""", "a\nc");
    }

    private static IEnumerable<ResponseFact> Forms()
    {
        (string, string)[] type = [("Content-Type", "application/x-www-form-urlencoded")];
        ResponseFact With(string name, string expected, string rules, string actual) => new(
            name,
            $$"""{"status":200,"headers":{"Content-Type":"application/x-www-form-urlencoded"},"body":"{{expected}}","matchingRules":{"body":{{rules}} } }""",
            Encoding.UTF8.GetBytes(actual),
            type);

        yield return With("equal forms", "a=1&b=2", "{}", "a=1&b=2");
        yield return With("form fields in another order", "a=1&b=2", "{}", "b=2&a=1");
        yield return With("a form value that differs", "a=1", "{}", "a=2");
        yield return With("a missing form field", "a=1&b=2", "{}", "a=1");
        yield return With("a regex on a form field", "a=1", """{"$.a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "a=42");
        yield return With("repeated form values in another order", "a=1&a=2", "{}", "a=2&a=1");
        yield return With("form values are decoded", "a=x+y", "{}", "a=x%20y");
    }

    private static IEnumerable<ResponseFact> V2Rules()
    {
        ResponseFact With(string name, string body, string rules, string actual) =>
            new(name, $$"""{"status":200,"body":{{body}},"matchingRules":{{rules}} }""", Encoding.UTF8.GetBytes(actual), Json, Version: "2.0.0");

        yield return With("V2 type", """{"a":1}""", """{"$.body.a":{"match":"type"}}""", """{"a":2}""");
        yield return With("V2 type of another kind", """{"a":1}""", """{"$.body.a":{"match":"type"}}""", """{"a":"2"}""");
        yield return With("V2 regex without match", """{"a":"1"}""", """{"$.body.a":{"regex":"\\d+"}}""", """{"a":"22"}""");
        yield return With("V2 min without match", """{"a":[1]}""", """{"$.body.a":{"min":1}}""", """{"a":[1,2]}""");
        yield return With("V2 min not reached", """{"a":[1]}""", """{"$.body.a":{"match":"type","min":2}}""", """{"a":[1]}""");
        yield return With("V2 root type", """{"a":[{"b":1}]}""", """{"$.body":{"match":"type"}}""", """{"a":[{"b":2},{"b":3}]}""");
        yield return With("V2 wildcard", """{"a":[{"b":1}]}""", """{"$.body.a":{"min":1},"$.body.a[*].*":{"match":"type"}}""", """{"a":[{"b":2},{"b":3}]}""");
    }

    private static ResponseFact Of(string name, string expected, string actual) => new(name, expected, Encoding.UTF8.GetBytes(actual), Json);
}

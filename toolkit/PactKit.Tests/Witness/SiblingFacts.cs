using System.Text;
using System.Text.Json;

namespace PactKit.Tests.Witness;

/// <summary>
/// What the specification's cases suggest beside what they hold: each pair of bodies as a request and as a response, as JSON, XML and text,
/// with and without rules, found too much, too little, in another order, of another kind.
/// </summary>
internal static class SiblingFacts
{
    private const string Type = """[{"match":"type"}]""";

    private static readonly (string Name, string ContentType, string Expected, string Actual, string Rules)[] Bodies =
    [
        .. JsonPairs().Select(pair => (pair.Name, "application/json", pair.Expected, pair.Actual, pair.Rules ?? "")),
        .. XmlPairs().Select(pair => (pair.Name + " xml", "application/xml", JsonSerializer.Serialize(pair.Expected), pair.Actual, pair.Rules ?? "")),
        .. TextPairs().Select(pair => (pair.Name, "text/plain", JsonSerializer.Serialize(pair.Expected), pair.Actual, pair.Rules ?? "")),
    ];

    public static IEnumerable<ResponseFact> Responses =>
        Bodies.Select(body => new ResponseFact("sibling: " + body.Name, $$"""{"status":200,{{Part(body)}}}""", Encoding.UTF8.GetBytes(body.Actual), [("Content-Type", body.ContentType)]));

    public static IEnumerable<RequestFact> Requests =>
    [
        .. Bodies.Select(body => new RequestFact(
            "sibling: " + body.Name, $$"""{"method":"POST","path":"{path}",{{Part(body)}}}""", Method: "POST", Body: Encoding.UTF8.GetBytes(body.Actual), Headers: [("Content-Type", body.ContentType)])),
        .. HeaderPairs().Select(pair => new RequestFact("sibling: header " + pair.Name, $$"""{"method":"GET","path":"{path}","headers":{{pair.Expected}}{{Rules("header", pair.Rules)}}}""", Headers: pair.Actual)),
        .. QueryPairs().Select(pair => new RequestFact("sibling: query " + pair.Name, $$"""{"method":"GET","path":"{path}","query":{{pair.Expected}}{{Rules("query", pair.Rules)}}}""", "{path}?" + pair.Actual)),
    ];

    private static string Part((string Name, string ContentType, string Expected, string Actual, string Rules) body) =>
        $$"""  "headers":{"Content-Type":"{{body.ContentType}}"},"body":{{body.Expected}}{{Rules("body", body.Rules)}}  """;

    private static string Rules(string category, string? rules)
    {
        if (string.IsNullOrEmpty(rules)) return "";
        var lists = JsonDocument.Parse(rules).RootElement.EnumerateObject().Select(rule => $$"""{{JsonSerializer.Serialize(rule.Name)}}:{"matchers":{{rule.Value.GetRawText()}}}""");
        return $",\"matchingRules\":{{\"{category}\":{{{string.Join(',', lists)}}}}}";
    }

    private static string At(params (string Path, string Rules)[] rules) => "{" + string.Join(',', rules.Select(rule => JsonSerializer.Serialize(rule.Path) + ":" + rule.Rules)) + "}";

    private static string Regex(string pattern) => $$"""[{"match":"regex","regex":{{JsonSerializer.Serialize(pattern)}}}]""";

    private static IEnumerable<(string Name, string Expected, string Actual, string? Rules)> JsonPairs() =>
    [
        ("different value found at key", """{"a":{"b":"x"}}""", """{"a":{"b":"y"}}""", null),
        ("different value found at index", """{"a":["x","y"]}""", """{"a":["x","z"]}""", null),
        ("number found at key when string expected", """{"a":"100"}""", """{"a":100}""", null),
        ("number found in array when string expected", """{"a":["100"]}""", """{"a":[100]}""", null),
        ("string found in array when number expected", """{"a":[100]}""", """{"a":["100"]}""", null),
        ("not empty found at key when empty expected", """{"a":""}""", """{"a":"x"}""", null),
        ("not empty found in array when empty expected", """{"a":[""]}""", """{"a":["x"]}""", null),
        ("empty found at key where not empty expected", """{"a":"x"}""", """{"a":""}""", null),
        ("empty found in array when not empty expected", """{"a":["x"]}""", """{"a":[""]}""", null),
        ("empty list found when not empty expected", """{"a":["x"]}""", """{"a":[]}""", null),
        ("empty object found when not empty expected", """{"a":{"b":1}}""", """{"a":{}}""", null),
        ("not empty object found when empty expected", """{"a":{}}""", """{"a":{"b":1}}""", null),
        ("not empty list found when empty expected", """{"a":[]}""", """{"a":[1]}""", null),
        ("unexpected key with null value", """{"a":{"b":1}}""", """{"a":{"b":1,"c":null}}""", null),
        ("unexpected key with empty object", """{"a":{"b":1}}""", """{"a":{"b":1,"c":{}}}""", null),
        ("unexpected key with empty list", """{"a":{"b":1}}""", """{"a":{"b":1,"c":[]}}""", null),
        ("unexpected key with empty text", """{"a":{"b":1}}""", """{"a":{"b":1,"c":""}}""", null),
        ("unexpected key at the top", """{"a":1}""", """{"a":1,"b":2}""", null),
        ("unexpected key in an item", """[{"a":1}]""", """[{"a":1,"b":2}]""", null),
        ("keys out of order", """{"a":1,"b":{"c":2,"d":3}}""", """{"b":{"d":3,"c":2},"a":1}""", null),
        ("property name is different case", """{"name":1}""", """{"Name":1}""", null),
        ("boolean found when string expected", """{"a":"true"}""", """{"a":true}""", null),
        ("null found when boolean expected", """{"a":false}""", """{"a":null}""", null),
        ("zero found when false expected", """{"a":false}""", """{"a":0}""", null),
        ("null found where an object is expected", """{"a":{}}""", """{"a":null}""", null),
        ("list found where an object is expected", """{"a":{}}""", """{"a":[]}""", null),
        ("object found where a list is expected", """{"a":[]}""", """{"a":{}}""", null),
        ("text found where an object is expected", """{"a":{"b":1}}""", """{"a":"b"}""", null),
        ("matches with unicode", """{"naïve":"ünï😀"}""", """{"na\u00efve":"\u00fcn\u00ef\ud83d\ude00"}""", null),
        ("matches with white space", """{"a":[1,{"b":2}]}""", "\n{ \"a\" : [ 1 ,\t{ \"b\":2 } ] }\r\n", null),
        ("deeply nested objects", """{"a":{"b":{"c":[{"d":[{"e":1}]}]}}}""", """{"a":{"b":{"c":[{"d":[{"e":1}]}]}}}""", null),
        ("deeply nested objects differ", """{"a":{"b":{"c":[{"d":[{"e":1}]}]}}}""", """{"a":{"b":{"c":[{"d":[{"e":2}]}]}}}""", null),
        ("array at top level", """[{"a":1},{"a":2}]""", """[{"a":1},{"a":2}]""", null),
        ("array at top level in another order", """[{"a":1},{"a":2}]""", """[{"a":2},{"a":1}]""", null),
        ("object found where an array is at the top", """[1]""", """{"0":1}""", null),
        ("text at top level", "\"abc\"", "\"abc\"", null),
        ("another text at top level", "\"abc\"", "\"abd\"", null),
        ("floats that differ in spelling", """{"a":1.50}""", """{"a":1.5}""", null),
        ("floats that differ", """{"a":1.5}""", """{"a":1.51}""", null),
        ("integer found when float expected", """{"a":1.0}""", """{"a":1}""", null),
        ("negative zero", """{"a":0}""", """{"a":-0}""", null),
        ("empty body", "\"\"", "", null),
        ("object found when empty body expected", "\"\"", "{}", null),
        ("array with regular expression in element", """{"a":[{"p":"10"}]}""", """{"a":[{"p":"22"},{"p":"33"}]}""", At(("$.a", Type), ("$.a[*].p", Regex(@"\d+")))),
        ("array with regular expression that does not match the last element", """{"a":[{"p":"10"}]}""", """{"a":[{"p":"22"},{"p":"x"}]}""", At(("$.a", Type), ("$.a[*].p", Regex(@"\d+")))),
        ("array with regular expression in one index", """{"a":["10","x"]}""", """{"a":["22","x"]}""", At(("$.a[0]", Regex(@"\d+")))),
        ("array with regular expression in another index", """{"a":["10","x"]}""", """{"a":["22","y"]}""", At(("$.a[0]", Regex(@"\d+")))),
        ("array size more than allowed", """{"a":[{"p":1}]}""", """{"a":[{"p":1},{"p":2},{"p":3}]}""", At(("$.a", """[{"match":"type","max":2}]"""))),
        ("array size as required", """{"a":[{"p":1}]}""", """{"a":[{"p":1},{"p":2}]}""", At(("$.a", """[{"match":"type","min":2}]"""))),
        ("array of none where one is required", """{"a":[{"p":1}]}""", """{"a":[]}""", At(("$.a", """[{"match":"type","min":1}]"""))),
        ("array with an element of more keys", """{"a":[{"p":1}]}""", """{"a":[{"p":2,"q":3}]}""", At(("$.a", """[{"match":"type","min":1}]"""))),
        ("array with an element of fewer keys", """{"a":[{"p":1,"q":2}]}""", """{"a":[{"p":2}]}""", At(("$.a", """[{"match":"type","min":1}]"""))),
        ("array with nested array", """{"a":[{"p":[{"q":1}]}]}""", """{"a":[{"p":[{"q":2},{"q":3}]}]}""", At(("$.a", Type))),
        ("array with nested array that does not match", """{"a":[{"p":[{"q":1}]}]}""", """{"a":[{"p":[{"q":"x"}]}]}""", At(("$.a", Type))),
        ("array at top level with a minimum", """[{"p":1}]""", """[{"p":2},{"p":3}]""", At(("$", """[{"match":"type","min":2}]"""))),
        ("array at top level with matchers on members", """[{"d":"06/30"}]""", """[{"d":"07/01"}]""", At(("$[0].d", Regex(@"\d{2}/\d{2}")))),
        ("array at top level with matchers on all members", """[{"d":"06/30"},{"d":"x"}]""", """[{"d":"07/01"},{"d":"y"}]""", At(("$[*].d", Regex(@"\d{2}/\d{2}")))),
        ("objects in array type matching with another count", """[{"name":"a"},{"name":"b"}]""", """[{"name":"c"}]""", At(("$", Type))),
        ("objects in array with a type in a star", """[{"name":"a"}]""", """[{"name":1}]""", At(("$[*].*", Type))),
        ("additional property with type matcher", """{"a":{"p":"x"}}""", """{"a":{"p":"y","q":"z"}}""", At(("$.a.*", Type))),
        ("additional property with type matcher that does not match", """{"a":{"p":"x"}}""", """{"a":{"p":"y","q":1}}""", At(("$.a.*", Type))),
        ("bracket notation with a dot", """{"a":{"b.c":"1"}}""", """{"a":{"b.c":"2"}}""", At(("$.a['b.c']", Regex(@"\d")))),
        ("bracket notation for all", """{"a":{"b":"1"}}""", """{"a":{"b":"2"}}""", At(("$['a']['b']", Regex(@"\d")))),
        ("regex that does not match", """{"a":"1"}""", """{"a":"x"}""", At(("$.a", Regex(@"\d")))),
        ("regex on a missing key", """{"a":"1"}""", """{}""", At(("$.a", Regex(@"\d")))),
        ("regex on null", """{"a":"1"}""", """{"a":null}""", At(("$.a", Regex(@"\d")))),
        ("regex on a list", """{"a":"1"}""", """{"a":["1"]}""", At(("$.a", Regex(@"\d")))),
        ("type that does not match", """{"a":1}""", """{"a":"1"}""", At(("$.a", Type))),
        ("type from the top", """{"a":1,"b":{"c":"x"}}""", """{"a":2,"b":{"c":"y"}}""", At(("$", Type))),
        ("type from the top with a key missing", """{"a":1,"b":{"c":"x"}}""", """{"a":2,"b":{}}""", At(("$", Type))),
        ("type from the top with null", """{"a":1}""", """{"a":null}""", At(("$", Type))),
        ("type of null", """{"a":null}""", """{"a":1}""", At(("$", Type))),
        ("equality below a type", """{"a":1,"b":2}""", """{"a":5,"b":3}""", At(("$", Type), ("$.b", """[{"match":"equality"}]"""))),
        ("integer as decimal", """{"a":1.5}""", """{"a":2}""", At(("$.a", """[{"match":"decimal"}]"""))),
        ("decimal as integer", """{"a":1}""", """{"a":2.5}""", At(("$.a", """[{"match":"integer"}]"""))),
        ("include in a number", """{"a":"1"}""", """{"a":512}""", At(("$.a", """[{"match":"include","value":"1"}]"""))),
        ("null where null is asked for", """{"a":null}""", """{"a":null}""", At(("$.a", """[{"match":"null"}]"""))),
    ];

    private static IEnumerable<(string Name, string Expected, string Actual, string? Rules)> XmlPairs() =>
    [
        ("different value found at key", "<a><b>x</b></a>", "<a><b>y</b></a>", null),
        ("different attribute", "<a b=\"1\"/>", "<a b=\"2\"/>", null),
        ("missing attribute", "<a b=\"1\"/>", "<a/>", null),
        ("unexpected attribute", "<a/>", "<a b=\"1\"/>", null),
        ("attributes in another order", "<a b=\"1\" c=\"2\"/>", "<a c='2' b='1'/>", null),
        ("attribute where a child is expected", "<a><b>1</b></a>", "<a b=\"1\"/>", null),
        ("another name", "<a/>", "<b/>", null),
        ("missing child", "<a><b/><c/></a>", "<a><b/></a>", null),
        ("children in another order", "<a><b/><c/></a>", "<a><c/><b/></a>", null),
        ("repeated children in another order", "<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>", null),
        ("one child too many", "<a><b>1</b></a>", "<a><b>1</b><b>1</b></a>", null),
        ("one child too few", "<a><b>1</b><b>2</b></a>", "<a><b>1</b></a>", null),
        ("unexpected text", "<a/>", "<a>x</a>", null),
        ("missing text", "<a>x</a>", "<a/>", null),
        ("blank text", "<a></a>", "<a>  </a>", null),
        ("white space", "<a><b>1</b></a>", "<a>\n  <b> 1 </b>\n</a>", null),
        ("a declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "<a/>", null),
        ("a comment", "<a><b/></a>", "<a><!-- c --><b/></a>", null),
        ("character data", "<a>x&amp;y</a>", "<a><![CDATA[x&y]]></a>", null),
        ("an escape", "<a>x&lt;y</a>", "<a>x&#60;y</a>", null),
        ("a namespace by another prefix", "<p:a xmlns:p=\"urn:x\"><p:b/></p:a>", "<q:a xmlns:q=\"urn:x\"><q:b/></q:a>", null),
        ("a namespace by default", "<p:a xmlns:p=\"urn:x\"/>", "<a xmlns=\"urn:x\"/>", null),
        ("another namespace", "<a xmlns=\"urn:x\"/>", "<a xmlns=\"urn:y\"/>", null),
        ("a missing namespace", "<a xmlns=\"urn:x\"/>", "<a/>", null),
        ("a namespace of an attribute", "<a xmlns:p=\"urn:x\" p:b=\"1\"/>", "<a xmlns:q=\"urn:x\" q:b=\"1\"/>", null),
        ("another case", "<name/>", "<Name/>", null),
        ("not well formed", "<a/>", "<a>", null),
        ("type of a text", "<a><b>1</b></a>", "<a><b>xyz</b></a>", At(("$.a.b['#text']", Type))),
        ("type of a repeated child", "<a><b>1</b></a>", "<a><b>2</b><b>3</b></a>", At(("$.a.b", Type))),
        ("type of a repeated child with another below", "<a><b><c/></b></a>", "<a><b><c/></b><b><d/></b></a>", At(("$.a.b", Type))),
        ("type from the top", "<a><b c=\"1\">x</b></a>", "<a><b c=\"2\">y</b></a>", At(("$.a", Type))),
        ("type from the root", "<a><b c=\"1\">x</b></a>", "<a><b c=\"2\">y</b></a>", At(("$", Type))),
        ("regex on an attribute", "<a b=\"1\"/>", "<a b=\"22\"/>", At(("$.a['@b']", Regex(@"\d+")))),
        ("regex on an attribute that does not match", "<a b=\"1\"/>", "<a b=\"x\"/>", At(("$.a['@b']", Regex(@"\d+")))),
        ("regex on a text", "<a>1</a>", "<a>22</a>", At(("$.a['#text']", Regex(@"\d+")))),
        ("regex on a text that does not match", "<a>1</a>", "<a>x</a>", At(("$.a['#text']", Regex(@"\d+")))),
        ("a minimum of children", "<a><b/></a>", "<a><b/><b/></a>", At(("$.a", """[{"match":"type","min":2}]"""))),
        ("fewer children than the minimum", "<a><b/></a>", "<a><b/></a>", At(("$.a", """[{"match":"type","min":2}]"""))),
        ("more children than the maximum", "<a><b/></a>", "<a><b/><b/></a>", At(("$.a", """[{"match":"type","max":1}]"""))),
        ("an integer in a text", "<a>1</a>", "<a>22</a>", At(("$.a['#text']", """[{"match":"integer"}]"""))),
        ("no integer in a text", "<a>1</a>", "<a>2.5</a>", At(("$.a['#text']", """[{"match":"integer"}]"""))),
        ("a star for the children", "<a><b>1</b><c>2</c></a>", "<a><b>3</b><c>4</c></a>", At(("$.a.*['#text']", Regex(@"\d")))),
        ("an index", "<a><b>1</b></a>", "<a><b>2</b></a>", At(("$.a.b[0]['#text']", Regex(@"\d")))),
    ];

    private static IEnumerable<(string Name, string Expected, string Actual, string? Rules)> TextPairs() =>
    [
        ("plain text that does not match", "alligator", "crocodile", null),
        ("plain text in another case", "alligator", "Alligator", null),
        ("plain text with a line end", "alligator", "alligator\n", null),
        ("plain text with other line ends", "a\nb", "a\r\nb", null),
        ("plain text empty body", "alligator", "", null),
        ("plain text regex that does not match", "alligator 1", "alligator x", At(("$", Regex(@"alligator \d+")))),
        ("plain text regex that matches in part", "alligator 1", "an alligator 1", At(("$", Regex(@"alligator \d+")))),
        ("plain text regex over lines", "a1", "a1\nb2", At(("$", Regex(@"a1.*")))),
        ("plain text of a type", "alligator", "crocodile", At(("$", Type))),
        ("plain text that includes", "alligator", "an alligator", At(("$", """[{"match":"include","value":"gator"}]"""))),
        ("plain text that does not include", "alligator", "crocodile", At(("$", """[{"match":"include","value":"gator"}]"""))),
    ];

    private static IEnumerable<(string Name, string Expected, (string Name, string Value)[] Actual, string? Rules)> HeaderPairs() =>
    [
        ("missing", """{"X-A":"1"}""", [], null),
        ("order of comma separated values different", """{"Accept":"a/b, c/d"}""", [("Accept", "c/d, a/b")], null),
        ("order of values different in another header", """{"X-A":"alligators, hippos"}""", [("X-A", "hippos, alligators")], null),
        ("white space after the comma in another header", """{"X-A":"alligators, hippos"}""", [("X-A", "alligators,hippos")], null),
        ("white space before the comma", """{"X-A":"alligators, hippos"}""", [("X-A", "alligators ,hippos")], null),
        ("value is different case", """{"X-A":"Alligators"}""", [("X-A", "alligators")], null),
        ("accept value is different case", """{"Accept":"Text/Plain"}""", [("Accept", "text/plain")], null),
        ("accept with a parameter more", """{"Accept":"a/b"}""", [("Accept", "a/b;q=0.5")], null),
        ("accept with a parameter less", """{"Accept":"a/b;q=0.5"}""", [("Accept", "a/b")], null),
        ("accept with parameters in another order", """{"Accept":"a/b;q=0.5;v=1"}""", [("Accept", "a/b;v=1; q=0.5")], null),
        ("regex that does not match", """{"X-A":"1"}""", [("X-A", "x")], """{"X-A":[{"match":"regex","regex":"\\d"}]}"""),
        ("regex by a name in another case", """{"X-A":"1"}""", [("x-a", "2")], """{"x-A":[{"match":"regex","regex":"\\d"}]}"""),
        ("regex over a list", """{"Accept":"a/b"}""", [("Accept", "c/d, e/f")], """{"Accept":[{"match":"regex","regex":"./."}]}"""),
        ("type", """{"X-A":"1"}""", [("X-A", "anything")], """{"X-A":[{"match":"type"}]}"""),
        ("integer", """{"X-A":"1"}""", [("X-A", "22")], """{"X-A":[{"match":"integer"}]}"""),
        ("no integer", """{"X-A":"1"}""", [("X-A", "x")], """{"X-A":[{"match":"integer"}]}"""),
        ("include", """{"X-A":"1"}""", [("X-A", "x1y")], """{"X-A":[{"match":"include","value":"1"}]}"""),
        ("date", """{"X-A":"2024-01-01"}""", [("X-A", "2024-02-30")], """{"X-A":[{"match":"date","format":"yyyy-MM-dd"}]}"""),
        ("empty expected", """{"X-A":""}""", [("X-A", "x")], null),
        ("cookies in another order", """{"Cookie":"a=1; b=2"}""", [("Cookie", "b=2; a=1")], null),
    ];

    private static IEnumerable<(string Name, string Expected, string Actual, string? Rules)> QueryPairs() =>
    [
        ("different order", """{"a":["1"],"b":["2"]}""", "b=2&a=1", null),
        ("different order as text", "\"a=1&b=2\"", "b=2&a=1", null),
        ("unexpected parameter", """{"a":["1"]}""", "a=1&b=2", null),
        ("unexpected empty parameter", """{"a":["1"]}""", "a=1&b", null),
        ("different value", """{"a":["1"]}""", "a=2", null),
        ("different case of the value", """{"a":["x"]}""", "a=X", null),
        ("fewer values", """{"a":["1","2"]}""", "a=1", null),
        ("trailing ampersand", """{"a":["1"]}""", "a=1&", null),
        ("nothing expected", "{}", "a=1", null),
        ("regex", """{"a":["1"]}""", "a=22", """{"a":[{"match":"regex","regex":"\\d+"}]}"""),
        ("regex that does not match", """{"a":["1"]}""", "a=x", """{"a":[{"match":"regex","regex":"\\d+"}]}"""),
        ("regex that does not match the second", """{"a":["1"]}""", "a=1&a=x", """{"a":[{"match":"regex","regex":"\\d+"}]}"""),
        ("regex with more values", """{"a":["1"]}""", "a=1&a=2", """{"a":[{"match":"regex","regex":"\\d+"}]}"""),
        ("regex without the parameter", """{"a":["1"]}""", "b=1", """{"a":[{"match":"regex","regex":"\\d+"}]}"""),
        ("a minimum of values", """{"a":["1"]}""", "a=1", """{"a":[{"match":"type","min":2}]}"""),
        ("a maximum of values", """{"a":["1"]}""", "a=1&a=2", """{"a":[{"match":"type","max":1}]}"""),
        ("a type and more values", """{"a":["1"]}""", "a=x&a=y", """{"a":[{"match":"type"}]}"""),
        ("a date", """{"a":["2024-01-01"]}""", "a=2024-13-01", """{"a":[{"match":"date","format":"yyyy-MM-dd"}]}"""),
        ("equality", """{"a":["1"]}""", "a=2", """{"a":[{"match":"equality"}]}"""),
    ];
}

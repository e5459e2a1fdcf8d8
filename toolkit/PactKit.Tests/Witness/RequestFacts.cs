using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>Facts about requests. <c>{path}</c> is replaced by a path of the fact's own, so that all of them can be served by one mock server.</summary>
internal static class RequestFacts
{
    public static IReadOnlyList<RequestFact> All { get; } = [.. Paths(), .. Queries(), .. QueryGrid(), .. Headers(), .. Bodies(), .. Forms(), .. DslFacts.Requests, .. FoundFacts.Requests, .. KnownFacts.Requests, .. SiblingFacts.Requests, .. VersionFacts.Requests, .. MultipartFacts.Requests];

    private static IEnumerable<RequestFact> Paths()
    {
        yield return new("the same path", """{"method":"GET","path":"{path}"}""");
        yield return new("another method", """{"method":"GET","path":"{path}"}""", Method: "PUT");
        yield return new("a method in lower case in the file", """{"method":"put","path":"{path}"}""", Method: "PUT");
        yield return new("a trailing slash", """{"method":"GET","path":"{path}"}""", "{path}/");
        yield return new("another case", """{"method":"GET","path":"{path}/a"}""", "{path}/A");
        yield return new("an escape is not decoded", """{"method":"GET","path":"{path}/A"}""", "{path}/%41");
        yield return new("an escape spelled the same", """{"method":"GET","path":"{path}/%41"}""", "{path}/%41");
        yield return new("a regex on the path", """{"method":"GET","path":"{path}/1","matchingRules":{"path":{"matchers":[{"match":"regex","regex":"{path}/\\d+"}]}}}""", "{path}/42");
        yield return new("a regex on the path that fails", """{"method":"GET","path":"{path}/1","matchingRules":{"path":{"matchers":[{"match":"regex","regex":"{path}/\\d+"}]}}}""", "{path}/4x");
    }

    private static IEnumerable<RequestFact> Queries()
    {
        RequestFact Plain(string name, string query, string actual) => new(name, $$"""{"method":"GET","path":"{path}","query":{{query}} }""", "{path}" + actual);
        RequestFact Ruled(string name, string query, string rules, string actual) =>
            new(name, $$"""{"method":"GET","path":"{path}","query":{{query}},"matchingRules":{"query":{{rules}} } }""", "{path}" + actual);

        yield return Plain("the same query", """{"a":["1"]}""", "?a=1");
        yield return Plain("another value", """{"a":["1"]}""", "?a=2");
        yield return Plain("names in another order", """{"a":["1"],"b":["2"]}""", "?b=2&a=1");
        yield return Plain("values in another order", """{"a":["1","2"]}""", "?a=2&a=1");
        yield return Plain("a value more", """{"a":["1"]}""", "?a=1&a=1");
        yield return Plain("a value less", """{"a":["1","2"]}""", "?a=1");
        yield return Plain("an unexpected parameter", """{"a":["1"]}""", "?a=1&b=2");
        yield return Plain("a missing parameter", """{"a":["1"],"b":["2"]}""", "?a=1");
        yield return new("a query where none is expected", """{"method":"GET","path":"{path}"}""", "{path}?a=1");
        yield return Plain("an empty query expected", "{}", "?a=1");
        yield return Plain("names are case-sensitive", """{"a":["1"]}""", "?A=1");
        yield return Plain("a plus is a blank", """{"a":["x y"]}""", "?a=x+y");
        yield return Plain("an escaped blank", """{"a":["x y"]}""", "?a=x%20y");
        yield return Plain("an escaped ampersand", """{"a":["x&y"]}""", "?a=x%26y");
        yield return Plain("non-ASCII text", """{"a":["é"]}""", "?a=%C3%A9");
        yield return Plain("a parameter without a value equals an empty one", """{"a":[""]}""", "?a");
        yield return Plain("a trailing ampersand", """{"a":["1"]}""", "?a=1&");
        yield return Plain("brackets in a name", """{"a[]":["1","2"]}""", "?a[]=1&a[]=2");
        yield return Ruled("a regex on a parameter", """{"a":["1"]}""", """{"a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "?a=42");
        yield return Ruled("a regex on every value", """{"a":["1"]}""", """{"a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "?a=42&a=x");
        yield return Ruled("a type rule takes more values", """{"a":["1"]}""", """{"a":{"matchers":[{"match":"type"}]}}""", "?a=x&a=y");
        yield return Ruled("a minimum of values", """{"a":["1"]}""", """{"a":{"matchers":[{"match":"type","min":2}]}}""", "?a=x");
        yield return Ruled("a rule on a name with brackets is literal", """{"a[]":["1"]}""", """{"a[]":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""", "?a[]=42");
        yield return Ruled("a rule name as a path selects nothing", """{"a":["1"]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", "?a=2");
    }

    /// <summary>rule x value for a query parameter: places where every value is text.</summary>
    private static IEnumerable<RequestFact> QueryGrid()
    {
        (string Name, string Rule, string Example)[] rules =
        [
            ("number", """{"match":"number"}""", "1"), ("integer", """{"match":"integer"}""", "1"), ("decimal", """{"match":"decimal"}""", "1.5"),
            ("boolean", """{"match":"boolean"}""", "true"), ("null", """{"match":"null"}""", "x"), ("notEmpty", """{"match":"notEmpty"}""", "x"),
            ("semver", """{"match":"semver"}""", "1.0.0"), ("date", """{"match":"date","format":"yyyy-MM-dd"}""", "2024-01-31"), ("include", """{"match":"include","value":"1"}""", "1"),
        ];
        (string Name, string Text)[] values =
        [
            ("digits", "12"), ("decimal", "12.5"), ("exponent", "1e2"), ("true", "true"), ("True", "True"), ("text", "abc"), ("empty", ""), ("version", "1.2.3"), ("date", "2024-02-29"), ("no date", "2024-13-01"),
        ];
        foreach (var rule in rules)
        foreach (var value in values)
        {
            yield return new(
                $"query {rule.Name} against {value.Name}",
                $$$"""{"method":"GET","path":"{path}","query":{"a":["{{{rule.Example}}}"]},"matchingRules":{"query":{"a":{"matchers":[{{{rule.Rule}}}]} } } }""",
                "{path}?a=" + value.Text);
        }
    }

    private static IEnumerable<RequestFact> Headers()
    {
        yield return new("a header that is wanted", """{"method":"GET","path":"{path}","headers":{"X-A":"1"}}""", Headers: [("X-A", "1")]);
        yield return new("a header that is missing", """{"method":"GET","path":"{path}","headers":{"X-A":"1"}}""");
        yield return new("Accept with its list in another spacing", """{"method":"GET","path":"{path}","headers":{"Accept":"text/html, application/json"}}""", Headers: [("Accept", "text/html,application/json")]);
        yield return new("Accept in another order", """{"method":"GET","path":"{path}","headers":{"Accept":"text/html, application/json"}}""", Headers: [("Accept", "application/json, text/html")]);
        yield return new("Accept with a parameter more", """{"method":"GET","path":"{path}","headers":{"Accept":"text/html"}}""", Headers: [("Accept", "text/html;q=0.5")]);
    }

    private static IEnumerable<RequestFact> Bodies()
    {
        RequestFact With(string name, string body, string rules, string actual, string type = "application/json") => new(
            name,
            $$"""{"method":"POST","path":"{path}","headers":{"Content-Type":"application/json"},"body":{{body}},"matchingRules":{"body":{{rules}} } }""",
            Method: "POST",
            Body: Encoding.UTF8.GetBytes(actual),
            Headers: [("Content-Type", type)]);

        yield return With("an unexpected key in a request", """{"a":1}""", "{}", """{"a":1,"b":2}""");
        yield return With("an unexpected key under a type rule", """{"a":1}""", """{"$":{"matchers":[{"match":"type"}]}}""", """{"a":1,"b":2}""");
        yield return With("an unexpected key in an item", """[{"a":1}]""", """{"$":{"matchers":[{"match":"type"}]}}""", """[{"a":1},{"a":2,"b":3}]""");
        yield return With("an empty object expected, keys came", "{}", "{}", """{"a":1}""");
        yield return With("an empty object under a type rule", """{"a":{}}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":{"b":1}}""");
        yield return With("an empty list under a type rule", """{"a":[]}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", """{"a":[1]}""");
        yield return With("values in a request", """{"a":{"x":1}}""", """{"$.a":{"matchers":[{"match":"values"}]},"$.a.*":{"matchers":[{"match":"type"}]}}""", """{"a":{"y":2,"z":3}}""");
        yield return With("eachKey in a request", """{"a":{"x1":1}}""", """{"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"regex","regex":"x\\d"}],"value":"x1"}]}}""", """{"a":{"x2":5,"x3":6}}""");
        yield return With("another content type", """{"a":1}""", "{}", """{"a":1}""", "text/plain");
        yield return With("a charset more", """{"a":1}""", "{}", """{"a":1}""", "application/json; charset=utf-8");
        yield return new("a body where none is said", """{"method":"POST","path":"{path}"}""", Method: "POST", Body: "x"u8.ToArray(), Headers: [("Content-Type", "text/plain")]);
        yield return new("an unexpected XML child", """{"method":"POST","path":"{path}","headers":{"Content-Type":"application/xml"},"body":"<a><b/></a>"}""", Method: "POST", Body: "<a><b/><c/></a>"u8.ToArray(), Headers: [("Content-Type", "application/xml")]);
        yield return new("an unexpected XML attribute", """{"method":"POST","path":"{path}","headers":{"Content-Type":"application/xml"},"body":"<a/>"}""", Method: "POST", Body: "<a x='1'/>"u8.ToArray(), Headers: [("Content-Type", "application/xml")]);
    }

    private static IEnumerable<RequestFact> Forms()
    {
        RequestFact With(string name, string body, string actual) => new(
            name,
            $$"""{"method":"POST","path":"{path}","headers":{"Content-Type":"application/x-www-form-urlencoded"},"body":"{{body}}"}""",
            Method: "POST",
            Body: Encoding.UTF8.GetBytes(actual),
            Headers: [("Content-Type", "application/x-www-form-urlencoded")]);

        yield return With("a form as expected", "a=1&b=2", "b=2&a=1");
        yield return With("an unexpected form field in a request", "a=1", "a=1&b=2");
    }
}

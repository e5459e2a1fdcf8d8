using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>Random integration JSON: plain values and matchers of all kinds, one within the other.</summary>
internal sealed class RandomIntegration(Random random)
{
    private static readonly string[] Rules =
    [
        """{"pact:matcher:type":"type"}""", """{"pact:matcher:type":"regex","regex":"a"}""", """{"pact:matcher:type":"integer","value":3}""", """{"match":"include","value":"a"}""",
    ];

    private static readonly string[] Lists =
    [
        """{"pact:matcher:type":"type"}""", """{"pact:matcher:type":"notEmpty"}""", """{"pact:matcher:type":"values"}""", """{"pact:matcher:type":"eachValue","rules":[{"pact:matcher:type":"type"}]}""",
        """{"pact:matcher:type":"eachKey","rules":[{"pact:matcher:type":"regex","regex":"a"}]}""",
    ];

    private static readonly string[] Expressions =
    [
        "matching(type,'x')", "atLeast(2)", "atMost(2), eachValue(matching(integer,1))", "eachKey(matching(regex,'a','a'))", "notEmpty('x'), matching(date,'yyyy','2020')",
        "matching(type, fromProviderState('${x}', 1))", "arrayContains(matching(type,'x'), matching(integer,1))",
    ];

    public JsonNode? Value(int depth) => (depth <= 0 ? 0 : random.Next(12)) switch
    {
        < 3 => JsonNode.Parse(Any(["1", "1.5", "\"x\"", "true", "null", "\"2020-01-01\"", "-3"])),
        3 => Map(depth - 1),
        4 => List(depth - 1),
        5 => Matcher("type", List(depth - 1, 1), ("min", random.Next(4))),
        6 => Matcher("type", List(depth - 1, 1), ("min", 1), ("max", random.Next(1, 5))),
        7 => Matcher("values", Map(depth - 1)),
        8 => Matcher(Any(["eachKey", "eachValue"]), random.Next(2) == 0 ? Map(depth - 1) : List(depth - 1, 1), ("rules", Several(Rules))),
        9 => new JsonObject { ["pact:matcher:type"] = "arrayContains", ["variants"] = List(depth - 1) },
        10 => new JsonObject { ["pact:matcher:type"] = random.Next(2) == 0 ? Several(Lists, 1) : Any(Expressions), ["value"] = Value(depth - 1) },
        _ => Single(depth),
    };

    private JsonObject Single(int depth) => random.Next(5) switch
    {
        0 => Matcher("regex", "a", ("regex", "a|b")),
        1 => Matcher("include", "x"),
        2 => Matcher(Any(["equality", "number", "boolean", "null", "notEmpty", "semver"]), Value(depth - 1)),
        3 => Matcher("date", "2020-01-01", ("format", "yyyy-MM-dd"), ("pact:generator:type", "Date")),
        _ => Matcher("type", Value(depth - 1), ("pact:generator:type", Any(["RandomInt", "Uuid", "RandomBoolean", "ProviderState"])), ("expression", "${a}")),
    };

    private static JsonObject Matcher(string type, JsonNode? value, params (string Name, JsonNode Value)[] attributes)
    {
        var matcher = new JsonObject { ["pact:matcher:type"] = type, ["value"] = value };
        foreach (var (name, attribute) in attributes) matcher[name] = attribute;
        return matcher;
    }

    // In order of the names, as the official engine reads them: in a values matcher all members share one path, and their rules one list.
    private JsonObject Map(int depth)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var left = random.Next(4); left > 0; left--) names.Add(Any(["a", "b", "c", "d e"]));
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, Value(depth))));
    }

    private JsonArray List(int depth, int least = 0)
    {
        var list = new JsonArray();
        for (var left = random.Next(least, 3); left > 0; left--) list.Add(Value(depth));
        return list;
    }

    private JsonArray Several(string[] from, int least = 0) => new([.. Enumerable.Range(0, random.Next(least, 3)).Select(_ => JsonNode.Parse(Any(from)))]);

    private string Any(string[] from) => from[random.Next(from.Length)];
}

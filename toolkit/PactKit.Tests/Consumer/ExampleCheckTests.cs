using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Consumer;

public sealed class ExampleCheckTests
{
    private const string Digits = """{"matchers":[{"match":"regex","regex":"\\d+"}]}""";

    [Theory]
    [InlineData("an entry", """{"a":"1"}""", """{"$.a":D}""", 0)]
    [InlineData("an entry", """{"a":"x"}""", """{"$.a":D}""", 1)]
    [InlineData("a number as it is spelled", """{"a":1}""", """{"$.a":D}""", 0)]
    [InlineData("a number as it is spelled", """{"a":1.5}""", """{"$.a":D}""", 1)]
    [InlineData("null", """{"a":null}""", """{"$.a":D}""", 1)]
    [InlineData("every item", """{"a":["1","x","2"]}""", """{"$.a[*]":D}""", 1)]
    [InlineData("one item", """{"a":["x","2"]}""", """{"$.a[1]":D}""", 0)]
    [InlineData("one item", """{"a":["1","x"]}""", """{"$.a[1]":D}""", 1)]
    [InlineData("every entry", """{"a":{"b":"1","c":"x"}}""", """{"$.a.*":D}""", 1)]
    [InlineData("entries of items", """[{"a":"1"},{"a":"x"}]""", """{"$[*].a":D}""", 1)]
    [InlineData("a place that does not exist", """{"a":"x"}""", """{"$.b":D,"$.a.c":D,"$[0]":D}""", 0)]
    [InlineData("the root", "\"x\"", """{"$":D}""", 1)]
    [InlineData("below a list", """{"a":["x"]}""", """{"$.a":D}""", 1)]
    [InlineData("a place where a stricter path says something else", """{"a":["x"]}""", """{"$.a[*]":D,"$.a[0]":{"matchers":[{"match":"type"}]}}""", 0)]
    [InlineData("one rule of several", """{"a":"x"}""", """{"$.a":{"matchers":[{"match":"type"},{"match":"regex","regex":"\\d+"}]}}""", 1)]
    [InlineData("one of two that suffices", """{"a":"x"}""", """{"$.a":{"combine":"OR","matchers":[{"match":"type"},{"match":"regex","regex":"\\d+"}]}}""", 0)]
    [InlineData("each value", """{"a":{"b":"x"}}""", """{"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"regex","regex":"\\d+"}]}]}}""", 1)]
    [InlineData("no pattern", """{"a":"x"}""", """{"$.a":{"matchers":[{"match":"type"}]}}""", 0)]
    public void Examples_in_a_body_are_held_against_their_pattern(string where, string body, string rules, int faults) =>
        Check(where, new JsonObject { ["status"] = 200, ["body"] = Content(body), ["matchingRules"] = new JsonObject { ["body"] = Rules(rules) } }, faults);

    [Theory]
    [InlineData("7", 0)]
    [InlineData("x", 1)]
    [InlineData("7,8", 1)]
    public void Examples_in_a_header_are_held_against_their_pattern(string value, int faults) =>
        Check("header", new JsonObject { ["headers"] = new JsonObject { ["X-A"] = value }, ["matchingRules"] = new JsonObject { ["header"] = Rules("""{"X-A":D}""") } }, faults);

    [Theory]
    [InlineData("/1", "1", 0)]
    [InlineData("/x", "1", 1)]
    [InlineData("/1", "x", 1)]
    [InlineData("/x", "x", 2)]
    public void Examples_in_a_request_are_held_against_their_pattern(string path, string query, int faults)
    {
        var request = new JsonObject
        {
            ["path"] = path,
            ["query"] = new JsonObject { ["q"] = new JsonArray(query) },
            ["matchingRules"] = new JsonObject { ["path"] = Rules("""{"matchers":[{"match":"regex","regex":"/\\d+"}]}"""), ["query"] = Rules("""{"q":D}""") },
        };
        Assert.Equal(faults, ExampleCheck.Warnings(Interaction(new JsonObject { ["request"] = request })).Count());
    }

    [Fact]
    public void What_is_no_JSON_is_compared_as_a_whole()
    {
        var body = new JsonObject { ["contentType"] = "application/xml", ["encoded"] = false, ["content"] = "<a><b>x</b></a>" };
        Check("xml", new JsonObject { ["body"] = body, ["matchingRules"] = new JsonObject { ["body"] = Rules("""{"$.a.b['#text']":D}""") } }, 1);
    }

    [Fact]
    public void Examples_that_match_need_no_comparison()
    {
        var body = Content("""{"a":"1","list":[{"b":"2"},{"b":3}],"other":{"c":"x"}}""");
        var rules = new JsonObject { ["body"] = Rules("""{"$.a":D,"$.list[*].b":D,"$.other":{"matchers":[{"match":"type"}]},"$.gone[*].d":D}"""), ["header"] = Rules("""{"X-A":D}""") };
        var interaction = Interaction(new JsonObject { ["response"] = new JsonObject { ["headers"] = new JsonObject { ["X-A"] = "7" }, ["body"] = body, ["matchingRules"] = rules } });
        Assert.True(RegexExamples.SurelyMatch(interaction.Response));
    }

    // The quick look may send too much to the comparison, and must not keep anything from it.
    private static void Check(string where, JsonObject response, int faults)
    {
        var interaction = Interaction(new JsonObject { ["response"] = response });
        var compared = new ResponseMatcher(interaction.Response).Match(interaction.Response).Count(mismatch => mismatch.Rule == "regex");
        Assert.True(compared == faults, $"{where}: the comparison finds {compared}");
        Assert.Equal(faults, ExampleCheck.Warnings(interaction).Count());
    }

    private static JsonObject Content(string json) => new() { ["contentType"] = "application/json", ["encoded"] = false, ["content"] = JsonNode.Parse(json) };

    private static JsonNode Rules(string text) => JsonNode.Parse(text.Replace(":D", ":" + Digits, StringComparison.Ordinal))!;

    private static HttpInteraction Interaction(JsonObject parts)
    {
        parts["type"] = "Synchronous/HTTP";
        parts["description"] = "a request";
        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = "c" },
            ["provider"] = new JsonObject { ["name"] = "p" },
            ["interactions"] = new JsonArray(parts),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
        };
        var read = PactReader.Read(System.Text.Encoding.UTF8.GetBytes(pact.ToJsonString()), "test.json");
        return Assert.IsType<HttpInteraction>(Assert.Single(read.Pact!.Interactions));
    }
}

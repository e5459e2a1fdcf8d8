using System.Text;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Model.Json;
using PactKit.Model.Writing;

namespace PactKit.Tests.Model.Integration;

public sealed class IntegrationJsonTests
{
    [Theory]
    [InlineData("""{"b":1.0,"a":[true,null,"x"]}""", """{"b":1.0,"a":[true,null,"x"]}""", "")]
    [InlineData("""{"pact:matcher:type":"type","value":"x"}""", "\"x\"", """$ {"match":"type"}""")]
    [InlineData("""{"a":{"pact:matcher:type":"type","value":{"b":{"pact:matcher:type":"integer","value":7}}}}""", """{"a":{"b":7}}""", """$.a {"match":"type"} $.a.b {"match":"integer"}""")]
    [InlineData("""{"arr":{"pact:matcher:type":"type","min":2,"value":[{"k":{"pact:matcher:type":"type","value":"v"}}]}}""", """{"arr":[{"k":"v"}]}""", """$.arr {"match":"type","min":2} $.arr[*].k {"match":"type"}""")]
    [InlineData("""{"a":[{"pact:matcher:type":"type","value":1},{"pact:matcher:type":"regex","regex":"x","value":"x"}]}""", """{"a":[1,"x"]}""", """$.a[0] {"match":"type"} $.a[1] {"match":"regex","regex":"x"}""")]
    [InlineData("""{"pact:matcher:type":"type","value":[{"pact:matcher:type":"type","value":1},{"pact:matcher:type":"integer","value":2},{"pact:matcher:type":"type","value":3}]}""", "[1,2,3]", """$ {"match":"type"} $[*] {"match":"type"},{"match":"integer"}""")]
    [InlineData("""{"a":{"pact:matcher:type":"null"}}""", """{"a":null}""", """$.a {"match":"null"}""")]
    [InlineData("""{"a":{"pact:matcher:type":"values","value":{"k":{"pact:matcher:type":"type","value":1}}}}""", """{"a":{"k":1}}""", """$.a {"match":"values"} $.a.* {"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"each-value","rules":[{"pact:matcher:type":"regex","regex":"x"}],"value":{"k":{"j":{"pact:matcher:type":"type","value":1}}}}""", """{"k":{"j":1}}""", """$ {"match":"eachValue","rules":[{"match":"regex","regex":"x"}]} $.*.j {"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"eachKey","rules":[{"match":"regex","regex":"x"}],"value":{"k":{"pact:matcher:type":"type","value":1}}}""", """{"k":1}""", """$ {"match":"eachKey","rules":[{"match":"regex","regex":"x"}]} $.k {"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":[{"pact:matcher:type":"type"},{"pact:matcher:type":"include","value":"x"}],"value":"xy"}""", "\"xy\"", """$ {"match":"type"},{"match":"include","value":"x"}""")]
    [InlineData("""{"a b":{"pact:matcher:type":"type","value":1}}""", """{"a b":1}""", """$['a b'] {"match":"type"}""")]
    [InlineData("""{"pact:generator:type":"Uuid","pact:other":1,"a":2}""", """{"a":2}""", "")]
    [InlineData("""{"pact:matcher:type":"matching(regex, '\\d+', '12'), atLeast(1)","value":["12"]}""", """["12"]""", """$ {"match":"regex","regex":"\\d+"},{"match":"type","min":1}""")]
    [InlineData("""{"pact:matcher:type":"matching(type, 'x')"}""", "null", """$ {"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"not-empty","value":"x"}""", "\"x\"", """$ {"match":"notEmpty"}""")]
    [InlineData("""{"pact:matcher:type":"timestamp","format":"yyyy","value":"2024"}""", "\"2024\"", """$ {"match":"datetime","format":"yyyy"}""")]
    [InlineData("""{"pact:matcher:type":"array-contains","variants":[{"n":{"pact:matcher:type":"regex","regex":"a","value":"a"}},1]}""", """[{"n":"a"},1]""",
        """$ {"match":"arrayContains","variants":[{"index":0,"rules":{"$.n":{"combine":"AND","matchers":[{"match":"regex","regex":"a"}]}}},{"index":1,"rules":{}}]}""")]
    public void A_body_is_taken_apart(string json, string example, string rules)
    {
        var result = IntegrationJson.Body(Encoding.UTF8.GetBytes(json));
        Assert.True(result.IsSuccess, result.Error);
        Assert.Equal(example, Encoding.UTF8.GetString(result.Example.Span));
        Assert.Equal(rules, string.Join(' ', result.Rules.Select(r => $"{r.Key} {string.Join(',', r.Value.Rules.Select(Text))}")));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Generators_are_taken_where_a_matcher_is()
    {
        var result = IntegrationJson.Body(Encoding.UTF8.GetBytes(
            """{"a":{"pact:matcher:type":"integer","pact:generator:type":"RandomInt","min":1,"max":5,"value":101},"b":[{"pact:matcher:type":"matching(date, 'yyyy', '2024')","value":"2024"}],"c":{"pact:matcher:type":"type","pact:generator:type":"ProviderState","expression":"${id}","value":1}}"""));
        Assert.Equal(
            [new("$.a", new RandomIntGenerator(1, 5)), new("$.b[0]", new DateGenerator("yyyy")), new("$.c", new ProviderStateGenerator("${id}"))],
            result.Generators);
    }

    [Fact]
    public void Generators_inside_a_variant_belong_to_the_variant()
    {
        var result = IntegrationJson.Body(Encoding.UTF8.GetBytes(
            """{"pact:matcher:type":"arrayContains","variants":[{"id":{"pact:matcher:type":"type","pact:generator:type":"Uuid","value":"x"}}]}"""));
        Assert.Empty(result.Generators);
        var rule = Assert.IsType<ArrayContainsRule>(Assert.Single(result.Rules["$"].Rules));
        Assert.Equal(new UuidGenerator(), rule.Variants[0].Generators["$.id"]);
    }

    [Theory]
    [InlineData("""{"a":{"pact:matcher:type":7}}""", "$.a['pact:matcher:type']: expected the name of a rule, a list of rules or an expression but found a number")]
    [InlineData("""{"a":[{"pact:matcher:type":"matching(regex)"}]}""", "$.a[0]['pact:matcher:type']: The matching expression")]
    [InlineData("""{"pact:matcher:type":[{"match":"type"}]}""", "expected an object with \"pact:matcher:type\"")]
    [InlineData("""{"a":""", "The body is not JSON: line 1, column 6")]
    public void What_makes_no_sense_is_an_error_with_its_place(string json, string expected) =>
        Assert.Contains(expected, IntegrationJson.Body(Encoding.UTF8.GetBytes(json)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":{"pact:matcher:type":"fish","value":1}}""", "$.a['pact:matcher:type']: there is no rule \"fish\"")]
    [InlineData("""{"a":{"pact:matcher:type":"regex","value":"x"}}""", "$.a: the rule \"regex\" needs a pattern in \"regex\"")]
    [InlineData("""{"a":{"pact:matcher:type":"include"}}""", "needs a text in \"value\"")]
    [InlineData("""{"a":{"pact:matcher:type":"min","value":[]}}""", "needs a number in \"min\"")]
    [InlineData("""{"a":{"pact:matcher:type":"arrayContains","variants":{}}}""", "needs a list of examples in \"variants\"")]
    [InlineData("""{"a":{"pact:matcher:type":"statusCode","status":"fine"}}""", "needs in \"status\" a list of numbers or one of info, success")]
    [InlineData("""{"a":{"pact:matcher:type":"eachKey","rules":"type"}}""", "$.a: the rule \"eachKey\" needs a list of rules in \"rules\"")]
    [InlineData("""{"a":{"pact:matcher:type":"eachKey","rules":[{}]}}""", "$.a.rules[0]: expected a rule, such as")]
    [InlineData("""{"a":{"pact:matcher:type":"eachValue","rules":[{"pact:matcher:type":"fish"}]}}""", "$.a.rules[0]['pact:matcher:type']: there is no rule \"fish\"")]
    [InlineData("""{"a":{"pact:matcher:type":[{"pact:matcher:type":"type"},{"pact:matcher:type":"fish"}],"value":1}}""", "$.a['pact:matcher:type'][1]['pact:matcher:type']: there is no rule")]
    [InlineData("""{"a":{"pact:matcher:type":"matching($'b')","value":1}}""", "only plugins know references")]
    public void A_rule_that_could_never_be_applied_is_an_error_with_its_place(string json, string expected) =>
        Assert.Contains(expected, IntegrationJson.Body(Encoding.UTF8.GetBytes(json)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":{"pact:matcher:type":"type","value":{"pact:matcher:type":"regex","regex":"x","value":"x"}}}""", """{"match":"regex","regex":"x"},{"match":"type"}""")]
    [InlineData("""{"a":{"pact:matcher:type":"type","value":1},"a":{"pact:matcher:type":"integer","value":1}}""", """{"match":"integer"}""")]
    [InlineData("""{"a":{"pact:matcher:type":"eachValue","rules":[{"pact:matcher:type":"matching(regex, 'x', 'x')"},{"match":"type"}],"value":[]}}""",
        """{"match":"eachValue","rules":[{"match":"regex","regex":"x"},{"match":"type"}]}""")]
    [InlineData("""{"a":{"pact:matcher:type":"regex","regex":1,"value":1}}""", """{"match":"regex","regex":"1"}""")]
    public void Rules_stand_in_their_order(string json, string rules) =>
        Assert.Equal(rules, string.Join(',', IntegrationJson.Body(Encoding.UTF8.GetBytes(json)).Rules["$.a"].Rules.Select(Text)));

    [Theory]
    [InlineData("""{"a":{"pact:matcher:type":"type","pact:generator:type":"Fish","value":1}}""")]
    [InlineData("""{"a":{"pact:matcher:type":"type","pact:generator:type":"Regex","value":1}}""")]
    public void A_generator_that_could_not_run_is_left_out_with_a_warning(string json)
    {
        var result = IntegrationJson.Body(Encoding.UTF8.GetBytes(json));
        Assert.Empty(result.Generators);
        Assert.Contains("$.a: the generator", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plain/{id}", "/plain/{id}", null)]
    [InlineData("{not json", "{not json", null)]
    [InlineData("""{"a":1}""", """{"a":1}""", null)]
    [InlineData("""{"pact:matcher:type":"regex","regex":"\\d+","value":"12"}""", "12", """{"match":"regex","regex":"\\d+"}""")]
    [InlineData(""" {"pact:matcher:type":"type","value":["a","b"]}""", "a|b", """{"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"type","value":"é \"x\" \\ \n"}""", "é \"x\" \\ \n", """{"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"type","value":""}""", "", """{"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"integer","value":100}""", "100", """{"match":"integer"}""")]
    [InlineData("""{"pact:matcher:type":"statusCode","status":"success","value":200}""", "200", """{"match":"statusCode","status":"success"}""")]
    [InlineData("""{"pact:matcher:type":"null"}""", "", """{"match":"null"}""")]
    [InlineData("""{"pact:matcher:type":"type","value":{"pact:matcher:type":"regex","regex":"x","value":"x"}}""", "x", """{"match":"regex","regex":"x"},{"match":"type"}""")]
    [InlineData("""{"pact:matcher:type":"type","value":[{"pact:matcher:type":"regex","regex":"x","value":"x"}]}""", "x", """{"match":"type"},{"match":"regex","regex":"x"}""")]
    public void A_text_is_a_matcher_or_stands_for_itself(string text, string values, string? rules)
    {
        var value = IntegrationJson.Value(text);
        Assert.True(value.IsSuccess, value.Error);
        Assert.Equal(values, string.Join('|', value.Values));
        Assert.Equal(rules, value.Rules is null ? null : string.Join(',', value.Rules.Rules.Select(Text)));
    }

    [Fact]
    public void A_text_may_carry_a_generator() =>
        Assert.Equal(
            new ProviderStateGenerator("/users/${id}"),
            IntegrationJson.Value("""{"pact:matcher:type":"type","pact:generator:type":"ProviderState","expression":"/users/${id}","value":"/users/1"}""").Generator);

    private static string Text(MatchingRule rule) => Encoding.UTF8.GetString(JsonPrinter.CompactBytes(RuleWriter.Write(rule)));
}

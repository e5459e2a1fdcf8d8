using System.Text;
using PactKit.Model;
using PactKit.Model.Expressions;
using PactKit.Model.Json;
using PactKit.Model.Writing;

namespace PactKit.Tests.Model.Expressions;

public sealed class MatchingExpressionTests
{
    [Theory]
    [InlineData("matching(type, 'Name')", """{"match":"type"}""", "\"Name\"")]
    [InlineData("matching(equalTo,100)", """{"match":"equality"}""", "100")]
    [InlineData("  matching ( number , 10.5 )  ", """{"match":"number"}""", "10.5")]
    [InlineData("matching(integer, -5)", """{"match":"integer"}""", "-5")]
    [InlineData("matching(decimal, 5)", """{"match":"decimal"}""", "5")]
    [InlineData("matching(boolean, true)", """{"match":"boolean"}""", "true")]
    [InlineData("matching(semver, '1.0.0')", """{"match":"semver"}""", "\"1.0.0\"")]
    [InlineData("matching(regex, '\\w+', 'abc')", """{"match":"regex","regex":"\\w+"}""", "\"abc\"")]
    [InlineData("matching(regex, '\\\\w+', 'abc')", """{"match":"regex","regex":"\\w+"}""", "\"abc\"")]
    [InlineData("matching(regex, 'it\\'s\\t\\u0041\\u{1F600}', 'x')", "{\"match\":\"regex\",\"regex\":\"it's\\tA\ud83d\ude00\"}", "\"x\"")]
    [InlineData("matching(type, 'it\\'s')", """{"match":"type"}""", """
        "it\\'s"
        """)]
    [InlineData("matching(include, 'part')", """{"match":"include","value":"part"}""", "\"part\"")]
    [InlineData("matching(contentType, 'application/xml', '<a/>')", """{"match":"contentType","value":"application/xml"}""", "\"<a/>\"")]
    [InlineData("matching(type, null)", """{"match":"type"}""", "\"\"")]
    [InlineData("notEmpty('x')", """{"match":"notEmpty"}""", "\"x\"")]
    [InlineData("atLeast(2), atMost(5)", """{"match":"type","min":2},{"match":"type","max":5}""", null)]
    [InlineData("notEmpty('a'), matching(regex, 'x', 'b')", """{"match":"notEmpty"},{"match":"regex","regex":"x"}""", "\"a\"")]
    [InlineData("eachKey(matching(regex, 'x', 'k'))", """{"match":"eachKey","rules":[{"match":"regex","regex":"x"}],"value":"k"}""", "\"k\"")]
    [InlineData("eachValue(matching(type, 1))", """{"match":"eachValue","rules":[{"match":"type"}],"value":"1"}""", "1")]
    [InlineData("eachValue(matching(type, null))", """{"match":"eachValue","rules":[{"match":"type"}]}""", "\"\"")]
    [InlineData("eachKey(eachKey(notEmpty('x')))", """{"match":"eachKey","rules":[{"match":"eachKey","rules":[{"match":"notEmpty"}],"value":"x"}]}""", "\"x\"")]
    [InlineData("matching(semver, '1.0.0-beta.1+5')", """{"match":"semver"}""", "\"1.0.0-beta.1+5\"")]
    [InlineData("matching(regex, '\\uD83D', 'x')", """{"match":"regex","regex":"\\uD83D"}""", "\"x\"")]
    [InlineData("matching(include, 'a\\tb')", """{"match":"include","value":"a\tb"}""", "\"a\\tb\"")]
    [InlineData("eachValue(matching($'items'))", """{"match":"eachValue","rules":[]}""", null)]
    [InlineData("arrayContains(matching(type, 'a'), matching(integer, 1))",
        """{"match":"arrayContains","variants":[{"index":0,"rules":{"$":{"combine":"AND","matchers":[{"match":"type"}]}}},{"index":1,"rules":{"$":{"combine":"AND","matchers":[{"match":"integer"}]}}}]}""", null)]
    public void An_expression_gives_rules_and_an_example(string text, string rules, string? example)
    {
        Assert.True(MatchingExpression.IsExpression(text));
        Assert.True(MatchingExpression.TryParse(text, out var definition, out var error), error);
        Assert.Equal(rules, string.Join(',', definition.Rules.Select(r => Encoding.UTF8.GetString(JsonPrinter.CompactBytes(RuleWriter.Write(r))))));
        Assert.Equal(example, definition.Example is { } json ? JsonPrinter.Compact(json) : null);
    }

    public static TheoryData<string, Generator> Generators => new()
    {
        { "matching(date, 'yyyy-MM-dd', '2024-01-01')", new DateGenerator("yyyy-MM-dd") },
        { "matching(time, 'HH:mm', '10:00')", new TimeGenerator("HH:mm") },
        { "matching(datetime, 'yyyy', '2024'), matching(date, 'MM', '01')", new DateTimeGenerator("yyyy") },
        { "matching(type, fromProviderState('${id}', 100))", new ProviderStateGenerator("${id}", "INTEGER") },
        { "matching(type, fromProviderState('id', 'x'))", new ProviderStateGenerator("id", "STRING") },
        { "matching(decimal, fromProviderState('id', 1.5))", new ProviderStateGenerator("id", "DECIMAL") },
        { "notEmpty(fromProviderState('id', true))", new ProviderStateGenerator("id", "BOOLEAN") },
    };

    [Theory]
    [MemberData(nameof(Generators))]
    public void An_expression_may_give_a_generator(string text, Generator expected)
    {
        Assert.True(MatchingExpression.TryParse(text, out var definition, out var error), error);
        Assert.Equal(expected, definition.Generator);
    }

    [Fact]
    public void A_reference_is_named()
    {
        Assert.True(MatchingExpression.TryParse("eachValue(matching($'items'))", out var definition, out _));
        Assert.Equal(["items"], definition.References);
    }

    [Theory]
    [InlineData("", "expected matching, notEmpty, eachKey", 1)]
    [InlineData("match(type, 'x')", "expected matching, notEmpty, eachKey", 1)]
    [InlineData("matching", "expected '('", 9)]
    [InlineData("matching(fish, 'x')", "expected the type of matcher: equalTo", 10)]
    [InlineData("matching()", "expected the type of matcher: equalTo", 10)]
    [InlineData("matching(type 'x')", "expected ','", 15)]
    [InlineData("matching(type, x)", "expected a text in single quotes, a number, true, false or null", 16)]
    [InlineData("matching(type, 'x'", "expected ')'", 19)]
    [InlineData("matching(type, 'x", "expected a text with a closing quote", 16)]
    [InlineData("matching(type, 'x\\", "expected a text with a closing quote", 16)]
    [InlineData("matching(type, 'x') y", "expected ',' or the end of the expression", 21)]
    [InlineData("matching(type, 'x'),", "expected matching, notEmpty, eachKey", 21)]
    [InlineData("matching(integer, 1.5)", "expected an integer", 19)]
    [InlineData("matching(number, '5')", "expected a number", 18)]
    [InlineData("matching(number, 1e3)", "expected ')'", 19)]
    [InlineData("matching(number, -)", "expected a number", 18)]
    [InlineData("matching(semver, 'v1')", "expected a semantic version", 18)]
    [InlineData("matching(regex, 5, 'x')", "expected a text in single quotes", 17)]
    [InlineData("matching(semver, '1.0.0-01')", "expected a semantic version", 18)]
    [InlineData("matching(regex, 'x', 5)", "expected a text in single quotes", 22)]
    [InlineData("matching(date, 'yyyy', null)", "expected a text in single quotes", 24)]
    [InlineData("matching(regex, 'a\\u00', 'x')", "expected four hexadecimal digits", 19)]
    [InlineData("matching(regex, '\\u{zz}', 'x')", "expected four hexadecimal digits", 18)]
    [InlineData("atLeast('x')", "expected a number of items", 9)]
    [InlineData("atLeast(-1)", "expected a number of items", 9)]
    [InlineData("Matching(type, 'x')", "expected matching, notEmpty, eachKey", 1)]
    public void A_bad_expression_says_what_was_expected_and_where(string text, string expected, int position)
    {
        Assert.False(MatchingExpression.TryParse(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.EndsWith($"at character {position}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_is_not_nested_without_end()
    {
        Assert.False(MatchingExpression.TryParse(string.Concat(Enumerable.Repeat("eachKey(", 5000)), out _, out var error));
        Assert.Contains("nested less than 32 levels", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notEmpty", false)]
    [InlineData("eachKey", false)]
    [InlineData("type", false)]
    [InlineData("matching (type, 'x')", true)]
    public void A_plain_name_is_no_expression(string text, bool expected) => Assert.Equal(expected, MatchingExpression.IsExpression(text));
}

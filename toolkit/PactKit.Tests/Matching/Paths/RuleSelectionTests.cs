using PactKit.Matching;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Tests.Matching.Paths;

public sealed class RuleSelectionTests
{
    [Theory]
    [InlineData("$", 2)]
    [InlineData("$.a", 8)]
    [InlineData("$.*", 4)]
    [InlineData("$.a.b", 24)]
    [InlineData("$.a.*", 12)]
    [InlineData("$.*.*", 6)]
    [InlineData("$.a.*.c", 32)]
    [InlineData("$.a[0]", 24)]
    [InlineData("$.a[*]", 12)]
    public void The_weight_is_the_product_of_the_tokens_times_their_number(string expression, double weight)
    {
        Assert.True(PathExpression.TryParse(expression, out var path, out _));
        Assert.Equal(weight, RuleExpressions.Weight(path.Tokens));
    }

    [Theory]
    [InlineData("$.a.b", "$.a.b", "$.a.b|$.a.*")]
    [InlineData("$.a.b", "$.a", "$.a|$.*.*")]
    [InlineData("$.a.b.c", "$.a.*.c", "$.a.*.c|$.a.b")]
    [InlineData("$.a.b.c", "$.a.b", "$.a.b|$.a.*")]
    [InlineData("$.a.b", "$.a.*", "$.*.b|$.a.*")]
    [InlineData("$.a.b", "$.a.*", "$.a.*|$.*.b")]
    [InlineData("$.a.b", null, "$.a.c|$.b|$.a.b.c|$.a[0]")]
    [InlineData("$.a.5", "$.a[*]", "$.a[*]")]
    [InlineData("$.a.5", "$.a[5]", "$.a[*]|$.a[5]|$")]
    [InlineData("$[3]", "$.3", "$.3|$[*]")]
    [InlineData("$[3]", "$[*]", "$[*]|$[4]")]
    [InlineData("$['a.b']", "$['a.b']", "$['a.b']|$.a.b")]
    public void The_weightiest_expression_that_leads_here_wins(string location, string? winner, string expressions) =>
        Assert.Equal(winner, At(location, expressions).Selected?.Text);

    [Theory]
    [InlineData("$.a", "$.a", false)]
    [InlineData("$.a.b", "$.a", true)]
    [InlineData("$.a.b.c", "$", true)]
    [InlineData("$.a.b", "$.a|$.*.*", true)]
    public void A_rule_from_above_is_inherited(string location, string expressions, bool cascaded) =>
        Assert.Equal(cascaded, At(location, expressions).IsCascaded);

    private static RuleCursor At(string location, string expressions)
    {
        var rules = expressions.Split('|').ToDictionary(e => e, _ => RuleList.Of(new TypeRule()));
        var cursor = RuleExpressions.Compile(rules, MatchingOptions.Default, []);
        Assert.True(PathExpression.TryParse(location, out var path, out _));
        foreach (var token in path.Tokens.Skip(1)) cursor = token.Kind == PathTokenKind.Index ? cursor.Item(token.Index) : cursor.Field(token.Name);
        return cursor;
    }
}

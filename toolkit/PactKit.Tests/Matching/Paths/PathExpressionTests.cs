using PactKit.Matching.Paths;

namespace PactKit.Tests.Matching.Paths;

public sealed class PathExpressionTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.a.b", "$.a.b")]
    [InlineData("$['a']['b c']", "$.a['b c']")]
    [InlineData("$.a[0][*].*", "$.a[0][*].*")]
    [InlineData("$.a-b", "$['a-b']")]
    [InlineData("$.#text", "$['#text']")]
    [InlineData("$.@id", "$['@id']")]
    [InlineData("$['a.b']", "$['a.b']")]
    [InlineData("$['9']", "$['9']")]
    [InlineData("$.über", "$['über']")]
    [InlineData("$['urn:x:a']", "$['urn:x:a']")]
    [InlineData("$['it\\'s']", "$['it\\'s']")]
    [InlineData("a", "a")]
    [InlineData("a.b[1]", "a.b[1]")]
    [InlineData("X-Header", "X-Header")]
    public void An_expression_has_a_normal_form(string text, string normalForm)
    {
        Assert.True(PathExpression.TryParse(text, out var expression, out _));
        Assert.Equal(normalForm, expression.ToString());
        Assert.True(PathExpression.TryParse(expression.ToString(), out var again, out _));
        Assert.Equal(expression.Tokens, again.Tokens);
    }

    [Fact]
    public void Every_kind_of_token_is_told_apart()
    {
        Assert.True(PathExpression.TryParse("$.a['*'][7].*[*]", out var expression, out _));
        Assert.Equal(
            [
                new PathToken(PathTokenKind.Root),
                new PathToken(PathTokenKind.Field, "a"),
                new PathToken(PathTokenKind.Field, "*"),
                new PathToken(PathTokenKind.Index, Index: 7),
                new PathToken(PathTokenKind.Star),
                new PathToken(PathTokenKind.StarIndex),
            ],
            expression.Tokens);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("$a", "expected '.' or '[' at character 2")]
    [InlineData("$.", "expected a name or '*' after '.' at character 3")]
    [InlineData("$.a b", "expected '.' or '[' at character 4")]
    [InlineData("$..a", "expected a name or '*' after '.' at character 3")]
    [InlineData("$[", "expected an index, '*' or a quoted name after '[' at character 3")]
    [InlineData("$[a]", "expected an index, '*' or a quoted name after '[' at character 3")]
    [InlineData("$[1", "expected ']' at character 4")]
    [InlineData("$[*", "expected ']' at character 4")]
    [InlineData("$['a", "expected a closing quote at character 5")]
    [InlineData("$['a'", "expected ']' at character 6")]
    [InlineData("$['']", "expected a name between the quotes at character 4")]
    [InlineData("$[99999999999]", "expected an index below 2147483648 at character 3")]
    [InlineData(".a", "expected '$' or a name at character 1")]
    [InlineData("$.\ud800", "expected a name or '*' after '.' at character 3")]
    public void An_invalid_expression_says_what_was_expected_and_where(string text, string message)
    {
        Assert.False(PathExpression.TryParse(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("_x9")]
    [InlineData("9x")]
    [InlineData("with blank")]
    [InlineData("it's")]
    [InlineData("ends with '")]
    [InlineData("'")]
    [InlineData("back\\slash")]
    [InlineData("ends with \\")]
    [InlineData("a'].b")]
    [InlineData("日本語")]
    [InlineData("\ud83d\ude00")]
    public void A_field_appended_to_a_path_is_read_back_as_that_field(string name)
    {
        var text = PathExpression.AppendField("$.a", name);
        Assert.True(PathExpression.TryParse(text, out var expression, out var error), error);
        Assert.Equal(new PathToken(PathTokenKind.Field, name), Assert.Single(expression.Tokens.Skip(2)));
    }

    [Fact]
    public void An_index_is_appended_in_brackets() => Assert.Equal("$.a[12]", PathExpression.AppendIndex("$.a", 12));
}

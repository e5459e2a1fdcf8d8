using static PactKit.Tests.Matching.Comparing;

namespace PactKit.Tests.Matching.Bodies;

public sealed class FormBodyTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    // a rule for one of the values decides about that one alone
    [InlineData("a=1&a=2", "a=7&a=2", "$.a[0]", """{"match":"integer"}""", true)]
    [InlineData("a=1&a=2", "a=7&a=8", "$.a[0]", """{"match":"integer"}""", false)]
    [InlineData("a=1", "a=1", "$.a[0]", """{"match":"boolean"}""", false)]
    [InlineData("a=1&a=2", "a=7&a=8", "$.a[*]", """{"match":"integer"}""", true)]
    [InlineData("a=1", "a=7&a=8", "$.a[*]", """{"match":"integer"}""", false)]
    // sizes do not count below the place they were written for, nor do rules about what is inside
    [InlineData("a=1", "a=1", "$", """{"match":"type","min":2}""", true)]
    [InlineData("a=1", "a=1", "$.a", """{"match":"type","min":2}""", false)]
    [InlineData("a=1", "a=x", "$", """{"match":"eachValue","rules":[{"match":"integer"}]}""", true)]
    [InlineData("a=1", "a=x", "$.a", """{"match":"eachValue","rules":[{"match":"integer"}]}""", false)]
    public void A_rule_decides_at_its_place_in_a_form(string expected, string actual, string path, string rule, bool matches) =>
        Assert.Equal(matches, InRequests(Form, expected, actual, At(path, rule)).Count == 0);

    [Fact]
    public void A_rule_of_one_value_outweighs_the_rule_of_all()
    {
        const string Rules = """{"$.a":{"matchers":[{"match":"integer"}]},"$.a[0]":{"matchers":[{"match":"include","value":"x"}]}}""";
        Assert.Empty(InRequests(Form, "a=x&a=1", "a=xy&a=2&a=3", Rules));
        Assert.Equal(["Expected '5' to include 'x'"], InRequests(Form, "a=x&a=1", "a=5&a=2", Rules).Texts());
    }
}

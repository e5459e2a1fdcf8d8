namespace PactKit.Tests.Matching.Rules;

public sealed class BrokenRuleTests
{
    [Theory]
    [InlineData("""{"match":"regex"}""", "The matching rule 'regex' cannot be applied: it needs a pattern in \"regex\"")]
    [InlineData("""{"match":"min"}""", "The matching rule 'min' cannot be applied: it needs a number in \"min\"")]
    [InlineData("""{"max":"x"}""", "The matching rule 'max' cannot be applied: it needs a number in \"max\"")]
    [InlineData("""{"match":"include"}""", "The matching rule 'include' cannot be applied: it needs a text in \"value\"")]
    [InlineData("""{"match":"contentType"}""", "The matching rule 'contentType' cannot be applied: it needs a text in \"value\"")]
    [InlineData("""{"match":"arrayContains"}""", "The matching rule 'arrayContains' cannot be applied: it needs a list of examples in \"variants\"")]
    [InlineData("""{"match":"statusCode","status":"bogus"}""", "The matching rule 'statusCode' cannot be applied: it needs in \"status\" a list of numbers or one of info, success, redirect, clientError, serverError, nonError, error")]
    [InlineData("""{"match":"eachKey","rules":"type"}""", "The matching rule 'eachKey' cannot be applied: it needs a list of rules in \"rules\"")]
    [InlineData("""{"foo":1}""", "A matching rule here cannot be applied: nothing says what it matches by: expected an object with \"match\"")]
    [InlineData("\"type\"", "A matching rule here cannot be applied: nothing says what it matches by: expected an object with \"match\"")]
    [InlineData("""{"match":"mystery"}""", "The matching rule 'mystery' is not known, so nothing matches it")]
    public void A_rule_that_lacks_what_it_needs_fails_and_says_so(string rule, string sentence)
    {
        foreach (var (expected, body) in new[] { ("1", "1"), ("[1]", "[1]"), ("""{"a":1}""", """{"a":1}""") })
        {
            var mismatches = Comparing.JsonResponse($$"""{"v":{{expected}}}""", $$"""{"v":{{body}}}""", Comparing.At("$.v", rule));
            Assert.Contains(sentence, mismatches.Texts());
        }
    }

    [Fact]
    public void A_broken_rule_over_an_empty_example_fails_as_well() =>
        Assert.NotEmpty(Comparing.JsonResponse("""{"v":[]}""", """{"v":[]}""", Comparing.At("$.v", """{"match":"regex"}""")));
}

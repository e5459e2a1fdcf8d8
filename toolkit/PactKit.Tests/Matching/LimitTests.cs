using System.Diagnostics;
using PactKit.Matching;
using PactKit.Model;
using static PactKit.Tests.Matching.Comparing;

namespace PactKit.Tests.Matching;

public sealed class LimitTests
{
    [Fact]
    public void JSON_nested_ten_thousand_deep_is_a_mismatch_that_names_the_limit()
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        var mismatch = Assert.Single(Json("[]", deep));
        Assert.Contains("nested deeper than 512 levels", mismatch.Description, StringComparison.Ordinal);
        Assert.Single(Json(deep, deep));
    }

    [Fact]
    public void A_limit_beyond_the_stack_is_a_mismatch_too()
    {
        var deep = new string('[', 20_000) + new string(']', 20_000);
        var options = new MatchingOptions { MaxDepth = 1_000_000 };
        var request = new Request { Body = Body("application/json", deep) };
        IReadOnlyList<Mismatch> mismatches = [];
        var thread = new Thread(() => mismatches = new RequestMatcher(request, options).Match(request), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains(mismatches, m => m.Description.Contains("nested too deeply", StringComparison.Ordinal));
    }

    [Fact]
    public void XML_nested_too_deep_is_a_mismatch()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        Assert.Contains("nested deeper than 512 levels", Assert.Single(InRequests("application/xml", "<a/>", deep)).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(a+)+b")]
    // A back-reference, which the engine that works in linear time does not have.
    [InlineData(@"(a+)+\\1b")]
    public void A_regular_expression_that_runs_away_is_stopped(string pattern)
    {
        var expected = new Request { Body = Body("application/json", "\"a\""), MatchingRules = RulesOf($$"""{"body":{"$":{"matchers":[{"match":"regex","regex":"{{pattern}}"}]} } }""") };
        var watch = Stopwatch.StartNew();
        var mismatches = new RequestMatcher(expected, new MatchingOptions { RegexTimeout = TimeSpan.FromMilliseconds(100) })
            .Match(new Request { Body = Body("application/json", $"\"{new string('a', 60)}!\"") });
        Assert.Single(mismatches);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_regular_expression_that_is_none_is_a_mismatch_that_says_so()
    {
        var mismatch = Assert.Single(Json("\"a\"", "\"a\"", At("$", """{"match":"regex","regex":"(a"}""")));
        Assert.StartsWith("'(a' is not a valid regular expression: Invalid pattern '(a' at offset 2.", mismatch.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_at_a_path_that_cannot_be_read_refuses_every_body_and_says_so()
    {
        var matcher = new RequestMatcher(new Request { Body = Body("application/json", "1"), MatchingRules = RulesOf(At("$.a[", """{"match":"type"}""").Insert(0, "{\"body\":") + "}") });
        var mismatch = Assert.Single(matcher.Match(new Request { Body = Body("application/json", "1") }));
        Assert.StartsWith("The path expression \"$.a[\" is not valid: expected", mismatch.Description, StringComparison.Ordinal);
        Assert.EndsWith("correct the path in the pact", mismatch.Description, StringComparison.Ordinal);
        Assert.Single(matcher.Match(new Request()), one => one.Description == mismatch.Description);
    }
}

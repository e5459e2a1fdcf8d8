using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Matching.Parts;

public sealed class RequestPartTests
{
    [Theory]
    [InlineData("get", "GET", true)]
    [InlineData("GET", "POST", false)]
    public void Methods_are_equal_in_any_case(string expected, string actual, bool matches) =>
        Assert.Equal(matches, Match(new Request { Method = expected }, new Request { Method = actual }).Count == 0);

    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/A", false)]
    [InlineData("/A", "/%41", false)]
    [InlineData("/a", "/a/", false)]
    [InlineData("/a/\\d", "/a/1", false)]
    public void Paths_are_equal_as_they_are_spelled(string expected, string actual, bool matches) =>
        Assert.Equal(matches, Match(new Request { Path = expected }, new Request { Path = actual }).Count == 0);

    [Fact]
    public void A_rule_on_the_path_replaces_equality()
    {
        var expected = new Request { Path = "/a/1", MatchingRules = Comparing.RulesOf("""{"path":{"matchers":[{"match":"regex","regex":"\\/a\\/\\d+"}]}}""") };
        Assert.Empty(Match(expected, new Request { Path = "/a/22" }));
        Assert.Equal([@"Expected '/a/x' to match '\/a\/\d+'"], Match(expected, new Request { Path = "/a/x" }).Texts());
    }

    public static TheoryData<string, string, string[]> Queries() => new()
    {
        { "a=1&b=2", "b=2&a=1", [] },
        { "", "", [] },
        { "", "a=1", ["Unexpected query parameter 'a' received"] },
        { "a=1", "", ["Expected query parameter 'a' but was missing"] },
        { "a=1", "A=1", ["Expected query parameter 'a' but was missing", "Unexpected query parameter 'A' received"] },
        { "a=1", "a=2", ["Expected query parameter 'a' with value '1' but was '2'"] },
        { "a=1&a=2", "a=1", ["Expected query parameter 'a' with 2 value(s) but received 1 value(s)"] },
        { "a=1&a=2", "a=2&a=1", ["Expected query parameter 'a' with value '1' but was '2'", "Expected query parameter 'a' with value '2' but was '1'"] },
        { "a", "a=", [] },
        { "a=x+y", "a=x%20y", [] },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Queries_are_compared_by_name(string expected, string actual, string[] sentences) =>
        Assert.Equal(sentences, Match(Query(expected), Query(actual)).Texts());

    [Theory]
    [InlineData("a=1", "a=2", """{"match":"regex","regex":"\\d"}""", true)]
    [InlineData("a=1", "a=2&a=3", """{"match":"regex","regex":"\\d"}""", true)]
    [InlineData("a=1&a=1", "a=2", """{"match":"regex","regex":"\\d"}""", true)]
    [InlineData("a=1", "a=2&a=x", """{"match":"regex","regex":"\\d"}""", false)]
    [InlineData("a=1", "a=1", """{"match":"type","min":2}""", false)]
    [InlineData("a=1", "a=1&a=2", """{"match":"type","min":2}""", true)]
    [InlineData("a=1", "a=1&a=2&a=3", """{"match":"type","max":2}""", false)]
    [InlineData("a=1", "a=x", """{"match":"eachValue","rules":[{"match":"regex","regex":"\\d"}]}""", false)]
    [InlineData("a=1", "a=5&a=6", """{"match":"eachValue","rules":[{"match":"regex","regex":"\\d"}]}""", true)]
    [InlineData("a=1", "a=5", """{"match":"mystery"}""", false)]
    [InlineData("a=1", "a=1", """{"match":"eachKey","rules":[{"match":"regex","regex":"\\d"}]}""", false)]
    [InlineData("a=1&a=2", "a=2&a=7&a=1", """{"match":"arrayContains","variants":[]}""", true)]
    [InlineData("a=1&a=2", "a=2", """{"match":"arrayContains","variants":[]}""", false)]
    public void A_rule_runs_over_the_list_of_values_and_each_value(string expected, string actual, string rule, bool matches)
    {
        var rules = Comparing.RulesOf($$"""{"query":{"a":{"matchers":[ {{rule}} ]} } }""");
        Assert.Equal(matches, Match(Query(expected) with { MatchingRules = rules }, Query(actual)).Count == 0);
    }

    [Fact]
    public void One_rule_of_an_OR_is_enough_for_a_variant_among_the_values()
    {
        const string Variant = """{"index":0,"rules":{"$":{"combine":"OR","matchers":[{"match":"integer"},{"match":"regex","regex":"[a-z]+"}]}}}""";
        var rules = Comparing.RulesOf($$"""{"query":{"a":{"matchers":[{"match":"arrayContains","variants":[{{Variant}}]}]} } }""");
        Assert.Empty(Match(Query("a=1") with { MatchingRules = rules }, Query("a=?&a=word")));
        Assert.Single(Match(Query("a=1") with { MatchingRules = rules }, Query("a=?")));
    }

    [Fact]
    public void A_rule_name_in_the_query_is_no_path()
    {
        var rules = Comparing.RulesOf("""{"query":{"ids[]":{"matchers":[{"match":"type"}]},"$.b":{"matchers":[{"match":"type"}]}}}""");
        Assert.Empty(Match(Query("ids[]=1") with { MatchingRules = rules }, Query("ids[]=7")));
        Assert.Single(Match(Query("b=1") with { MatchingRules = rules }, Query("b=2")));
    }

    [Theory]
    [InlineData("X-A", "1", "x-a", "1", true)]
    [InlineData("X-A", "1", "X-A", "2", false)]
    [InlineData("X-A", "abc", "X-A", "ABC", false)]
    [InlineData("X-A", "a,b", "X-A", "a, b", true)]
    [InlineData("X-A", "a, b", "X-A", "b, a", false)]
    [InlineData("X-A", "a  b", "X-A", "a b", false)]
    [InlineData("Accept", "a/b, c/d", "Accept", "a/b,c/d", true)]
    [InlineData("Accept", "a/b, c/d", "Accept", "c/d, a/b", false)]
    [InlineData("Accept", "a/b", "Accept", "a/b;q=0.5", true)]
    [InlineData("Accept", "a/b", "Accept", "A/b", false)]
    [InlineData("Accept", "a/b", "Accept", "a/b, c/d", false)]
    [InlineData("Content-Type", "application/json", "Content-Type", "Application/JSON", true)]
    [InlineData("Content-Type", "application/json", "Content-Type", "application/json; charset=utf-8", true)]
    [InlineData("Content-Type", "application/json;charset=UTF-8", "Content-Type", "application/json; Charset=utf-8", true)]
    [InlineData("Content-Type", "application/json;a=1;b=2", "Content-Type", "application/json;b=2;a=1", true)]
    [InlineData("Content-Type", "application/json;charset=UTF-8", "Content-Type", "application/json", false)]
    [InlineData("Content-Type", "x/y;charset=\"utf-8\"", "Content-Type", "x/y;charset=utf-8", false)]
    [InlineData("Content-Type", "x/y;p=\"a;b\"", "Content-Type", "x/y; p=\"a;b\"", true)]
    [InlineData("Content-Type", "x/y;p=\"a;b\"", "Content-Type", "x/y;p=\"a; b\"", false)]
    public void Headers_are_compared(string name, string value, string actualName, string actualValue, bool matches) =>
        Assert.Equal(matches, Match(Header(name, value), Header(actualName, actualValue)).Count == 0);

    [Fact]
    public void A_header_mismatch_says_what_is_wrong()
    {
        Assert.Equal(["Expected a header 'X-A' but was missing"], Match(Header("X-A", "1"), new Request()).Texts());
        Assert.Equal(
            ["Mismatch with header 'X-A': Expected header 'X-A' to have value '1' but was '2'"], Match(Header("X-A", "1"), Header("X-A", "2")).Texts());
        Assert.Equal(
            ["Mismatch with header 'Vary': Expected value 'B' at index 1 but was missing"], Match(Header("Vary", "A, B"), Header("Vary", "A")).Texts());
    }

    [Fact]
    public void A_header_rule_is_found_in_any_case_and_sees_every_value()
    {
        var expected = Header("X-A", "1") with { MatchingRules = Comparing.RulesOf("""{"header":{"x-a":{"matchers":[{"match":"regex","regex":"\\d+"}]}}}""") };
        Assert.Empty(Match(expected, Header("x-A", "55")));
        Assert.Empty(Match(expected, new Request { Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = ["1", "2"] } }));
        Assert.Single(Match(expected, new Request { Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = ["1", "b"] } }));
    }

    [Theory]
    [InlineData("""{"match":"type","min":2}""", true)]
    [InlineData("""{"match":"type","max":0}""", true)]
    [InlineData("""{"match":"values"}""", true)]
    [InlineData("""{"match":"eachKey","rules":[{"match":"type"}]}""", false)]
    [InlineData("""{"match":"eachValue","rules":[{"match":"type"}]}""", false)]
    [InlineData("""{"match":"arrayContains","variants":[]}""", false)]
    public void One_header_value_where_one_is_expected_is_no_list(string rule, bool matches)
    {
        var rules = Comparing.RulesOf($$"""{"header":{"X-A":{"matchers":[ {{rule}} ]} } }""");
        Assert.Equal(matches, Match(Header("X-A", "1") with { MatchingRules = rules }, Header("X-A", "1")).Count == 0);
    }

    [Theory]
    [InlineData(new[] { "a", "b" }, new[] { "a, b" }, true)]
    [InlineData(new[] { "a", "b" }, new[] { "a", "b" }, true)]
    [InlineData(new[] { "a", "b" }, new[] { "b, a" }, false)]
    [InlineData(new[] { "a", "b" }, new[] { "a, b, c" }, false)]
    [InlineData(new[] { "Sat, 03 Feb 2024", "Sun, 04 Feb 2024" }, new[] { "Sat, 03 Feb 2024", "Sun, 04 Feb 2024" }, true)]
    [InlineData(new[] { "Sat, 03 Feb 2024", "Sun, 04 Feb 2024" }, new[] { "Sat, 03 Feb 2024, Sun, 04 Feb 2024" }, true)]
    [InlineData(new[] { "Sat, 03 Feb 2024" }, new[] { "Sat, 03 Feb 2024" }, true)]
    public void Several_values_of_a_header_may_come_on_one_line(string[] expected, string[] lines, bool matches) =>
        Assert.Equal(matches, Match(Lines(expected), Lines(lines)).Count == 0);

    [Theory]
    [InlineData("a, b", true)]
    [InlineData("a, 2", false)]
    public void A_rule_sees_each_of_several_values_on_one_line(string line, bool matches)
    {
        var rules = Comparing.RulesOf("""{"header":{"X-A":{"matchers":[{"match":"type","min":2},{"match":"regex","regex":"[a-z]"}]}}}""");
        Assert.Equal(matches, Match(Lines(["x", "y"]) with { MatchingRules = rules }, Lines([line])).Count == 0);
    }

    [Theory]
    [InlineData("q=x&q=8", true)]
    [InlineData("q=x&q=X", false)]
    public void Of_alternative_rules_each_value_may_pass_another(string query, bool matches)
    {
        var rules = Comparing.RulesOf("""{"query":{"q":{"combine":"OR","matchers":[{"match":"regex","regex":"[a-z]"},{"match":"regex","regex":"\\d"}]}}}""");
        Assert.Equal(matches, Match(Query("q=a&q=1") with { MatchingRules = rules }, Query(query)).Count == 0);
    }

    [Theory]
    [InlineData("q=a&q=1", true)]
    [InlineData("q=a&q=2", false)]
    public void Under_an_eachValue_without_rules_values_equal_their_examples(string query, bool matches)
    {
        var rules = Comparing.RulesOf("""{"query":{"q":{"matchers":[{"match":"eachValue","rules":[]}]}}}""");
        Assert.Equal(matches, Match(Query("q=a&q=1") with { MatchingRules = rules }, Query(query)).Count == 0);
    }

    [Theory]
    [InlineData("date", "2024-02-03", "x")]
    [InlineData("time", "10:00:00", "10")]
    [InlineData("datetime", "2024-02-03T10:00:00Z", "2024-02-03")]
    public void An_empty_pattern_of_a_date_is_the_usual_one(string rule, string good, string bad)
    {
        Assert.Empty(Comparing.Text("x", good, $$"""{"match":"{{rule}}","format":""}"""));
        Assert.NotEmpty(Comparing.Text("x", bad, $$"""{"match":"{{rule}}","format":""}"""));
    }

    [Fact]
    public void Headers_nobody_expects_are_fine() => Assert.Empty(Match(new Request(), Header("X-A", "1")));

    private static IReadOnlyList<Mismatch> Match(Request expected, Request actual) => new RequestMatcher(expected).Match(actual);

    private static Request Query(string query) => new() { Query = QueryString.Parse(query) };

    private static Request Lines(string[] values) => new() { Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = values } };

    private static Request Header(string name, string line) =>
        new() { Headers = new Dictionary<string, IReadOnlyList<string>> { [name] = HeaderValues.Split(name, line) } };
}

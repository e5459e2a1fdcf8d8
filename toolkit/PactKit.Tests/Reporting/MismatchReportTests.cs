using System.Text;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Reporting;
using PactKit.Tests.Matching;

namespace PactKit.Tests.Reporting;

public sealed class MismatchReportTests
{
    [Fact]
    public void A_line_of_great_length_is_cut_and_says_how_long_it_is()
    {
        var shown = DiffLines.Surroundings([new DiffLine('-', "short"), new DiffLine('+', new string('x', 5000))]);
        Assert.Equal(["- short", $"+ {new string('x', 1000)}… (5000 characters)"], shown);
    }

    [Fact]
    public void Mismatches_are_grouped_by_part_and_the_body_is_shown_with_its_differences()
    {
        var expected = Json("""{"a":1,"b":{"c":"x","d":true},"e":[1,2],"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1}""");
        var actual = Json("""{"a":1,"b":{"c":"y","d":true},"e":[1,2],"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":2}""") with
        {
            Method = "PUT",
            Headers = new Dictionary<string, IReadOnlyList<string>>(),
        };
        Assert.Equal(
            """
            Method
              Expected method POST but received PUT
            Headers
              Expected a header 'X-A' but was missing
            Body
              $.b.c: Expected 'y' (String) to be equal to 'x' (String)
              $.l: Expected 2 (Integer) to be equal to 1 (Integer)
              (- expected, + actual)
                  {
                    "a": 1,
                    "b": {
                -     "c": "x",
                +     "c": "y",
                      "d": true
                    },
                    "e": [
                  …
                    "i": 1,
                    "j": 1,
                    "k": 1,
                -   "l": 1
                +   "l": 2
                  }

            """,
            MismatchReport.Of(new RequestMatcher(expected).Match(actual), expected, actual),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Missing_and_unexpected_keys_and_items_are_marked()
    {
        var (expected, actual) = (Json("""{"a":1,"list":[1,2],"gone":{"x":[]}}"""), Json("""{"a":1,"list":[1],"new":[{}]}"""));
        var lines = BodyDiff.Lines(expected.Body, ContentType.Json, actual.Body, ContentType.Json, new RequestMatcher(expected).Match(actual));
        Assert.Equal(["  {", "    \"a\": 1,", "    \"list\": [", "      1,", "-     2", "    ],", "-   \"gone\": {", "-     \"x\": []", "-   },", "+   \"new\": [", "+     {}", "+   ]", "  }"], lines);
    }

    [Fact]
    public void What_a_rule_allows_to_differ_is_not_marked()
    {
        var expected = Json("""{"a":1,"b":"x","list":[{"n":1}]}""") with { MatchingRules = Comparing.RulesOf("""{"body":{"$.a":{"matchers":[{"match":"type"}]},"$.list":{"matchers":[{"match":"type","min":1}]}}}""") };
        var actual = Json("""{"a":2,"b":"y","list":[{"n":5},{"n":6}]}""");
        var lines = BodyDiff.Lines(expected.Body, ContentType.Json, actual.Body, ContentType.Json, new RequestMatcher(expected).Match(actual));
        Assert.Equal(["-   \"b\": \"x\",", "+   \"b\": \"y\","], lines.Where(l => l[0] is '-' or '+'));
    }

    [Fact]
    public void Text_is_compared_line_by_line()
    {
        var lines = BodyDiff.Lines(Text("a\nb\nc"), Plain, Text("a\nx\nc"), Plain, [new BodyMismatch("$", null, null) { Description = "" }]);
        Assert.Equal(["  a", "- b", "+ x", "  c"], lines);
    }

    [Fact]
    public void An_unexpected_request_is_told_the_nearest_expectation()
    {
        var picker = new InteractionPicker([Interaction("a list of users", "/users"), Interaction("one user", "/users/1"), Interaction("orders", "/orders")]);
        var asked = new Request { Path = "/user/1" };
        Assert.Equal(
            """
            You asked for GET /user/1; nothing expects that. The nearest expectation, "one user", is GET /users/1 and differs in:
            Path
              Expected '/user/1' to be equal to '/users/1'

            """,
            PickReport.Of(picker.Pick(asked), asked),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Without_any_expectation_that_is_what_is_said() =>
        Assert.Equal("You asked for GET /?a=1; no request is expected at all.\n", PickReport.Of(new InteractionPicker([]).Pick(Query()), Query()));

    [Fact]
    public void A_trace_tells_which_rule_decided_and_why()
    {
        var expected = Json("""{"a":{"b":1}}""") with { MatchingRules = Comparing.RulesOf("""{"body":{"$.a":{"matchers":[{"match":"type"}]},"$.*.*":{"matchers":[{"match":"integer"}]}}}""") };
        var trace = new MatchingTrace();
        Assert.Empty(new RequestMatcher(expected).Match(Json("""{"a":{"b":2}}"""), trace));
        var report = TraceReport.Of(trace);
        Assert.Contains("body $.a.b: type: $.a has the greatest weight of those that select this place (8), inherited from above, so sizes are not checked\n", report, StringComparison.Ordinal);
        Assert.Contains("header X-A: equality: no rule for it, so the values must be equal\n", report, StringComparison.Ordinal);
    }

    private static readonly ContentType Plain = new("text", "plain");

    private static Request Query() => new() { Query = new Dictionary<string, IReadOnlyList<string?>> { ["a"] = ["1"] } };

    private static Body Text(string text) => Body.Of(Encoding.UTF8.GetBytes(text), Plain);

    private static Request Json(string body) => new()
    {
        Method = "POST",
        Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = ["1"] },
        Body = Body.Of(Encoding.UTF8.GetBytes(body), ContentType.Json),
    };

    private static HttpInteraction Interaction(string description, string path) =>
        new() { Description = description, Request = new Request { Path = path }, Response = new Response() };
}

using System.Diagnostics;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Matching;

public sealed class InteractionPickerTests
{
    [Fact]
    public void A_request_as_expected_finds_its_interaction()
    {
        var picker = new InteractionPicker([Get("/a"), Get("/b")]);
        Assert.Equal(1, Assert.IsType<MatchedInteraction>(picker.Pick(Request("/b"))).Index);
    }

    [Fact]
    public void Of_two_identical_interactions_the_first_answers() =>
        Assert.Equal(0, Assert.IsType<MatchedInteraction>(new InteractionPicker([Get("/a"), Get("/a")]).Pick(Request("/a"))).Index);

    [Fact]
    public void Of_two_full_matches_the_one_that_says_more_answers()
    {
        var picker = new InteractionPicker([Get("/a"), Get("/a", header: "1")]);
        Assert.Equal(1, Assert.IsType<MatchedInteraction>(picker.Pick(Request("/a", header: "1"))).Index);
        Assert.Equal(0, Assert.IsType<MatchedInteraction>(picker.Pick(Request("/a"))).Index);
    }

    [Fact]
    public void A_full_match_wins_over_a_partial_one_with_more_in_common()
    {
        var rich = Get("/a", header: "1") with { Request = Request("/a", header: "1") with { Query = Query("x=1&y=2&z=3") } };
        var picker = new InteractionPicker([rich, Get("/a") with { Request = Request("/a") with { Query = Query("x=1&y=2&z=4") } }]);
        Assert.Equal(1, Assert.IsType<MatchedInteraction>(picker.Pick(Request("/a", header: "1") with { Query = Query("x=1&y=2&z=4") })).Index);
    }

    [Fact]
    public void A_mismatch_is_told_against_the_closest_interaction()
    {
        var picker = new InteractionPicker([Body("/a", """{"x":1,"y":1,"z":1}"""), Body("/a", """{"x":1,"y":2,"z":3}"""), Get("/b")]);
        var pick = Assert.IsType<MismatchedRequest>(picker.Pick(Body("/a", """{"x":1,"y":2,"z":4}""").Request));
        Assert.Equal((1, 1), (pick.Index, pick.Mismatches.Count));
    }

    [Fact]
    public void Of_two_that_are_as_close_the_earlier_is_told()
    {
        var few = Get("/a") with { Request = Request("/a") with { Headers = Headers("X") } };
        var many = Get("/a") with { Request = Request("/a") with { Headers = Headers("X", "Y", "Z") } };
        var actual = Request("/a") with { Headers = Headers("Z") };
        var (first, second) = (Assert.IsType<MismatchedRequest>(new InteractionPicker([few, many]).Pick(actual)), Assert.IsType<MismatchedRequest>(new InteractionPicker([many, few]).Pick(actual)));
        Assert.Equal((0, 0), (first.Index, second.Index));
    }

    [Fact]
    public void A_path_by_rule_is_found()
    {
        var expected = Get("/users/1") with { Request = Request("/users/1") with { MatchingRules = new MatchingRules { Path = RuleList.Of(new RegexRule(@"/users/\d+")) } } };
        var picker = new InteractionPicker([Get("/users/1/orders"), expected]);
        Assert.Equal(1, Assert.IsType<MatchedInteraction>(picker.Pick(Request("/users/77"))).Index);
    }

    [Theory]
    [InlineData("GET", "/users/x", 1)]
    [InlineData("GET", "/usrs/1", 1)]
    [InlineData("POST", "/users", 0)]
    [InlineData("GET", "/orders/1", 3)]
    public void An_unexpected_request_is_told_the_nearest(string method, string path, int nearest)
    {
        var picker = new InteractionPicker([Get("/users"), Get("/users/1"), Get("/orders"), Get("/orders/7")]);
        Assert.Equal(nearest, Assert.IsType<UnexpectedRequest>(picker.Pick(new Request { Method = method, Path = path })).Index);
    }

    [Fact]
    public void Without_interactions_nothing_is_near() =>
        Assert.Null(Assert.IsType<UnexpectedRequest>(new InteractionPicker([]).Pick(Request("/a"))).Nearest);

    [Fact]
    public void Methods_are_looked_up_in_any_case() =>
        Assert.IsType<MatchedInteraction>(new InteractionPicker([Get("/a")]).Pick(Request("/a") with { Method = "get" }));

    [Fact]
    public void Ten_thousand_interactions_are_found_in_linear_time()
    {
        var interactions = Enumerable.Range(0, 10_000).Select(i => Body($"/users/{i}", $$"""{"id":{{i}}}""")).ToList();
        var picker = new InteractionPicker(interactions);
        var watch = Stopwatch.StartNew();
        Assert.All(interactions, i => Assert.IsType<MatchedInteraction>(picker.Pick(i.Request)));
        // Comparing each with each would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static HttpInteraction Get(string path, string? header = null) =>
        new() { Description = path, Request = Request(path, header), Response = new Response() };

    private static HttpInteraction Body(string path, string json) =>
        Get(path) with { Request = new Request { Method = "POST", Path = path, Body = Comparing.Body("application/json", json) } };

    private static Request Request(string path, string? header = null) => header is null
        ? new Request { Path = path }
        : new Request { Path = path, Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = [header] } };

    private static IReadOnlyDictionary<string, IReadOnlyList<string?>> Query(string text) => QueryString.Parse(text);

    private static Dictionary<string, IReadOnlyList<string>> Headers(params string[] names) => names.ToDictionary(name => name, _ => (IReadOnlyList<string>)["1"]);
}

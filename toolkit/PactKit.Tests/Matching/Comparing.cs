using System.Text;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Matching;

/// <summary>Short ways to compare for tests. Rules are written as the value of a V3 file's <c>matchingRules.body</c>, or of the whole member.</summary>
internal static class Comparing
{
    /// <summary>JSON bodies of requests, where nothing unexpected may be.</summary>
    public static IReadOnlyList<Mismatch> Json(string expected, string actual, string bodyRules = "{}") =>
        InRequests("application/json", expected, actual, bodyRules);

    /// <summary>JSON bodies of responses, which may hold more than expected.</summary>
    public static IReadOnlyList<Mismatch> JsonResponse(string expected, string actual, string bodyRules = "{}") =>
        new ResponseMatcher(new Response { Body = Body("application/json", expected), MatchingRules = RulesOf($$"""{"body":{{bodyRules}} }""") })
            .Match(new Response { Body = Body("application/json", actual) });

    public static IReadOnlyList<Mismatch> InRequests(string contentType, string expected, string actual, string bodyRules = "{}") =>
        new RequestMatcher(new Request { Body = Body(contentType, expected), MatchingRules = RulesOf($$"""{"body":{{bodyRules}} }""") })
            .Match(new Request { Body = Body(contentType, actual) });

    public static IReadOnlyList<Mismatch> InResponses(string contentType, string expected, string actual, string bodyRules = "{}") =>
        new ResponseMatcher(new Response { Body = Body(contentType, expected), MatchingRules = RulesOf($$"""{"body":{{bodyRules}} }""") })
            .Match(new Response { Body = Body(contentType, actual) });

    /// <summary>One text by one rule, as a query value sees it.</summary>
    public static IReadOnlyList<Mismatch> Text(string expected, string actual, string rule) => new RequestMatcher(
        new Request { Query = Query(expected), MatchingRules = RulesOf($$"""{"query":{"q":{"matchers":[ {{rule}} ]} } }""") }).Match(new Request { Query = Query(actual) });

    public static Body Body(string contentType, string text) =>
        PactKit.Model.Body.Of(Encoding.UTF8.GetBytes(text), ContentType.TryParse(contentType, out var type) ? type : null);

    public static MatchingRules RulesOf(string json) => PactReader.ReadMatchingRules(Reading.Json(json));

    /// <summary>Rules for one path: <c>{"$.a":{"matchers":[…]}}</c>.</summary>
    public static string At(string path, params string[] rules) => $$"""{"{{path}}":{"matchers":[ {{string.Join(',', rules)}} ]} }""";

    public static IReadOnlyList<string> Texts(this IReadOnlyList<Mismatch> mismatches) => [.. mismatches.Select(m => m.Description)];

    private static Dictionary<string, IReadOnlyList<string?>> Query(string value) => new() { ["q"] = [value] };
}

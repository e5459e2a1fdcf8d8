using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>The interactions a feature's background defines.</summary>
internal static class HttpDefinitions
{
    public static HttpInteraction Read(IReadOnlyDictionary<string, string> row) => new()
    {
        Description = $"interaction {row["No"]}",
        Request = Change(
            row.TryGetValue("matching rules", out var rules) ? new Request { MatchingRules = Fixtures.Rules(rules) } : new Request(), row),
        Response = Change(
            row.TryGetValue("response matching rules", out var responseRules)
                ? new Response { MatchingRules = Fixtures.Rules(responseRules) }
                : new Response(),
            row),
    };

    public static Request Change(Request request, IReadOnlyDictionary<string, string> row)
    {
        if (row.TryGetValue("method", out var method)) request = request with { Method = method };
        if (row.TryGetValue("path", out var path)) request = request with { Path = path };
        if (row.TryGetValue("query", out var query)) request = request with { Query = QueryString.Parse(query) };
        if (row.TryGetValue("headers", out var headers)) request = request with { Headers = Merge(request.Headers, Fixtures.Headers(headers)) };
        if (!row.TryGetValue("body", out var cell)) return request;
        var body = Fixtures.Body(cell, row.GetValueOrDefault("content type") ?? TypeOf(cell, request.Body));
        return request with { Body = body, Headers = WithType(request.Headers, body) };
    }

    public static Response Change(Response response, IReadOnlyDictionary<string, string> row)
    {
        if (row.TryGetValue("response", out var status)) response = response with { Status = int.Parse(status) };
        if (row.TryGetValue("response headers", out var headers))
            response = response with { Headers = Merge(response.Headers, Fixtures.Headers(headers)) };
        if (!row.TryGetValue("response body", out var cell)) return response;
        var body = Fixtures.Body(cell, row.GetValueOrDefault("response content") ?? TypeOf(cell, response.Body));
        return response with { Body = body, Headers = WithType(response.Headers, body) };
    }

    // A body given as plain text is of the type of the one it takes the place of.
    private static string? TypeOf(string cell, Body before) =>
        cell.Contains(':', StringComparison.Ordinal) ? null : before.ContentType?.ToString();

    private static Dictionary<string, IReadOnlyList<string>> WithType(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, Body body) =>
        Merge(headers, body.ContentType is { } type ? new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = [type.ToString()] } : []);

    private static Dictionary<string, IReadOnlyList<string>> Merge(
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers, Dictionary<string, IReadOnlyList<string>> more)
    {
        var merged = new Dictionary<string, IReadOnlyList<string>>(headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in more) merged[name] = values;
        return merged;
    }
}

using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>Turns an outcome into the response that goes back.</summary>
internal sealed class MockAnswers(MockServerOptions options)
{
    private static readonly (string Name, string Value)[] Cors =
    [
        ("Access-Control-Allow-Headers", "*"),
        ("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH, TRACE, CONNECT"),
        ("Access-Control-Expose-Headers", "Location, Link"),
        ("Access-Control-Allow-Credentials", "true"),
    ];

    private readonly ConsumerMode _generators = new(options.Clock, options.Random);

    public Response To(ReceivedRequest received, Uri baseUri) => received.Pick switch
    {
        MatchedInteraction matched => Expected(matched.Interaction, received.Request, baseUri),
        UnexpectedRequest when options.CorsPreflight && received.Request.Method == "OPTIONS" => Preflight(received.Request),
        _ => Refusal(received),
    };

    private Response Expected(HttpInteraction interaction, Request request, Uri baseUri)
    {
        var response = _generators.Apply(interaction.Response, baseUri);
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        AddCors(headers, request);
        if (response.Body.ContentType is { } type && response.Body.State == BodyState.Present) headers["Content-Type"] = [type.ToString()];

        // What the interaction says itself replaces what is added here.
        foreach (var (name, values) in response.Headers) headers[name] = values;
        return response with { Headers = headers };
    }

    private static Response Preflight(Request request)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        AddCors(headers, request);
        if (request.Headers.TryGetValue("Access-Control-Request-Headers", out var asked))
            headers["Access-Control-Allow-Headers"] = [string.Join(", ", asked.Append("*"))];
        return new Response { Status = 204, Headers = headers };
    }

    private static Response Refusal(ReceivedRequest received) => new()
    {
        Status = 500,
        Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = ["application/json; charset=utf-8"],
            ["Access-Control-Allow-Origin"] = ["*"],
            ["X-Pact"] = [received.Pick is MismatchedRequest ? "Request-Mismatch" : "Unexpected-Request"],
        },
        Body = Body.Of(JsonSerializer.SerializeToUtf8Bytes(RefusalJson.Of(received), OutcomeJson.Settings)),
    };

    private static void AddCors(Dictionary<string, IReadOnlyList<string>> headers, Request request)
    {
        headers["Access-Control-Allow-Origin"] = request.Headers.TryGetValue("Origin", out var origin) && origin.Count > 0 ? [origin[0]] : ["*"];
        foreach (var (name, value) in Cors) headers[name] = [value];
    }
}

using System.Net;
using System.Text;

namespace PactKit.Tests.Brokers;

/// <summary>A broker in memory: answers what it was told to, and remembers each request as one line.</summary>
public sealed class FakeBroker : HttpMessageHandler
{
    public const string Base = "http://broker.test";

    private static readonly Dictionary<string, string> Relations = new()
    {
        ["pb:publish-contracts"] = "/contracts/publish",
        ["pb:provider-pacts-for-verification"] = "/pacts/provider/{provider}/for-verification",
        ["pb:latest-provider-pacts"] = "/pacts/provider/{provider}/latest",
        ["pb:latest-pact-versions"] = "/pacts/latest",
        ["pb:pacticipants"] = "/pacticipants",
        ["pb:pacticipant"] = "/pacticipants/{pacticipant}",
        ["pb:pacticipant-version"] = "/pacticipants/{pacticipant}/versions/{version}",
        ["pb:pacticipant-version-tag"] = "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}",
        ["pb:pacticipant-branch"] = "/pacticipants/{pacticipant}/branches/{branch}",
        ["pb:pacticipant-branch-version"] = "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}",
        ["pb:latest-version"] = "/pacticipants/{pacticipant}/latest-version",
        ["pb:latest-tagged-version"] = "/pacticipants/{pacticipant}/latest-version/{tag}",
        ["pb:environments"] = "/environments",
        ["pb:environment"] = "/environments/{uuid}",
        ["pb:webhooks"] = "/webhooks",
        ["pb:webhook"] = "/webhooks/{uuid}",
    };

    private readonly Dictionary<string, Queue<HttpResponseMessage>> _answers = [];
    private readonly Lock _lock = new();

    /// <summary>"GET /path?query" or, with a body, "POST /path {json}".</summary>
    public List<string> Requests { get; } = [];

    public List<HttpRequestMessage> Messages { get; } = [];

    /// <summary>What the broker calls itself in its links.</summary>
    public string OwnName { get; init; } = Base;

    public FakeBroker On(string methodAndPath, string json, int status = 200, string type = "application/hal+json") =>
        On(methodAndPath, new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(json.Replace("{B}", OwnName, StringComparison.Ordinal), Encoding.UTF8, type),
        });

    /// <summary>Answers in turn; the last one is for all that follow.</summary>
    public FakeBroker On(string methodAndPath, HttpResponseMessage answer)
    {
        if (!_answers.TryGetValue(methodAndPath, out var queue)) _answers[methodAndPath] = queue = new Queue<HttpResponseMessage>();
        queue.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        lock (_lock)
        {
            Requests.Add(body.Length == 0 ? line : $"{line} {body}");
            Messages.Add(request);
            if (!_answers.TryGetValue(line, out var queue)) return line == "GET /" ? Index() : NotFound();
            return Copy(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
        }
    }

    private HttpResponseMessage Index()
    {
        var links = Relations.Select(relation => $$"""
            "{{relation.Key}}":{"href":"{{OwnName}}{{relation.Value}}","templated":true}
            """);
        return Json($$$"""{"_links":{"self":{"href":"{{{OwnName}}}"},{{{string.Join(',', links)}}}}}""");
    }

    private static HttpResponseMessage NotFound() => Json("""{"error":"The requested document was not found on this server."}""", 404);

    private static HttpResponseMessage Json(string json, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/hal+json") };

    // An answer may be given several times, and a client disposes what it gets.
    private static HttpResponseMessage Copy(HttpResponseMessage answer)
    {
        var copy = new HttpResponseMessage(answer.StatusCode)
        {
            Content = new ByteArrayContent(answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()),
        };
        copy.Content.Headers.ContentType = answer.Content.Headers.ContentType;
        foreach (var header in answer.Headers) copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PactKit.Tests.Verifier;

/// <summary>A provider in memory that remembers what it was asked.</summary>
internal sealed class StubProvider(Func<StubRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var seen = new StubRequest(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body);
        Requests.Enqueue(seen);
        return answer(seen);
    }
}

/// <summary>What the provider was asked.</summary>
internal sealed record StubRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

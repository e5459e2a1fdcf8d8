using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.MockServer;

/// <summary>Between Kestrel and the <see cref="MockProvider"/>. It works on Kestrel's features, so that the raw target is seen as it came.</summary>
internal sealed class MockApplication(MockProvider provider) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var http = context.GetRequiredFeature<IHttpRequestFeature>();
        var cancellation = context.Get<IHttpRequestLifetimeFeature>()?.RequestAborted ?? CancellationToken.None;
        var request = await ReadAsync(http, cancellation);
        var host = http.Headers.Host.Count > 0 ? http.Headers.Host.ToString() : "localhost";
        var answer = provider.Answer(request, new Uri($"{http.Scheme}://{host}/"));
        await WriteAsync(answer, context, request.Method, cancellation);
    }

    private static async Task<Request> ReadAsync(IHttpRequestFeature http, CancellationToken cancellation)
    {
        var (path, query) = RequestTarget.Split(http.RawTarget);
        var lines = new HeaderLines();
        foreach (var header in http.Headers)
        {
            foreach (var line in header.Value) lines.Add(header.Key, HeaderText.OfLatin1(line ?? ""));
        }

        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancellation);
        var hasBody = body.Length > 0 || http.Headers.ContentLength is not null || http.Headers.TransferEncoding.Count > 0;
        return new Request
        {
            Method = http.Method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Headers = lines.Headers,
            Body = hasBody ? Body.Of(body.ToArray()) : Body.Missing,
        };
    }

    private static async Task WriteAsync(Response answer, IFeatureCollection context, string method, CancellationToken cancellation)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
        {
            // The length follows from the bytes; a different one would break the connection.
            if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && method != "HEAD") continue;
            response.Headers[name] = new StringValues([.. values]);
        }

        if (method == "HEAD" || answer.Status is 204 or 205 or 304) return;
        response.Headers.ContentLength = answer.Body.Content.Length;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(answer.Body.Content, cancellation);
    }
}

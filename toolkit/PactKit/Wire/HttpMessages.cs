using System.Net;
using System.Net.Http.Headers;
using PactKit.Model;

namespace PactKit.Wire;

/// <summary>Between the model and System.Net.Http.</summary>
internal static class HttpMessages
{
    /// <summary>Reads a request that a client is about to send, as a server would receive it: several values of a header come on one line.</summary>
    public static async Task<Request> ReadAsync(HttpRequestMessage message, CancellationToken cancellation)
    {
        var (path, query) = RequestTarget.Split(message.RequestUri!.PathAndQuery);
        var content = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellation);
        var lines = new HeaderLines();
        foreach (var header in message.Headers.NonValidated) lines.Add(header.Key, header.Value.ToString());
        foreach (var header in message.Content?.Headers.NonValidated ?? default) lines.Add(header.Key, header.Value.ToString());
        return new Request
        {
            Method = message.Method.Method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Headers = lines.Headers,
            Body = message.Content is null ? Body.Missing : Body.Of(content),
        };
    }

    /// <summary>Reads an answer.</summary>
    public static async Task<Response> ReadAsync(HttpResponseMessage message, CancellationToken cancellation)
    {
        var content = await message.Content.ReadAsByteArrayAsync(cancellation);
        var lines = new HeaderLines();
        foreach (var header in message.Headers.NonValidated) lines.AddAll(header.Key, header.Value);
        foreach (var header in message.Content.Headers.NonValidated) lines.AddAll(header.Key, header.Value);
        return new Response
        {
            Status = (int)message.StatusCode,
            Headers = lines.Headers,
            Body = Body.Of(content),
        };
    }

    public static HttpResponseMessage Write(Response response, string method)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            Content = method == "HEAD" ? new ByteArrayContent([]) : new ReadOnlyMemoryContent(response.Body.Content),
        };
        foreach (var (name, values) in response.Headers) Add(message.Headers, message.Content.Headers, name, values);
        return message;
    }

    /// <summary>A request to send. The content type comes from the headers, else from the body.</summary>
    public static HttpRequestMessage Write(Request request, Uri target)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), target);
        if (request.Body.State == BodyState.Present || request.Body.State == BodyState.Empty) message.Content = new ReadOnlyMemoryContent(request.Body.Content);
        // A file cannot tell the JSON document null from no body: with a JSON content type it is the document.
        if (request.Body.State == BodyState.Null) message.Content = new ByteArrayContent(request.ContentType().IsJson ? "null"u8.ToArray() : []);
        foreach (var (name, values) in request.Headers)
        {
            if (message.Content is null && IsContentHeader(name)) message.Content = new ByteArrayContent([]);
            Add(message.Headers, message.Content?.Headers, name, values);
        }

        if (message.Content is { } content && !content.Headers.NonValidated.Contains("Content-Type") && request.Body.ContentType is { } type)
            content.Headers.TryAddWithoutValidation("Content-Type", type.ToString());
        return message;
    }

    public static bool IsContentHeader(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Allow", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Expires", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase);

    private static void Add(HttpHeaders headers, HttpHeaders? contentHeaders, string name, IReadOnlyList<string> values)
    {
        // The length follows from the bytes; a different one would break the connection.
        if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) return;
        if (!headers.TryAddWithoutValidation(name, values)) contentHeaders?.TryAddWithoutValidation(name, values);
    }
}

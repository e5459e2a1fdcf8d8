using System.Net;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Recording;

/// <summary>
/// The end of a client's pipeline: takes down each request and answers that there is no content. Answering, rather than failing, keeps retries from
/// sending the request again and lets a lambda that makes two calls reach the second.
/// </summary>
internal sealed class RequestRecorder : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var read = await HttpMessages.ReadAsync(request, cancellationToken);
        _requests.Add(new RecordedRequest(read, await PartsAsync(request.Content, cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<RecordedPart>?> PartsAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is not MultipartContent multipart) return null;
        var parts = new List<RecordedPart>();
        foreach (var part in multipart)
        {
            var disposition = part.Headers.ContentDisposition;
            _ = ContentType.TryParse(part.Headers.ContentType?.ToString(), out var type);
            var bytes = await part.ReadAsByteArrayAsync(cancellationToken);
            parts.Add(new RecordedPart(disposition?.Name?.Trim('"'), disposition?.FileName is not null, type, bytes));
        }

        return parts;
    }
}

using PactKit.Wire;

namespace PactKit.MockServer;

/// <summary>The mock server in memory: an HttpClient over this handler needs no port. It goes through the same reading and answering as a port.</summary>
public sealed class MockServerHandler(MockProvider provider) : HttpMessageHandler
{
    /// <summary>Base address that requests may use; any other works as well, only the path counts.</summary>
    public static readonly Uri BaseUri = new("http://localhost/");

    /// <summary>Answers in the process. A request that is not expected gets status 500, not an exception.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var received = await HttpMessages.ReadAsync(request, cancellationToken);
        var answer = HttpMessages.Write(provider.Answer(received, new Uri(request.RequestUri!, "/")), received.Method);
        answer.RequestMessage = request;
        return answer;
    }

    /// <summary>
    /// As <see cref="SendAsync"/>, for callers that cannot await. It runs on the pool, so a synchronization context does not block it.
    /// </summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}

using PactKit.Wire;

namespace PactKit.MockServer;

/// <summary>The mock server in memory: an HttpClient over this handler needs no port. It goes through the same reading and answering as a port.</summary>
public sealed class MockServerHandler(MockProvider provider) : HttpMessageHandler
{
    /// <summary>Base address that requests may use; any other works as well, only the path counts.</summary>
    public static readonly Uri BaseUri = new("http://localhost/");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var received = await HttpMessages.ReadAsync(request, provider.ListHeaders, cancellationToken);
        var answer = HttpMessages.Write(provider.Answer(received, new Uri(request.RequestUri!, "/")), received.Method);
        answer.RequestMessage = request;
        return answer;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}

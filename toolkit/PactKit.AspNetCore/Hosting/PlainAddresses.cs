namespace PactKit.Hosting;

/// <summary>
/// TestServer takes addresses apart in ways that one kept as a pact spells it ("/a/../b", "/%41") does not allow. It decodes paths in any case, so
/// nothing is lost by giving it an ordinary one.
/// </summary>
internal sealed class PlainAddresses(HttpMessageHandler server) : DelegatingHandler(server)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address) request.RequestUri = new Uri(address.OriginalString);
        return base.SendAsync(request, cancellationToken);
    }
}

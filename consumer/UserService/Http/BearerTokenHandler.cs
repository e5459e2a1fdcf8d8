using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace UserService.Http;

/// <summary>Puts the token on calls that change something; reading needs none, and a token not sent cannot leak.</summary>
internal sealed class BearerTokenHandler(IOptionsMonitor<UserServiceOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = options.CurrentValue.Token;
        if (!string.IsNullOrEmpty(token) && request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}

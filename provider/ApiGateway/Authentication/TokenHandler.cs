using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ApiGateway.Authentication;

/// <summary>Knows callers by a configured bearer token.</summary>
internal sealed class TokenHandler(IOptionsMonitor<TokenOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<TokenOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, TokenOptions.Scheme, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        if (HolderOf(header.Parameter ?? "") is not { } holder)
            return AuthenticateResult.Fail("The token is not known.");

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, holder)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = TokenOptions.Scheme;
        await TypedResults
            .Problem(statusCode: StatusCodes.Status401Unauthorized, detail: "Writing needs a bearer token that the gateway knows.")
            .ExecuteAsync(Context);
    }

    /// <summary>Every token is compared, each in constant time: how long the answer takes tells a stranger nothing.</summary>
    private string? HolderOf(string token)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        string? holder = null;
        foreach (var (name, known) in Options.Tokens)
        {
            // A secret that the deployment forgot to fill in must not let in who sends nothing.
            if (!string.IsNullOrWhiteSpace(known) && CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(known))))
                holder = name;
        }

        return holder;
    }
}

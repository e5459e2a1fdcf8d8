using Microsoft.AspNetCore.Authentication;

namespace ApiGateway.Authentication;

/// <summary>Section <c>Authentication</c> of the configuration.</summary>
public sealed class TokenOptions : AuthenticationSchemeOptions
{
    public const string Scheme = "Bearer";

    /// <summary>Who may write, by name, and the token each of them sends. Empty, which is the default, means that nobody may write.</summary>
    public IDictionary<string, string> Tokens { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

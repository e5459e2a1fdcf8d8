namespace ApiGateway.Authentication;

internal static class TokenAuthentication
{
    public static void AddTokenAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(TokenOptions.Scheme)
            .AddScheme<TokenOptions, TokenHandler>(TokenOptions.Scheme, configuration.GetSection("Authentication").Bind);
        services.AddAuthorization();
    }
}

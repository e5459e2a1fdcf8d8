using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;
using UserService.Http;
using UserService.Json;
using UserService.Users;

namespace UserService;

/// <summary>Registers the client of the API gateway.</summary>
public static class UserServiceCollectionExtensions
{
    /// <summary>Adds <see cref="UsersClient"/> and, under it, <see cref="IApiGateway"/> over HttpClientFactory.</summary>
    /// <returns>The builder of the HTTP client, for retries, another handler or a proxy.</returns>
    public static IHttpClientBuilder AddUserService(this IServiceCollection services, Action<UserServiceOptions> configure)
    {
        services.AddOptions<UserServiceOptions>()
            .Configure(configure)
            .Validate(o => o.BaseAddress is { IsAbsoluteUri: true }, "UserServiceOptions.BaseAddress must be an absolute address.");
        services.AddTransient<BearerTokenHandler>();
        services.AddTransient<UsersClient>();

        return services
            .AddRefitGeneratedClient<IApiGateway>(new RefitSettings(new NewtonsoftContentSerializer(GatewayJson.Settings)))
            .ConfigureHttpClient((provider, client) =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<UserServiceOptions>>().CurrentValue;
                client.BaseAddress = options.BaseAddress;
                client.Timeout = options.Timeout;
            })
            .AddHttpMessageHandler<BearerTokenHandler>();
    }
}

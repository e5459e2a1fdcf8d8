using Microsoft.Extensions.DependencyInjection;
using PactNet;
using UserService.Users;

namespace UserService.Tests.Contract;

/// <summary>What every contract test of this consumer shares: the names, the file, the client under test.</summary>
internal static class GatewayContract
{
    /// <summary>A token the provider's test host knows as well; it opens nothing anywhere else.</summary>
    public const string Token = "contract-test-token";

    /// <summary>A time of day as the gateway writes it, with its offset.</summary>
    public const string Timestamp = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$";

    public static IPactBuilderV4 New(ITestOutputHelper output) =>
        Pact.V4("UserService", "APIGateway", new PactConfig
        {
            PactDir = Path.Combine(Repository.Root, "pacts"),
            Outputters = [new XunitOutput(output)],
            LogLevel = PactLogLevel.Warn,
        }).WithHttpInteractions();

    /// <summary>Runs the service's own client, registered as the service registers it, against the mock server.</summary>
    public static Task VerifyUsersAsync(this IPactBuilderV4 pact, Func<UsersClient, Task> interact, string? token = Token) =>
        pact.VerifyAsync(async context =>
        {
            var services = new ServiceCollection();
            services.AddUserService(options =>
            {
                options.BaseAddress = context.MockServerUri;
                options.Token = token;
            });
            await using var provider = services.BuildServiceProvider();
            await interact(provider.GetRequiredService<UsersClient>());
        });
}

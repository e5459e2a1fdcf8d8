using ApiGateway.TestHost.ProviderStates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ApiGateway.TestHost;

/// <summary>
/// The gateway as a process of its own, with provider states and a database that is thrown away, for verifiers that run elsewhere:
/// <c>dotnet run --project provider/ApiGateway.TestHost -- --urls http://127.0.0.1:5050</c>.
/// </summary>
public static class TestHost
{
    /// <summary>The one token that may write. It opens nothing but a test host.</summary>
    public const string Token = "contract-test-token";

    public static async Task Main(string[] args)
    {
        using var database = new TemporaryDatabase();
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, builder.Configuration["urls"] ?? "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(database.ConnectionString));
        builder.AddGateway();
        builder.Services.AddTestHost(builder.Configuration["rename"]);

        await using var app = builder.Build();
        app.MapGateway();
        await app.MigrateAsync();
        await app.RunAsync();
    }

    /// <summary>The configuration of a gateway under test.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(string connectionString) =>
    [
        new("ConnectionStrings:Gateway", connectionString),
        new("Authentication:Tokens:contract-tests", Token),
        new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
    ];

    /// <summary>Adds the provider states and, when asked, a change that breaks consumers.</summary>
    /// <param name="services">The gateway's own services.</param>
    /// <param name="rename">A field of a user to answer under another name, such as <c>email=emailAddress</c>; null changes nothing.</param>
    public static IServiceCollection AddTestHost(this IServiceCollection services, string? rename = null)
    {
        services.AddTransient<IStartupFilter, ProviderStatesStartupFilter>();
        if (!string.IsNullOrWhiteSpace(rename))
        {
            var renamed = RenamedField.Parse(rename);
            services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, renamed.Resolver));
        }

        return services;
    }
}

using ApiGateway.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiGateway.Tests.Hosting;

/// <summary>The gateway as it is deployed: nothing added, only configured.</summary>
public abstract class ProductionGateway : WebApplicationFactory<Program>
{
    public const string Token = "token-of-the-api-tests";

    /// <summary>Why there is no such database here; null when there is.</summary>
    public virtual string? Unavailable => null;

    protected abstract string DatabaseProvider { get; }

    protected abstract string ConnectionString { get; }

    public void DeleteUsers()
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<GatewayDb>().Users.ExecuteDelete();
    }

    public bool HasPendingModelChanges()
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<GatewayDb>().Database.HasPendingModelChanges();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", DatabaseProvider);
        builder.UseSetting("ConnectionStrings:Gateway", ConnectionString);
        builder.UseSetting("Authentication:Tokens:api-tests", Token);
        // A secret that the deployment forgot to fill in.
        builder.UseSetting("Authentication:Tokens:unset", "");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }
}

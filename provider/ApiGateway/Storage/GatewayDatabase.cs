using Microsoft.EntityFrameworkCore;

namespace ApiGateway.Storage;

internal static class GatewayDatabase
{
    /// <summary>
    /// <c>Database:Provider</c> is <c>Sqlite</c> (default) or <c>PostgreSQL</c>; <c>ConnectionStrings:Gateway</c> says where.
    /// Read when the first context is made, so that a host may still change the configuration.
    /// </summary>
    public static void AddGatewayDatabase(this IServiceCollection services) =>
        services.AddDbContext<GatewayDb>((provider, options) =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            var connection = configuration.GetConnectionString("Gateway");
            switch (configuration["Database:Provider"]?.ToUpperInvariant())
            {
                case null or "" or "SQLITE":
                    options.UseSqlite(connection ?? "Data Source=gateway.db");
                    break;
                case "POSTGRESQL" or "POSTGRES":
                    options.UseNpgsql(connection ?? throw new InvalidOperationException(
                        "Database:Provider is PostgreSQL, but ConnectionStrings:Gateway is not set."));
                    break;
                case var other:
                    throw new InvalidOperationException(
                        $"Database:Provider is '{other}'. Set it to Sqlite or PostgreSQL.");
            }
        });
}

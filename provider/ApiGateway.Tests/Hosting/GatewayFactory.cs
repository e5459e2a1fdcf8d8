using ApiGateway.TestHost;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace ApiGateway.Tests.Hosting;

/// <summary>The gateway with provider states over a SQLite file of its own, in memory or, once told so, on a port.</summary>
public class GatewayFactory : WebApplicationFactory<Program>
{
    private readonly TemporaryDatabase _database = new();

    /// <summary>A change for the worse, such as <c>email=emailAddress</c>; the demo sets it to show a contract being broken.</summary>
    public string? Rename { get; init; } = Environment.GetEnvironmentVariable("APIGATEWAY_RENAME");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in TestHost.TestHost.Settings(_database.ConnectionString)) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddTestHost(Rename));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Dispose();
    }
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PactKit.Broker.Tests.Settings;

/// <summary>An HTTPS server that nobody trusts by default.</summary>
internal sealed class SecretServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SecretServer(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public string? UserAgent { get; private set; }

    public static async Task<SecretServer> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        var secret = new SecretServer(app);
        app.Run(context =>
        {
            secret.UserAgent = context.Request.Headers.UserAgent;
            return context.Response.WriteAsync("ok");
        });
        await app.StartAsync();
        return secret;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

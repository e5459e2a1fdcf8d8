using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace PactKit.Hosting;

/// <summary>An application that was started.</summary>
/// <param name="BaseUri">Its address.</param>
/// <param name="Handler">Reaches it in memory; null where it listens on a port.</param>
internal sealed record RunningApplication(Uri BaseUri, HttpMessageHandler? Handler)
{
    public static RunningApplication Of<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory) where TEntryPoint : class
    {
        factory.StartServer();
        return factory.Services.GetRequiredService<IServer>() is TestServer server
            ? new RunningApplication(server.BaseAddress, new PlainAddresses(server.CreateHandler()))
            : new RunningApplication(Address(factory.Services), null);
    }

    public static RunningApplication OnPort<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory) where TEntryPoint : class
    {
        factory.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        factory.StartServer();
        return new RunningApplication(Address(factory.Services), null);
    }

    private static Uri Address(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(candidate => candidate.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.FirstOrDefault();
        return address is null
            ? throw new InvalidOperationException("The application has a server of its own that tells no address: pass its address to WithHttpEndpoint(uri).")
            : new Uri(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }
}

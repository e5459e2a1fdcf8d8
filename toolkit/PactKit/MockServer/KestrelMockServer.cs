using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PactKit.MockServer.Http1;

namespace PactKit.MockServer;

/// <summary>The mock server on a port. Kestrel alone, without a host around it: it starts in a few milliseconds and reads no configuration.</summary>
public sealed class KestrelMockServer : IAsyncDisposable
{
    private const long MaxRequestBytes = 256 * 1024 * 1024;

    private const int MaxRequestHeaders = 10_000;

    private readonly KestrelServer _server;
    private readonly ServiceProvider? _services;

    private KestrelMockServer(KestrelServer server, ServiceProvider? services, Uri baseUri)
    {
        _server = server;
        _services = services;
        BaseUri = baseUri;
    }

    /// <summary>Address the server listens on, with a slash at the end.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="InvalidOperationException">The port is taken or may not be used.</exception>
    public static async Task<KestrelMockServer> StartAsync(MockProvider provider, MockServerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = options.Tls ? TlsServices() : null;
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services! };
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        kestrel.Limits.MinRequestBodyDataRate = null;
        // What the plain server takes is taken here: a long target, many and long headers, an absolute target for another host.
        kestrel.Limits.MaxRequestLineSize = kestrel.Limits.MaxRequestHeadersTotalSize = RequestReader.MostHeadBytes;
        kestrel.Limits.MaxRequestHeaderCount = MaxRequestHeaders;
        kestrel.AllowHostHeaderOverride = true;
        kestrel.AllowAlternateSchemes = true;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        // Left alone, a response header beyond ASCII becomes an answer of 500.
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        kestrel.Listen(options.Address, options.Port, endpoint =>
        {
            endpoint.Protocols = options.Tls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
            if (options.Tls) endpoint.UseHttps(TlsCertificate.ForLocalhost());
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new MockApplication(provider), cancellation);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AddressInUseException)
        {
            server.Dispose();
            throw new InvalidOperationException(
                $"Unable to start mock server on {options.Address}:{options.Port}: {failure.Message} Choose another port, or leave it out to get a free one.", failure);
        }

        return new KestrelMockServer(server, services, BaseUriOf(server));
    }

    /// <summary>Stops listening and frees the port. Requests that are still open are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        // Nothing that is still open matters any more; waiting for idle connections would cost seconds.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        _server.Dispose();
        if (_services is not null) await _services.DisposeAsync();
    }

    private static Uri BaseUriOf(KestrelServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(address.EndsWith('/') ? address : address + "/");
    }

    // Kestrel wants its certificate code registered. The empty builder only fills the collection: no host is made of it.
    private static ServiceProvider TlsServices()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        return builder.Services.BuildServiceProvider();
    }
}

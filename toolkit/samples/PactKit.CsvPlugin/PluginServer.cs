using System.Globalization;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PactKit.CsvPlugin;

/// <summary>Serves a plugin on a free loopback port, over plain HTTP/2, to whoever knows the key.</summary>
internal static class PluginServer
{
    public static async Task RunAsync()
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var builder = WebApplication.CreateSlimBuilder();

        // Standard output carries the start-up line only.
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<KeyCheck>(key));
#pragma warning disable RS0030 // The outermost call of the process: here randomness and the clock come from.
        builder.Services.AddSingleton(Random.Shared);
#pragma warning restore RS0030
        builder.Services.AddSingleton(TimeProvider.System);
        var app = builder.Build();
        app.MapGrpcService<CsvPluginService>();

        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object> { ["port"] = new Uri(addresses.First()).Port, ["serverKey"] = key }));
        _ = EndWithParentAsync(app);
        await app.WaitForShutdownAsync();
    }

    // The driver ends its plugins. Where it was itself ended by force it cannot, so the plugin watches it.
    private static async Task EndWithParentAsync(WebApplication app)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("PACTKIT_PLUGIN_PARENT"), CultureInfo.InvariantCulture, out var id)) return;
        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        await app.StopAsync();
    }

    private sealed class KeyCheck(string key) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            context.RequestHeaders.GetValue("authorization") == key
                ? continuation(request, context)
                : throw new RpcException(new Status(StatusCode.Unauthenticated, "The call lacks the key of this plugin's start-up line."));
    }
}

using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Tests;

/// <summary>
/// A plugin whose service runs in the test's own process, so that a test can say what it answers and see what it was asked. The process
/// the driver starts is a script that writes the start-up line and waits.
/// </summary>
internal sealed class FakePlugin : PactPlugin.PactPluginBase, IAsyncDisposable
{
    public const string Key = "the-key";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private FakePlugin()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(Address, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<FakePlugin>();
    }

    public static IPAddress Address { get; } = Socket6() ? IPAddress.IPv6Loopback : IPAddress.Loopback;

    /// <summary>Each call's name and key.</summary>
    public ConcurrentQueue<(string Call, string? Key)> Calls { get; } = new();

    public ConcurrentQueue<Google.Protobuf.IMessage> Requests { get; } = new();

    public List<CatalogueEntry> Entries { get; } = [];

    /// <summary>Answers by the type of the request; what is not here is answered with an empty message.</summary>
    public Dictionary<System.Type, Func<Google.Protobuf.IMessage, ServerCallContext, Task<Google.Protobuf.IMessage>>> Answers { get; } = [];

    public PluginOptions Options => new() { Directory = _folder.Path, StartTimeout = TimeSpan.FromSeconds(20), CallTimeout = TimeSpan.FromSeconds(20) };

    public static async Task<FakePlugin> StartAsync(string name = "fake", int interfaceVersion = 1, string executableType = "exec")
    {
        var plugin = new FakePlugin();
        await plugin._app.StartAsync(TestContext.Current.CancellationToken);
        var address = plugin._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Script.Install(
            plugin._folder, name, $$"""echo starting; echo '{"port":{{new Uri(address).Port}},"serverKey":"{{Key}}"}'; exec sleep 120""", interfaceVersion, executableType);
        return plugin;
    }

    public void Answer<TRequest>(Func<TRequest, Google.Protobuf.IMessage> answer) where TRequest : Google.Protobuf.IMessage =>
        Answers[typeof(TRequest)] = (request, _) => Task.FromResult(answer((TRequest)request));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    public override Task<InitPluginResponse> InitPlugin(InitPluginRequest request, ServerCallContext context)
    {
        if (!Answers.ContainsKey(typeof(InitPluginRequest))) Answer<InitPluginRequest>(_ => new InitPluginResponse { Catalogue = { Entries } });
        return Record(request, context, () => new InitPluginResponse());
    }

    public override Task<Empty> UpdateCatalogue(Catalogue request, ServerCallContext context) => Record(request, context, () => new Empty());

    public override Task<CompareContentsResponse> CompareContents(CompareContentsRequest request, ServerCallContext context) =>
        Record(request, context, () => new CompareContentsResponse());

    public override Task<ConfigureInteractionResponse> ConfigureInteraction(ConfigureInteractionRequest request, ServerCallContext context) =>
        Record(request, context, () => new ConfigureInteractionResponse());

    public override Task<GenerateContentResponse> GenerateContent(GenerateContentRequest request, ServerCallContext context) =>
        Record(request, context, () => new GenerateContentResponse());

    public override Task<StartMockServerResponse> StartMockServer(StartMockServerRequest request, ServerCallContext context) =>
        Record(request, context, () => new StartMockServerResponse());

    public override Task<ShutdownMockServerResponse> ShutdownMockServer(ShutdownMockServerRequest request, ServerCallContext context) =>
        Record(request, context, () => new ShutdownMockServerResponse { Ok = true });

    public override Task<MockServerResults> GetMockServerResults(MockServerRequest request, ServerCallContext context) =>
        Record(request, context, () => new MockServerResults { Ok = true });

    public override Task<VerificationPreparationResponse> PrepareInteractionForVerification(VerificationPreparationRequest request, ServerCallContext context) =>
        Record(request, context, () => new VerificationPreparationResponse());

    public override Task<VerifyInteractionResponse> VerifyInteraction(VerifyInteractionRequest request, ServerCallContext context) =>
        Record(request, context, () => new VerifyInteractionResponse());

    private async Task<TResponse> Record<TResponse>(Google.Protobuf.IMessage request, ServerCallContext context, Func<TResponse> otherwise)
    {
        Calls.Enqueue((context.Method.Split('/')[^1], context.RequestHeaders.GetValue("authorization")));
        Requests.Enqueue(request);
        return Answers.TryGetValue(request.GetType(), out var answer) ? (TResponse)await answer(request, context) : otherwise();
    }

    private static bool Socket6() => System.Net.Sockets.Socket.OSSupportsIPv6;
}

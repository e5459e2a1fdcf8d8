using System.Text.Json.Nodes;
using PactNet;

namespace PactKit.Tests.PactNet;

/// <summary>What tests of consumer tests have in common: a folder for the pact, and builders that write into it.</summary>
public abstract class ConsumerTest : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected MemoryOutput Output { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static async Task GetAsync(IConsumerContext context, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(context.MockServerUri, path));
    }

    private protected static void Simple(IPactBuilderV4 pact, string path) =>
        pact.UponReceiving($"get {path}").WithRequest(HttpMethod.Get, path).WillRespond().WithStatus(200);

    private protected IPactBuilderV4 V4() => Pact.V4("c", "p", Config()).WithHttpInteractions();

    private protected PactConfig Config() => new() { PactDir = Folder.Path, Outputters = [Output] };

    private protected JsonNode Written() => JsonNode.Parse(Folder.Read("c-p.json"))!;
}

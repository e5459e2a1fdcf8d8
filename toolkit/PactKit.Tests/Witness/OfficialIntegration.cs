using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>Gives all facts to the official engine (pact-js brings it as a native library) once per test run, and keeps what it wrote.</summary>
public sealed class OfficialIntegration : IAsyncLifetime
{
    private readonly Dictionary<string, JsonNode?> _written = [];

    public async ValueTask InitializeAsync()
    {
        if (!PactJs.IsHere) return;
        var folder = Directory.CreateTempSubdirectory("pactkit-integration-");
        try
        {
            var (facts, answers) = (Path.Combine(folder.FullName, "facts.json"), Path.Combine(folder.FullName, "answers.json"));
            await File.WriteAllBytesAsync(facts, JsonSerializer.SerializeToUtf8Bytes(IntegrationFacts.All));
            await PactJs.RunAsync("write-integration.cjs", facts, answers);
            foreach (var answer in JsonNode.Parse(await File.ReadAllBytesAsync(answers))!.AsArray()) Take(answer!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The interaction it wrote; null where it refused a matcher.</summary>
    public JsonNode? this[string fact] => _written[fact];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The file is sorted by description, which is the number of the fact.
    private void Take(JsonNode answer)
    {
        var pact = JsonNode.Parse((string)answer["Pact"]!, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!;
        var interactions = (pact["interactions"] ?? pact["messages"])!.AsArray().ToDictionary(i => (string)i!["description"]!, i => i);
        var refused = answer["Refused"]!.AsArray().Select(name => (string)name!).ToHashSet();
        foreach (var (index, name) in answer["Names"]!.AsArray().Select(name => (string)name!).Index())
            _written[name] = refused.Contains(name) ? null : interactions[$"{index}"];
    }
}

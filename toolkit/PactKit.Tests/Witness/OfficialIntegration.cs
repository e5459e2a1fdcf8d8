using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>Gives all facts to the official engine (pact-js brings it as a native library) once per test run, and keeps what it wrote.</summary>
public sealed class OfficialIntegration : IAsyncLifetime
{
    private const string WhereToGetIt = "pact-js is not here: npm install @pact-foundation/pact, and set PACT_JS to the node_modules folder.";

    private readonly Dictionary<string, JsonNode?> _written = [];

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PACT_JS") is not { Length: > 0 } modules) return;
        var folder = Directory.CreateTempSubdirectory("pactkit-integration-");
        try
        {
            var (facts, answers) = (Path.Combine(folder.FullName, "facts.json"), Path.Combine(folder.FullName, "answers.json"));
            await File.WriteAllBytesAsync(facts, JsonSerializer.SerializeToUtf8Bytes(IntegrationFacts.All));
            await RunAsync(modules, facts, answers);
            foreach (var answer in JsonNode.Parse(await File.ReadAllBytesAsync(answers))!.AsArray()) Take(answer!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The interaction it wrote; null where it refused a matcher.</summary>
    public JsonNode? this[string fact] => _written[fact];

    public static void SkipTestWhereAbsent()
    {
        if (Environment.GetEnvironmentVariable("PACT_JS") is { Length: > 0 }) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_PACT_JS") is "1" or "true", WhereToGetIt);
        Assert.Skip(WhereToGetIt);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RunAsync(string modules, string facts, string answers)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Witness", "pact-js", "write-integration.cjs"), facts, answers }) start.ArgumentList.Add(argument);
        start.Environment["NODE_PATH"] = modules;
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, "The official engine failed: " + await output + await errors);
    }

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

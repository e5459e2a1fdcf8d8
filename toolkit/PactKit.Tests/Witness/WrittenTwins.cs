using System.Diagnostics;

namespace PactKit.Tests.Witness;

/// <summary>Runs write-twins.cjs and <see cref="TwinFiles"/> once for all tests. Skipped where there is no pact-js.</summary>
public sealed class WrittenTwins : IAsyncLifetime
{
    private const string WhereToGetIt = "pact-js is not here: npm install @pact-foundation/pact, and set PACT_JS to the node_modules folder.";

    private readonly DirectoryInfo _theirs = Directory.CreateTempSubdirectory("pactkit-twins-");
    private readonly DirectoryInfo _ours = Directory.CreateTempSubdirectory("pactkit-twins-");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PACT_JS") is not { Length: > 0 } modules) return;
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Witness", "pact-js", "write-twins.cjs"));
        start.ArgumentList.Add(_theirs.FullName);
        start.Environment["NODE_PATH"] = modules;
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, "pact-js failed: " + await output + await errors);
        await TwinFiles.WriteAsync(_ours.FullName, _theirs.FullName);
    }

    public string Theirs(string consumer) => In(_theirs, consumer);

    public string Ours(string consumer) => In(_ours, consumer);

    public ValueTask DisposeAsync()
    {
        _theirs.Delete(recursive: true);
        _ours.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string In(DirectoryInfo folder, string consumer)
    {
        if (Environment.GetEnvironmentVariable("PACT_JS") is not { Length: > 0 })
        {
            Assert.False(Environment.GetEnvironmentVariable("REQUIRE_PACT_JS") is "1" or "true", WhereToGetIt);
            Assert.Skip(WhereToGetIt);
        }

        return Path.Combine(folder.FullName, $"{consumer}-Twin.json");
    }
}

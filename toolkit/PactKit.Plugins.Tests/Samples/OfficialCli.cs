using System.Diagnostics;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>
/// The official command line (npm: @pact-foundation/pact-cli), which runs plugins through the reference driver. Found through PACT_CLI;
/// where it is not, its tests are skipped, unless REQUIRE_PACT_CLI says that they have to run.
/// </summary>
internal static class OfficialCli
{
    private const string WhereToGetIt = "The official command line is not here: npm install @pact-foundation/pact-cli, and set PACT_CLI to its `pact`.";

    public static void SkipTestWhereAbsent()
    {
        if (Environment.GetEnvironmentVariable("PACT_CLI") is { Length: > 0 } path && File.Exists(path)) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_PACT_CLI") is "1" or "true", WhereToGetIt);
        Assert.Skip(WhereToGetIt);
    }

    /// <summary>Runs it to its end with the sample plugin installed; the output is both streams together.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PACT_CLI")!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        start.Environment["PACT_PLUGIN_DIR"] = CsvPluginFixture.PluginDirectory;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}

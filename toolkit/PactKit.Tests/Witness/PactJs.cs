using System.Diagnostics;

namespace PactKit.Tests.Witness;

/// <summary>
/// pact-js (npm: @pact-foundation/pact) and the native engine it brings, our second outside witness. Found through PACT_JS; where there is
/// none the tests that need it are skipped, and a continuous build that set REQUIRE_PACT_JS fails instead.
/// </summary>
internal static class PactJs
{
    private const string WhereToGetIt = "pact-js is not here: npm install @pact-foundation/pact, and set PACT_JS to the node_modules folder.";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static bool IsHere => Modules.Length > 0;

    private static string Modules => Environment.GetEnvironmentVariable("PACT_JS") ?? "";

    public static void SkipTestWhereAbsent()
    {
        if (IsHere) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_PACT_JS") is "1" or "true", WhereToGetIt);
        Assert.Skip(WhereToGetIt);
    }

    /// <summary>Runs a script of the folder pact-js to its end.</summary>
    public static async Task RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Witness", "pact-js", script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NODE_PATH"] = Modules;
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        using var limit = new CancellationTokenSource(Longest);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{script} failed: {await output}{await errors}");
    }
}

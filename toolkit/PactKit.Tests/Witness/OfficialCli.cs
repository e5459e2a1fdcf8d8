using System.Diagnostics;

namespace PactKit.Tests.Witness;

/// <summary>
/// The official command line (npm: @pact-foundation/pact-cli), our outside witness. Found through PACT_CLI, else on the PATH;
/// where there is none the tests that need it are skipped, and a continuous build that set REQUIRE_PACT_CLI fails instead.
/// </summary>
internal static class OfficialCli
{
    public const string WhereToGetIt = "The official command line is not here: npm install @pact-foundation/pact-cli, and set PACT_CLI to its `pact`.";

    private static readonly Lazy<string?> Found = new(Find);

    public static string? Path => Found.Value;

    public static void SkipTestWhereAbsent()
    {
        if (Path is not null) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_PACT_CLI") is "1" or "true", WhereToGetIt);
        Assert.Skip(WhereToGetIt);
    }

    /// <summary>Starts it with these arguments, output redirected, no reporting home.</summary>
    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path ?? throw new InvalidOperationException(WhereToGetIt))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        return Process.Start(start) ?? throw new InvalidOperationException("The official command line did not start.");
    }

    /// <summary>As <see cref="Start"/>, for a server: what it prints is thrown away. Left unread, a full pipe would stop it in the middle of a request.</summary>
    public static Process Serve(params IEnumerable<string> arguments)
    {
        var process = Start(arguments);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs it to its end; the output is both streams together.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PACT_CLI") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var names = OperatingSystem.IsWindows() ? new[] { "pact.exe", "pact.cmd" } : ["pact"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}

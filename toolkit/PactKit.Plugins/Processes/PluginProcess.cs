using System.ComponentModel;
using System.Diagnostics;
using PactKit.Plugins.Manifests;

namespace PactKit.Plugins.Processes;

/// <summary>A plugin's process, from its start to its end. Disposing it ends it with all processes it started.</summary>
internal sealed class PluginProcess : IDisposable
{
    /// <summary>Tells plugins made with this library which process to end with, should it die without cleaning up.</summary>
    public const string ParentVariable = "PACTKIT_PLUGIN_PARENT";

    private readonly Process _process;
    private readonly Tail _errors;
    private int _disposed;

    private PluginProcess(Process process, Tail errors) => (_process, _errors) = (process, errors);

    public int Id => _process.Id;

    public StartupLine Startup { get; private set; } = new(0, "");

    public bool HasEnded => _process.HasExited;

    /// <summary>What the process wrote to its standard error lately, and that it ended, where it did.</summary>
    public string Condition => (_process.HasExited ? $" The process ended with exit code {_process.ExitCode}." : "") + Wrote(_errors);

    /// <exception cref="PluginException">The program cannot be started, ends, or does not say its port in time.</exception>
    public static async Task<PluginProcess> StartAsync(PluginManifest manifest, PluginOptions options, CancellationToken cancellation)
    {
        var program = EntryPoint.Of(manifest);
        if (!File.Exists(program))
            throw new PluginException($"The plugin {manifest} cannot be started: its entry point {program} does not exist.");
        var startup = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new PluginProcess(Launch(manifest, program, options), new Tail());
        try
        {
            process.Read(startup);
            var line = await startup.Task.WaitAsync(options.StartTimeout, options.Clock, cancellation);
            process.Startup = StartupLine.TryParse(line, out var problem)
                ?? throw new PluginException($"The plugin {manifest} did not say where it listens: of its line {line} {problem}.");
            return process;
        }
        catch (Exception fault)
        {
            var condition = await process.LastWordsAsync();
            process.Dispose();
            throw fault switch
            {
                TimeoutException => new PluginException(
                    $"The plugin {manifest} did not write the line with its port within {options.StartTimeout.TotalSeconds:0.#} s ({program}).{condition}"),
                EndOfStreamException => new PluginException($"The plugin {manifest} could not be started ({program}).{condition}"),
                _ => fault,
            };
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, which is what was wanted.
        }

        _process.Dispose();
    }

    private static Process Launch(PluginManifest manifest, string program, PluginOptions options)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = manifest.Directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in manifest.Arguments) start.ArgumentList.Add(argument);
        start.Environment["LOG_LEVEL"] = options.LogLevel;
        start.Environment["RUST_LOG"] = options.LogLevel;
        start.Environment[ParentVariable] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            return Process.Start(start) ?? throw new PluginException($"The plugin {manifest} could not be started: {program} gave no process.");
        }
        catch (Win32Exception fault)
        {
            throw new PluginException($"The plugin {manifest} could not be started: {program}: {fault.Message}.", fault);
        }
    }

    // Both streams are read to their end, else a talkative plugin would block on a full pipe.
    private void Read(TaskCompletionSource<string> startup)
    {
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is null) startup.TrySetException(new EndOfStreamException());
            else if (output.Data.AsSpan().TrimStart().StartsWith('{')) startup.TrySetResult(output.Data);
        };
        _process.ErrorDataReceived += (_, output) =>
        {
            if (output.Data is not null) _errors.Add(output.Data);
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    // Its exit code and its last lines may come a moment after the end of its output.
    private async Task<string> LastWordsAsync()
    {
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await _process.WaitForExitAsync(moment.Token);
        }
        catch (OperationCanceledException)
        {
            // It lives; what it wrote until now has to do.
        }

        return Condition;
    }

    private static string Wrote(Tail errors) => errors.ToString() is { Length: > 0 } text ? $" It wrote:\n{text}" : " It wrote nothing to its standard error.";
}

using System.Text.RegularExpressions;
using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

/// <summary>Runs a command in this process, in a folder of its own, against a broker in memory.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-cli-");

    private volatile SharedWriter? _running;

    public CommandLine(FakeBroker? broker = null) => Broker = broker ?? new FakeBroker();

    public FakeBroker Broker { get; }

    /// <summary>The broker's address is set unless a test takes it away.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["PACT_BROKER_BASE_URL"] = FakeBroker.Base };

    public ManualClock Clock { get; } = new();

    /// <summary>Sends real requests, at the real time, instead of asking <see cref="Broker"/>.</summary>
    public bool OverTheNetwork { get; init; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Pact(string path, string consumer, string provider) => Write(
        path, $$"""{"consumer":{"name":"{{consumer}}"},"provider":{"name":"{{provider}}"},"interactions":[]}""");

    public string At(string path) => Path.Combine(_folder.FullName, path);

    public Task<int> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        using var error = new StringWriter();
        using var output = new SharedWriter();
        _running = output;
        var host = new CliHost
        {
            Out = output,
            Error = error,
            Environment = Environment,
            Directory = _folder.FullName,
            Clock = OverTheNetwork ? TimeProvider.System : Clock,
            NewId = () => new Guid("00000000-0000-4000-8000-000000000001"),
            Handler = OverTheNetwork ? null : Broker,
        };
        var exitCode = await CliApp.RunAsync(args, host, cancellationToken);
        (Out, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    /// <summary>Waits until a command that is still running has printed something.</summary>
    public async Task<string> WaitForAsync(Regex pattern, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (pattern.Match(_running?.ToString() ?? "") is { Success: true } found) return found.Value;
            await Task.Delay(20, cancellationToken);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Read by a test while a command writes.</summary>
    private sealed class SharedWriter : StringWriter
    {
        private readonly Lock _lock = new();

        public override void Write(char value)
        {
            lock (_lock) base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (_lock) base.Write(buffer, index, count);
        }

        public override void Write(string? value)
        {
            lock (_lock) base.Write(value);
        }

        public override string ToString()
        {
            lock (_lock) return base.ToString();
        }
    }
}

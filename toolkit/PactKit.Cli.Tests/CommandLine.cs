using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

/// <summary>Runs a command in this process, in a folder of its own, against a broker in memory.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-cli-");

    public CommandLine(FakeBroker? broker = null) => Broker = broker ?? new FakeBroker();

    public FakeBroker Broker { get; }

    /// <summary>The broker's address is set unless a test takes it away.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["PACT_BROKER_BASE_URL"] = FakeBroker.Base };

    public ManualClock Clock { get; } = new();

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

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CliHost
        {
            Out = output,
            Error = error,
            Environment = Environment,
            Directory = _folder.FullName,
            Clock = Clock,
            NewId = () => new Guid("00000000-0000-4000-8000-000000000001"),
            Handler = Broker,
        };
        var exitCode = await CliApp.RunAsync(args, host);
        (Out, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

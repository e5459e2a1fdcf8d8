using System.Diagnostics;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>The broker as the process that users run, so that it can be killed.</summary>
internal sealed class BrokerProcess : IDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;

    private BrokerProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the process without waiting for it.</summary>
    public static BrokerProcess Launch(string databaseUrl)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PactKit.Broker.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add($"--PACT_BROKER_DATABASE_URL={databaseUrl}");
        return new BrokerProcess(Process.Start(start)!);
    }

    public static async Task<BrokerProcess> StartAsync(string databaseUrl)
    {
        var broker = Launch(databaseUrl);
        var said = new List<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await broker._process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            broker.Address = new Uri(line[(at + Listening.Length)..].Trim());
            // Nobody reads on; a full pipe must not stop the broker.
            _ = broker._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _ = broker._process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return broker;
        }

        var error = await broker._process.StandardError.ReadToEndAsync(limit.Token);
        broker.Dispose();
        throw new InvalidOperationException($"The broker did not start: {string.Join('\n', said)}\n{error}");
    }

    /// <summary>SIGKILL: nothing is finished, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}

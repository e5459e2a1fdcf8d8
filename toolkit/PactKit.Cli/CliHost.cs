using PactKit.Brokers;

namespace PactKit.Cli;

/// <summary>Everything a command touches of the world around it, so that a test can run one in memory.</summary>
internal sealed class CliHost
{
    public const int Success = 0;

    /// <summary>The command ran and the answer is no, or it failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself is wrong; nothing was done.</summary>
    public const int Usage = 2;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string Directory { get; init; }

    /// <summary>Colours and box-drawing characters are welcome on <see cref="Out"/>.</summary>
    public bool IsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public required Func<Guid> NewId { get; init; }

    /// <summary>Sends the requests in place of the network; for tests.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public string? Variable(string name) =>
        Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool Flag(string name) => Variable(name) is { } value && value is not ("0" or "false" or "FALSE" or "False");

    /// <summary>Says on standard error what went wrong.</summary>
    public int Fail(string message, int exitCode = Failure)
    {
        Error.WriteLine("pactkit: " + message);
        return exitCode;
    }

    public int Fail(BrokerError error) => Fail(error.ToString());

    /// <summary>Says what the broker said, and after it where: for questions whose address is longer than their answer.</summary>
    public int FailInTheBrokersWords(BrokerError error)
    {
        var lines = error.ToString().Split('\n', 2);
        if (lines.Length == 1) return Fail(error);
        Fail(lines[1].Trim().Replace("\n  ", "\n", StringComparison.Ordinal));
        Error.WriteLine($"  ({lines[0].TrimEnd(':', '.')})");
        return Failure;
    }
}

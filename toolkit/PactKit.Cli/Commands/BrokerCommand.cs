using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;

namespace PactKit.Cli.Commands;

/// <summary>A command that asks a broker. Its own options come first in help, the connection's after them.</summary>
internal abstract class BrokerCommand : Command
{
    private readonly BrokerConnection _connection;
    private int _own;

    protected BrokerCommand(CliHost host, string name, string description) : base(name, description)
    {
        Host = host;
        _connection = new BrokerConnection(host);
        _connection.AddTo(this);
        SetAction(StartAsync);
    }

    protected CliHost Host { get; }

    protected abstract Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>What is wrong with the words given, before any request is sent; null when nothing is.</summary>
    protected virtual string? Check(ParseResult parsed) => null;

    protected T Take<T>(T option) where T : Option
    {
        Options.Insert(_own++, option);
        return option;
    }

    /// <summary>Prints the error, or lets <paramref name="print"/> tell what was done.</summary>
    protected int Report<T>(BrokerResult<T> answer, Action<T> print)
    {
        if (!answer.Succeeded) return Host.Fail(answer.Error);
        print(answer.Value);
        return CliHost.Success;
    }

    private async Task<int> StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Check(parsed) is { } mistake) return Host.Fail($"{mistake} See 'pactkit {Name} --help'.", CliHost.Usage);
        var (broker, problem) = _connection.Open(parsed);
        if (broker is null) return Host.Fail(problem!, CliHost.Usage);
        using (broker) return await RunAsync(broker, parsed, cancellationToken);
    }
}

using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using PactKit.Broker.Backups;
using PactKit.Broker.Importing;
using PactKit.Broker.Upkeep;
using PactKit.Cli.Options;

namespace PactKit.Cli.Commands.Broker;

/// <summary>A command that works on the data of a broker.</summary>
internal abstract class DatabaseCommand : Command
{
    private readonly bool _mustExist;

    protected DatabaseCommand(CliHost host, string name, string description, bool mustExist) : base(name, description)
    {
        (Host, _mustExist) = (host, mustExist);
        Database = new DatabaseOption(host);
        SetAction(GuardAsync);
    }

    protected CliHost Host { get; }

    protected DatabaseOption Database { get; }

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);

    protected async Task<int> WithDatabaseAsync(ParseResult parsed, Func<BrokerDatabase, Task<int>> work, CancellationToken cancellationToken)
    {
        var url = Database.Url(parsed);
        if (_mustExist && DatabaseOption.Missing(url, Host) is { } missing) return Host.Fail($"There is no database at '{missing}'.");
        try
        {
            await using var database = await BrokerDatabase.OpenAsync(url, Host.Clock, cancellationToken);
            return await work(database);
        }
        catch (Exception failure) when (failure is DbException or SocketException)
        {
            return Host.Fail($"The database '{DatabaseOption.Shown(url)}' cannot be used: {failure.GetBaseException().Message.TrimEnd('.')}.");
        }
    }

    private async Task<int> GuardAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(parsed, cancellationToken);
        }
        catch (Exception told) when (told is BackupException or ImportException)
        {
            return Host.Fail(told.Message);
        }
        catch (ArgumentException mistake)
        {
            return Host.Fail(mistake.Message, CliHost.Usage);
        }
    }
}

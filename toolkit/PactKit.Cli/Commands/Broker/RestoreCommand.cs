using System.CommandLine;
using PactKit.Broker.Backups;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands.Broker;

/// <summary>Puts an exported file into an empty database.</summary>
internal sealed class RestoreCommand : DatabaseCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A file that 'pactkit broker export' wrote." };

    public RestoreCommand(CliHost host) : base(host, "restore", "Put an exported file into an empty database, SQLite or PostgreSQL: all of it or nothing.", mustExist: false)
    {
        Arguments.Add(_file);
        Database.AddTo(this);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file), Host.Directory);
        if (!File.Exists(path)) return Task.FromResult(Host.Fail($"There is no file '{parsed.GetRequiredValue(_file)}'."));
        return WithDatabaseAsync(parsed, async database =>
        {
            await using var file = File.OpenRead(path);
            var end = await new BackupReader(database.Dialect).RestoreAsync(file, (table, rows) => Host.Out.WriteLine($"{table}: {rows}"), cancellationToken);
            Host.Good($"{end.Rows.Values.Sum()} rows were restored to {DatabaseOption.File(Database.Url(parsed), Host) ?? "the PostgreSQL database"}.");
            return CliHost.Success;
        }, cancellationToken);
    }
}

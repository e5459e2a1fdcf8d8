using System.CommandLine;
using PactKit.Broker.Backups;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands.Broker;

/// <summary>Writes all data of a broker to one file.</summary>
internal sealed class ExportCommand : DatabaseCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file to write." };

    public ExportCommand(CliHost host) : base(host, "export", "Write all data of a broker to one file, as they are at this moment. A broker may run meanwhile.", mustExist: true)
    {
        Arguments.Add(_file);
        Database.AddTo(this);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => WithDatabaseAsync(parsed, async database =>
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file), Host.Directory);
        // A file of that name is replaced only when the new one is whole.
        var unfinished = path + ".unfinished";
        try
        {
            BackupEnd end;
            await using (var file = File.Create(unfinished))
                end = await new BackupWriter(database.Dialect, Host.Clock).WriteAsync(file, (table, rows) => Host.Out.WriteLine($"{table}: {rows}"), cancellationToken);
            File.Move(unfinished, path, overwrite: true);
            Host.Good($"{end.Rows.Values.Sum()} rows were written to {Path.GetRelativePath(Host.Directory, path)}. It holds the secrets of webhooks: keep it as safe as the database.");
            return CliHost.Success;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }, cancellationToken);
}

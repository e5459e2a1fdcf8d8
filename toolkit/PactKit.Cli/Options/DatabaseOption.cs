using System.CommandLine;

namespace PactKit.Cli.Options;

/// <summary>The database of a broker: a file, or a URL.</summary>
internal sealed class DatabaseOption(CliHost host)
{
    private readonly Option<string?> _database = Opt.Text(
        "--database", "SQLite file, or postgres://user:password@host/name. Default: pact_broker.sqlite3. [env: PACT_BROKER_DATABASE_URL]", "FILE");

    public void AddTo(Command command) => command.Options.Add(_database);

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_database) is not null;

    /// <summary>As the broker's setting has it.</summary>
    public string Url(ParseResult parsed) => Url(parsed.GetValue(_database) ?? host.Variable("PACT_BROKER_DATABASE_URL") ?? "pact_broker.sqlite3", host);

    public static string Url(string database, CliHost host) => database.Contains("://", StringComparison.Ordinal)
        ? database
        : "sqlite:///" + Uri.EscapeDataString(Path.GetFullPath(database, host.Directory));

    /// <summary>The file of a SQLite database that is not there; null when it is, and for PostgreSQL.</summary>
    public static string? Missing(string url, CliHost host)
    {
        if (!url.StartsWith("sqlite:///", StringComparison.OrdinalIgnoreCase)) return null;
        var file = Path.GetFullPath(Uri.UnescapeDataString(url["sqlite:///".Length..]), host.Directory);
        return File.Exists(file) ? null : file;
    }

    /// <summary>For messages: a URL holds a password.</summary>
    public static string Shown(string url) => url.StartsWith("sqlite:///", StringComparison.OrdinalIgnoreCase)
        ? Uri.UnescapeDataString(url["sqlite:///".Length..])
        : url.Split("://")[0] + "://...";
}

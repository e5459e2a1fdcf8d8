using System.CommandLine;
using Microsoft.Extensions.Configuration;
using PactKit.Broker.Settings;

namespace PactKit.Cli.Options;

/// <summary>The database of a broker: a file, or a URL.</summary>
internal sealed class DatabaseOption(CliHost host)
{
    private const string Scheme = "sqlite:///";

    private readonly Option<string?> _database = Opt.Text(
        "--database", "SQLite file, or postgres://user:password@host/name. Default: pact_broker.sqlite3. [env: PACT_BROKER_DATABASE_URL]", "FILE");

    public void AddTo(Command command) => command.Options.Add(_database);

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_database) is not null;

    /// <summary>As the broker's setting has it.</summary>
    public string Url(ParseResult parsed) => Url(Given(parsed), host);

    /// <summary>As whoever runs the command named it, for messages: a URL holds a password.</summary>
    public string Named(ParseResult parsed) => Given(parsed) is var given && given.Contains("://", StringComparison.Ordinal) ? Shown(given) : given;

    public static string Url(string database, CliHost host) => database.Contains("://", StringComparison.Ordinal)
        ? database
        : Scheme + Uri.EscapeDataString(Path.GetFullPath(database, host.Directory));

    /// <summary>The file of a SQLite database; null for PostgreSQL.</summary>
    public static string? File(string url, CliHost host) =>
        url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Path.GetFullPath(Uri.UnescapeDataString(url[Scheme.Length..]), host.Directory) : null;

    /// <summary>The file of a SQLite database that is not there; null when it is, and for PostgreSQL.</summary>
    public static string? Missing(string url, CliHost host) => File(url, host) is { } file && !System.IO.File.Exists(file) ? file : null;

    /// <summary>For messages: a URL holds a password.</summary>
    public static string Shown(string url) => url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        ? Uri.UnescapeDataString(url[Scheme.Length..])
        : url.Split("://")[0] + "://...";

    private string Given(ParseResult parsed) =>
        parsed.GetValue(_database) ?? host.Variable("PACT_BROKER_DATABASE_URL") ?? InParts(host) ?? "pact_broker.sqlite3";

    /// <summary>The other way to set it, which the Ruby broker's image has, too.</summary>
    private static string? InParts(CliHost host) => DatabaseUrl.FromParts(new SettingReader(
        new ConfigurationBuilder().AddInMemoryCollection(host.Environment.Select(variable => KeyValuePair.Create(variable.Key, (string?)variable.Value))).Build()));
}

using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PactKit.Broker;
using PactKit.Broker.Upkeep;
using PactKit.Cli.Commands.Broker;
using PactKit.Cli.Options;

namespace PactKit.Cli.Commands;

/// <summary>Runs a Pact Broker in this process, with its data in one SQLite file unless told otherwise.</summary>
internal sealed class BrokerServerCommand : Command
{
    private readonly CliHost _host;
    private volatile bool _started;
    private readonly Option<int> _port = new("--port")
    {
        Description = "Port to listen on; 0 for any free one.", HelpName = "PORT", DefaultValueFactory = _ => 9292,
    };
    private readonly Option<string> _address = new("--host")
    {
        Description = "Address to listen on. 0.0.0.0 lets other machines in.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1",
    };
    private readonly Option<string> _database = new("--database")
    {
        Description = "SQLite file, or postgres://user:password@host/name.", HelpName = "FILE", DefaultValueFactory = _ => "pact_broker.sqlite3",
    };
    private readonly Option<string?> _baseUrl = Opt.Text(
        "--base-url", "Address clients know the broker by, where a proxy is in front of it.", "URL");

    public BrokerServerCommand(CliHost host) : base("broker", "Run a Pact Broker: an API every Pact client knows, and pages to look at.")
    {
        _host = host;
        foreach (var option in (Option[])[_port, _address, _database, _baseUrl]) Options.Add(option);
        foreach (var command in (Command[])[new CleanCommand(host), new ImportCommand(host), new ExportCommand(host), new RestoreCommand(host)]) Subcommands.Add(command);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (port, address, database) = (parsed.GetValue(_port), parsed.GetRequiredValue(_address), parsed.GetRequiredValue(_database));
        if (port is < 0 or > 65535) return _host.Fail("--port takes a number from 0 to 65535.", CliHost.Usage);
        if (Uri.CheckHostName(address) == UriHostNameType.Unknown)
            return _host.Fail($"'{address}' is not an address to listen on; use 127.0.0.1 or 0.0.0.0.", CliHost.Usage);
        var url = DatabaseOption.Url(database, _host);
        var authority = Uri.CheckHostName(address) == UriHostNameType.IPv6 ? $"[{address.Trim('[', ']')}]" : address;
        string[] settings =
        [
            $"--urls=http://{authority}:{port}", $"--PACT_BROKER_DATABASE_URL={url}",
            // In the environment this name is a client's: the broker to talk to. It must not become the base of this broker's links.
            $"--PACT_BROKER_BASE_URL={parsed.GetValue(_baseUrl)}",
        ];
        try
        {
            NativeMemory.GiveBackEarly();
            await using var app = BrokerApp.Build(settings, Configure);
            await app.StartAsync(cancellationToken);
            _started = true;
            var where = url.StartsWith("sqlite:", StringComparison.Ordinal) ? Path.GetFullPath(database, _host.Directory) : "PostgreSQL";
            _host.Out.WriteLine($"The Pact Broker is at {string.Join(", ", app.Urls)} and keeps its data in {where}.");
            _host.Out.WriteLine("Press Ctrl+C to stop it.");
            await app.WaitForShutdownAsync(cancellationToken);
            return CliHost.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CliHost.Success;
        }
        catch (Exception failure) when (
            failure is SocketException or IOException or UnauthorizedAccessException or ArgumentException or DbException)
        {
            return _host.Fail(Sentence(failure, $"{authority}:{port}", database));
        }
    }

    private static string Sentence(Exception failure, string place, string database)
    {
        var reason = failure.GetBaseException().Message.TrimEnd('.');
        // A URL of a database holds a password; only a file is named.
        var shown = database.Contains("://", StringComparison.Ordinal) ? database.Split("://")[0] + "://..." : database;
        return failure switch
        {
            SocketException or { InnerException: AddressInUseException } => $"The broker cannot listen on {place}: {reason}. If the port is taken, --port chooses another.",
            ArgumentException => $"'{shown}' is not a database for a broker: give a file, or postgres://user:password@host/name. ({reason})",
            _ => $"The database '{shown}' cannot be used: {reason}.",
        };
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(_host.Clock);
        // What the host has to say at the start is said below, in one line.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // A start that fails is told by Sentence; the host would put its stack traces in front of it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => _started && level >= LogLevel.Warning);
    }
}

using System.CommandLine;
using System.Data.Common;
using System.Globalization;
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
    private readonly Option<int?> _port = new("--port")
    {
        Description = "Port to listen on; 0 for any free one. Default: 9292. [env: PACT_BROKER_PORT]", HelpName = "PORT",
    };
    private readonly Option<string?> _address = Opt.Text(
        "--host", "Address to listen on. 0.0.0.0 lets other machines in. Default: 127.0.0.1. [env: PACT_BROKER_HOST]", "ADDRESS");
    private readonly DatabaseOption _database;
    private readonly Option<string?> _baseUrl = Opt.Text(
        "--base-url", "Address clients know the broker by, where a proxy is in front of it.", "URL");

    public BrokerServerCommand(CliHost host) : base("broker", "Run a Pact Broker: an API every Pact client knows, and pages to look at.")
    {
        _host = host;
        _database = new DatabaseOption(host);
        foreach (var option in (Option[])[_port, _address]) Options.Add(option);
        _database.AddTo(this);
        Options.Add(_baseUrl);
        foreach (var command in (Command[])[new CleanCommand(host), new ImportCommand(host), new ExportCommand(host), new RestoreCommand(host)]) Subcommands.Add(command);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        // The variables are those of a broker that is started by itself, so that a deployment may use either. As there, a port that is no number
        // is left aside: Kubernetes sets tcp://address:port in that name for a service called pact-broker.
        var port = parsed.GetValue(_port) ?? (int.TryParse(_host.Variable("PACT_BROKER_PORT"), CultureInfo.InvariantCulture, out var set) ? set : 9292);
        var address = parsed.GetValue(_address) ?? _host.Variable("PACT_BROKER_HOST") ?? "127.0.0.1";
        if (port is < 0 or > 65535) return _host.Fail("--port takes a number from 0 to 65535.", CliHost.Usage);
        if (address is not ("+" or "*") && Uri.CheckHostName(address) == UriHostNameType.Unknown)
            return _host.Fail($"'{address}' is not an address to listen on; use 127.0.0.1 or 0.0.0.0.", CliHost.Usage);
        var authority = Uri.CheckHostName(address) == UriHostNameType.IPv6 ? $"[{address.Trim('[', ']')}]" : address;
        var database = "PACT_BROKER_DATABASE_ADAPTER";
        try
        {
            (var url, database) = (_database.Url(parsed), _database.Named(parsed));
            string[] settings =
            [
                $"--urls=http://{authority}:{port}", $"--PACT_BROKER_DATABASE_URL={url}",
                // In the environment this name is a client's: the broker to talk to. It must not become the base of this broker's links.
                $"--PACT_BROKER_BASE_URL={parsed.GetValue(_baseUrl)}",
            ];
            NativeMemory.GiveBackEarly();
            await using var app = BrokerApp.Build(settings, Configure);
            await app.StartAsync(cancellationToken);
            _started = true;
            var where = DatabaseOption.File(url, _host) ?? "PostgreSQL";
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
        return failure switch
        {
            SocketException or { InnerException: AddressInUseException } => $"The broker cannot listen on {place}: {reason}. If the port is taken, --port chooses another.",
            ArgumentException => $"'{database}' is not a database for a broker: give a file, or postgres://user:password@host/name. ({reason})",
            _ => $"The database '{database}' cannot be used: {reason}.",
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

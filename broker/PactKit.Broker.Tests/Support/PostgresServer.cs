using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using PactKit.Broker.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace PactKit.Broker.Tests.Support;

/// <summary>
/// One PostgreSQL for the whole run: the server behind PACTKIT_TEST_POSTGRES (a postgres:// URL), or one started from the
/// system's binaries on a free port. Without either, its tests are skipped and say so.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? _folder;
    private string? _binaries;
    private string _server = "";
    private int _databases;

    public string? SkipReason { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PACTKIT_TEST_POSTGRES") is { Length: > 0 } given)
        {
            _server = given[..given.LastIndexOf('/')];
            return;
        }

        _binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
            : null;
        if (_binaries is null)
        {
            SkipReason = "PostgreSQL is not here: install it, or set PACTKIT_TEST_POSTGRES to postgres://user:password@host:port/name.";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("pactkit-postgres-").FullName;
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", _folder);
        var port = FreePort();
        await RunAsServerUserAsync("initdb", "-D", $"{_folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        await RunAsServerUserAsync("pg_ctl", "-D", $"{_folder}/data", "-w", "-l", $"{_folder}/log", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=300", "start");
        _server = $"postgres://postgres:none@127.0.0.1:{port}";
    }

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"broker_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        var uri = new Uri(_server + "/postgres");
        var user = uri.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var connectionString = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port, Username = user[0], Password = user[^1], Database = "postgres", Pooling = false }.ToString();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name made here; databases cannot be named by a parameter.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return $"{_server}/{name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        NpgsqlConnection.ClearAllPools();
        await RunAsServerUserAsync("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task RunAsServerUserAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", Path.Combine(_binaries!, program), .. arguments])
        : RunAsync(Path.Combine(_binaries!, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // No redirected pipes: the server inherits them and would keep them open.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/tmp" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null 2>&1");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

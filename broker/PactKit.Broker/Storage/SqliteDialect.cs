using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using FluentMigrator.Runner;
using Microsoft.Data.Sqlite;

namespace PactKit.Broker.Storage;

internal sealed class SqliteDialect : Dialect, IAsyncDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IdleConnections = 4;
    private static readonly TimeSpan MigrationPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(10);
    private readonly string _file;
    private readonly ConcurrentBag<KeptConnection> _idle = [];

    public SqliteDialect(string file)
    {
        _file = Path.GetFullPath(file);
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = _file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
    }

    public override string ConnectionString { get; }

    public override SemaphoreSlim? WriterGate { get; } = new(1, 1);

    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new KeptConnection(ConnectionString);
        await connection.OpenAsync(ct);
        // The system keeps the file in memory already: half a megabyte for each connection's own copy is as fast as more.
        // With a write-ahead log NORMAL cannot corrupt the file; only the last commits may be lost when the machine loses power.
        await ExecuteAsync(connection, "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -500; PRAGMA temp_store = MEMORY", ct);
        return connection;
    }

    public override ValueTask ReleaseAsync(DbConnection connection)
    {
        if (_idle.Count >= IdleConnections) return connection.DisposeAsync();
        _idle.Add((KeptConnection)connection);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection)) await connection.DisposeAsync();
        WriterGate?.Dispose();
    }

    // Not deferred: the write lock is taken first, so that a read inside the transaction never has to be upgraded.
    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override string Tables => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'VersionInfo'";

    public override string References => "SELECT m.name, f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";

    public override string WithGivenIds => "";

    public override string LastId => "SELECT seq FROM sqlite_sequence WHERE name = @table";

    // The table of sequences has no key: what is there is replaced.
    public override string SetLastId => "DELETE FROM sqlite_sequence WHERE name = @table; INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @last)";

    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    public override string SkipLocked => "";

    public override string? LockKey => null;

    public override object Ids(IEnumerable<long> ids) => JsonSerializer.Serialize(ids);

    public override bool IsWorthRetrying(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };

    public override void Configure(IMigrationRunnerBuilder runner) => runner.AddSQLite();

    public override async Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var held = await HoldAsync(_file + "-migration", ct);
        try
        {
            await using var connection = await OpenAsync(ct);
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", ct);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    // A file that exists and cannot be opened is held by a node that is migrating; one that cannot be made is nobody's.
    private static async Task<FileStream> HoldAsync(string path, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += MigrationPause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException failure) when (File.Exists(path))
            {
                if (waited >= MigrationPatience)
                    throw new IOException($"Another broker has been migrating this database for {waited.TotalMinutes:0} minutes: it holds '{path}'. Stop it, or delete the file if no broker runs.", failure);
                await Task.Delay(MigrationPause, ct);
            }
        }
    }

    public override Task<IAsyncDisposable?> TryLockAsync(string name, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<IAsyncDisposable?>(new FileStream($"{_file}-{name}", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists($"{_file}-{name}"))
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts only.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}

using System.Data.Common;
using System.Globalization;
using FluentMigrator.Runner;
using Npgsql;

namespace PactKit.Broker.Storage;

internal sealed class PostgresDialect : Dialect, IAsyncDisposable
{
    private const long MigrationLock = 0x7061_6374_6b69_74;
    private readonly NpgsqlDataSource _source;

    public PostgresDialect(string url)
    {
        var uri = new Uri(url);
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 15,
            // Two nodes fit into the 100 connections that a server allows by default; more requests than this wait their turn.
            MaxPoolSize = 45,
            ApplicationName = "PactKit broker",
            // Nothing is left in a session that the next user would have to be kept from, and a reset costs each request a fifth of a millisecond.
            NoResetOnClose = true,
        };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            if (pair is ["max_connections", var most]) builder.MaxPoolSize = Number(most);
            if (pair is ["pool_timeout", var patience]) builder.Timeout = Number(patience);
            if (pair is ["statement_timeout", var limit]) builder.CommandTimeout = Number(limit);
            if (pair is ["sslmode", var mode]) builder["SSL Mode"] = Uri.UnescapeDataString(mode).Replace("-", "", StringComparison.Ordinal);
        }

        ConnectionString = builder.ToString();
        _source = new NpgsqlDataSourceBuilder(ConnectionString).UsePhysicalConnectionInitializer(Prepare, PrepareAsync).Build();
    }

    public override string ConnectionString { get; }

    // Planning one of our queries takes longer than running it: a prepared one is planned once, and never compiled. Planned when tables are
    // still small it must not settle for reading them whole.
    private static NpgsqlCommand Preparation(NpgsqlConnection connection) =>
        new("SET plan_cache_mode = force_generic_plan; SET jit = off; SET enable_seqscan = off", connection);

    private static void Prepare(NpgsqlConnection connection)
    {
        using var command = Preparation(connection);
        command.ExecuteNonQuery();
    }

    private static async Task PrepareAsync(NpgsqlConnection connection)
    {
        await using var command = Preparation(connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
        ? value
        : throw new ArgumentException($"'{text}' in the options of the database is no number above 0.");

    public override SemaphoreSlim? WriterGate => null;

    public override async Task<DbConnection> OpenAsync(CancellationToken ct) => await _source.OpenConnectionAsync(ct);

    public override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) => await connection.BeginTransactionAsync(ct);

    public override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);

    public override string Tables => "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'VersionInfo'";

    public override string References => """
        SELECT t.relname::text, o.relname::text FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
        WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
        """;

    public override string WithGivenIds => "OVERRIDING SYSTEM VALUE";

    public override string LastId => """
        SELECT pg_sequence_last_value(pg_get_serial_sequence(quote_ident(@table), a.attname)::regclass) FROM pg_attribute a
        WHERE a.attrelid = quote_ident(@table)::regclass AND a.attname = 'id'
        """;

    public override string SetLastId => "SELECT setval(pg_get_serial_sequence(quote_ident(@table), 'id'), @last)";

    public override string In(string column, string parameter) => $"{column} = ANY(@{parameter})";

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string? LockKey => "SELECT pg_advisory_xact_lock(hashtextextended(@key, 0))";

    public override object Ids(IEnumerable<long> ids) => ids.ToArray();

    public override bool IsWorthRetrying(DbException failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation,
    };

    public override void Configure(IMigrationRunnerBuilder runner) => runner.AddPostgres15_0();

    public override async Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken ct)
    {
        var connection = await _source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_advisory_lock(@key)";
        command.Parameters.AddWithValue("key", MigrationLock);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
        return new Held(connection, MigrationLock);
    }

    public override async Task<IAsyncDisposable?> TryLockAsync(string name, CancellationToken ct)
    {
        var key = name.Aggregate(MigrationLock, (hash, letter) => (hash * 31) + letter);
        var connection = await _source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_try_advisory_lock(@key)";
        command.Parameters.AddWithValue("key", key);
        if (await command.ExecuteScalarAsync(ct) is true) return new Held(connection, key);
        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private sealed class Held(NpgsqlConnection connection, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT pg_advisory_unlock(@key)";
                command.Parameters.AddWithValue("key", key);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}

using System.Data.Common;
using Dapper;
using FluentMigrator.Runner;

namespace PactKit.Broker.Storage;

/// <summary>What differs between the two databases, and nothing else.</summary>
internal abstract class Dialect
{
    static Dialect()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new Moment.Handler());
    }

    /// <summary>Chooses by the scheme of <c>PACT_BROKER_DATABASE_URL</c>; without one, a SQLite file in the working directory.</summary>
    /// <exception cref="ArgumentException">The URL names neither database.</exception>
    public static Dialect From(string? url) => url switch
    {
        null or "" => new SqliteDialect("pact_broker.sqlite3"),
        _ when url.StartsWith("sqlite:///", StringComparison.OrdinalIgnoreCase) => new SqliteDialect(Uri.UnescapeDataString(url["sqlite:///".Length..])),
        _ when url.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) => new PostgresDialect(url),
        _ => throw new ArgumentException(
            $"PACT_BROKER_DATABASE_URL starts with '{url.Split(':')[0]}:'. Use sqlite:///file, sqlite:////absolute/file or postgres://user:password@host:port/name."),
    };

    public abstract string ConnectionString { get; }

    public abstract Task<DbConnection> OpenAsync(CancellationToken ct);

    /// <summary>Takes back a connection from <see cref="OpenAsync"/> that nobody uses any more.</summary>
    public virtual ValueTask ReleaseAsync(DbConnection connection) => connection.DisposeAsync();

    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct);

    /// <summary>A condition true when <paramref name="column"/> is among the ids of a parameter made by <see cref="Ids"/>. Its text never varies, so plans are reused.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>Ends a query that takes rows off a queue which other nodes work on, too.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Waits for a lock on the text <c>@key</c> that the transaction keeps to its end; null where transactions that write never overlap.</summary>
    public abstract string? LockKey { get; }

    public abstract object Ids(IEnumerable<long> ids);

    /// <summary>Another attempt of the same transaction may succeed.</summary>
    public abstract bool IsWorthRetrying(DbException failure);

    public abstract void Configure(IMigrationRunnerBuilder runner);

    /// <summary>Keeps two starting nodes from migrating at once; disposed when the migration is over.</summary>
    public abstract Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken ct);

    /// <summary>A lock of this name over the whole database, for a long piece of work; null when somebody else has it.</summary>
    public abstract Task<IAsyncDisposable?> TryLockAsync(string name, CancellationToken ct);

    /// <summary>A transaction that reads everything as it is now, whatever others write meanwhile, and that keeps nobody from writing.</summary>
    public abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Names of all tables but the one of the migrations.</summary>
    public abstract string Tables { get; }

    /// <summary>Pairs of a table and one that it refers to.</summary>
    public abstract string References { get; }

    /// <summary>The last id that <c>@table</c> gave, or null.</summary>
    public abstract string LastId { get; }

    /// <summary>Stands between the columns and the values of an insert that gives ids of its own.</summary>
    public abstract string WithGivenIds { get; }

    /// <summary>Makes <c>@last</c> the last id that <c>@table</c> gave.</summary>
    public abstract string SetLastId { get; }

    /// <summary>SQLite has one writer; waiting for it in the process is fairer and faster than polling the file lock.</summary>
    public abstract SemaphoreSlim? WriterGate { get; }
}

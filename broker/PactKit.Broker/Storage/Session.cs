using System.Data.Common;
using Dapper;

namespace PactKit.Broker.Storage;

/// <summary>One connection for one request, opened when first used; a transaction only around <see cref="WriteAsync"/>.</summary>
internal sealed class Session(Dialect dialect, TimeProvider clock, Func<Guid> newId, BrokerSettings settings) : IAsyncDisposable
{
    private const int Attempts = 8;
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    public Moment Now => Moment.Now(clock);

    /// <summary>Changes with each attempt of a transaction: what was read before may have been changed by somebody else.</summary>
    public int Attempt { get; private set; }

    /// <summary>The request will be refused whatever comes of it: nothing it writes stays, and nothing leaves the broker.</summary>
    public bool TakesBack { get; set; }

    public string NewUuid() => newId().ToString();

    /// <summary>A condition true when a column holds the name in a parameter; whether case matters is the operator's choice.</summary>
    public string Named(string column, string parameter) =>
        settings.UseCaseSensitiveResourceNames ? $"{column} = @{parameter}" : $"lower({column}) = lower(@{parameter})";

    public string In(string column, string parameter) => dialect.In(column, parameter);

    public object Ids(IEnumerable<long> ids) => dialect.Ids(ids);

    public async Task<List<T>> Query<T>(string sql, object? args, CancellationToken ct) =>
        (await (await ConnectionAsync(ct)).QueryAsync<T>(Command(sql, args, ct))).AsList();

    public async Task<T?> One<T>(string sql, object? args, CancellationToken ct) =>
        await (await ConnectionAsync(ct)).QueryFirstOrDefaultAsync<T>(Command(sql, args, ct));

    /// <summary>Several queries, separated by semicolons, in one exchange with the database; <paramref name="read"/> takes their answers in order.</summary>
    public async Task<T> Several<T>(string sql, object? args, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct)
    {
        await using var answers = await (await ConnectionAsync(ct)).QueryMultipleAsync(Command(sql, args, ct));
        return await read(answers);
    }

    public async Task<int> Run(string sql, object? args, CancellationToken ct) =>
        await (await ConnectionAsync(ct)).ExecuteAsync(Command(sql, args, ct));

    /// <summary>Does the work in one transaction, again from the start when another writer got in between.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (_transaction is not null) return await work();
        if (dialect.WriterGate is { } gate) await gate.WaitAsync(ct);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Attempt++;
                    await using var transaction = _transaction = await dialect.BeginAsync(await ConnectionAsync(ct), ct);
                    var result = await work();
                    if (!TakesBack) await transaction.CommitAsync(ct);
                    return result;
                }
                catch (DbException failure) when (attempt < Attempts && dialect.IsWorthRetrying(failure))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), ct);
                }
                finally
                {
                    _transaction = null;
                }
            }
        }
        finally
        {
            dialect.WriterGate?.Release();
        }
    }

    /// <summary>
    /// Lets one transaction at a time go on for the same thing, where what is written depends on what was read before. Without it
    /// two writers read the same state on PostgreSQL, and both believe they may go ahead.
    /// </summary>
    public Task LockAsync(string key, CancellationToken ct) => dialect.LockKey is { } sql ? Run(sql, new { key }, ct) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await dialect.ReleaseAsync(_connection);
        _connection = null;
    }

    private async ValueTask<DbConnection> ConnectionAsync(CancellationToken ct) => _connection ??= await dialect.OpenAsync(ct);

    private CommandDefinition Command(string sql, object? args, CancellationToken ct) => new(sql, args, _transaction, cancellationToken: ct);
}

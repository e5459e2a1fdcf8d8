using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PactKit.Broker.Storage;

/// <summary>Borrows the compiled command of its text from a <see cref="KeptConnection"/> and gives it back when disposed.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _inner;
    private bool _failed;

    /// <summary>Set once, before the parameters.</summary>
    [AllowNull]
    public override string CommandText
    {
        get => _inner?.CommandText ?? "";
        set
        {
            Release();
            _inner = connection.Take(value ?? "");
        }
    }

    public override int CommandTimeout
    {
        get => Inner.CommandTimeout;
        set => Inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException("SQLite has no stored procedures.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set
        {
            if (!ReferenceEquals(value, connection)) throw new NotSupportedException("A command stays with its connection.");
        }
    }

    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Inner => _inner ?? throw new InvalidOperationException("The command has no text yet.");

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    public override void Prepare() => Run(command =>
    {
        command.Prepare();
        return 0;
    });

    public override void Cancel() => _inner?.Cancel();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(command => command.ExecuteReader(behavior));

    protected override void Dispose(bool disposing)
    {
        if (disposing) Release();
        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> execute)
    {
        Inner.Transaction = (SqliteTransaction?)DbTransaction;
        try
        {
            return execute(Inner);
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    // What failed is not worth keeping: nobody knows in which state its statement is.
    private void Release()
    {
        if (_inner is null) return;
        if (_failed) _inner.Dispose();
        else connection.GiveBack(_inner);
        _inner = null;
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PactKit.Broker.Storage;

/// <summary>
/// A connection to SQLite that keeps its statements compiled from one request to the next: compiling a query of the matrix takes
/// several times as long as running it. For one user at a time, as every connection.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostKept = 200;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    /// <summary>The compiled command of this text, or a new one; it is nobody else's until it is given back.</summary>
    public SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var kept)) return kept;
        var command = base.CreateCommand();
#pragma warning disable CA2100 // The text is the store's, with parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_idle.Count >= MostKept || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _idle.Values) command.Dispose();
            _idle.Clear();
        }

        base.Dispose(disposing);
    }
}

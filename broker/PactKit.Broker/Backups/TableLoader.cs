using System.Data.Common;
using System.Text.Json;

namespace PactKit.Broker.Backups;

/// <summary>Inserts the rows of one table, many at a time, in the types its columns have here.</summary>
internal sealed class TableLoader : IAsyncDisposable
{
    private const int RowsAtOnce = 100;
    private readonly DatabaseSchema _schema;
    private readonly string _table;
    private readonly string _columns;
    private readonly Type[] _types;
    private readonly List<object> _values = [];
    private DbCommand? _full;

    private TableLoader(DatabaseSchema schema, BackupTable table, Type[] types) =>
        (_schema, _table, _columns, _types) = (schema, table.Table, string.Join(", ", table.Columns), types);

    public long Rows { get; private set; }

    /// <exception cref="BackupException">A column of the file is not there.</exception>
    public static async Task<TableLoader> OpenAsync(DatabaseSchema schema, BackupTable table, CancellationToken ct)
    {
        await using var command = schema.Command($"SELECT * FROM {table.Table} LIMIT 0");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetFieldType);
        var types = table.Columns.Select(column => known.GetValueOrDefault(column)
            ?? throw new BackupException($"The file has a column {table.Table}.{column}, and the database has none.")).ToArray();
        return new TableLoader(schema, table, types);
    }

    public async Task AddAsync(string line, CancellationToken ct)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.GetArrayLength() != _types.Length) throw new BackupException($"A row of {_table} has {document.RootElement.GetArrayLength()} values, and {_types.Length} columns.");
        foreach (var (index, value) in document.RootElement.EnumerateArray().Index()) _values.Add(Convert(value, _types[index]));
        Rows++;
        if (_values.Count == RowsAtOnce * _types.Length) await FlushAsync(ct);
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        if (_values.Count == 0) return;
        if (_values.Count == RowsAtOnce * _types.Length) await RunAsync(_full ??= Insert(RowsAtOnce), ct);
        else
        {
            await using var last = Insert(_values.Count / _types.Length);
            await RunAsync(last, ct);
        }

        _values.Clear();
    }

    public ValueTask DisposeAsync() => _full?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task RunAsync(DbCommand insert, CancellationToken ct)
    {
        for (var i = 0; i < _values.Count; i++) insert.Parameters[i].Value = _values[i];
        await insert.ExecuteNonQueryAsync(ct);
    }

    private DbCommand Insert(int rows)
    {
        var width = _types.Length;
        var groups = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(row * width, width).Select(i => "@p" + i))})");
        var command = _schema.Command(_schema.InsertInto(_table, _columns) + string.Join(", ", groups));
        for (var i = 0; i < rows * width; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + i;
            parameter.DbType = _types[i % width] == typeof(bool) ? System.Data.DbType.Boolean
                : _types[i % width] == typeof(string) ? System.Data.DbType.String
                : _types[i % width] == typeof(int) ? System.Data.DbType.Int32 : System.Data.DbType.Int64;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // SQLite has no booleans of its own: there they are 0 and 1.
    private static object Convert(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False when type == typeof(bool) => value.GetBoolean(),
        JsonValueKind.True => 1L,
        JsonValueKind.False => 0L,
        JsonValueKind.Number when type == typeof(bool) => value.GetInt64() != 0,
        JsonValueKind.Number when type == typeof(int) => value.GetInt32(),
        JsonValueKind.Number => value.GetInt64(),
        _ => throw new BackupException($"A row holds {value.GetRawText()}, which no column can hold."),
    };
}

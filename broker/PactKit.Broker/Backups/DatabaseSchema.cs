using System.Data.Common;
using System.Globalization;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Backups;

/// <summary>The tables of a database as it is, so that a migration that adds one needs no change here.</summary>
internal sealed class DatabaseSchema(Dialect dialect, DbConnection connection, DbTransaction transaction)
{
    public DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the database's own catalogue, values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>An insert of rows with their ids, up to its values.</summary>
    public string InsertInto(string table, string columns) => $"INSERT INTO {table} ({columns}) {dialect.WithGivenIds} VALUES ";

    public async Task<long> VersionAsync(CancellationToken ct) =>
        Convert.ToInt64(await ScalarAsync("SELECT max(\"Version\") FROM \"VersionInfo\"", ct), CultureInfo.InvariantCulture);

    /// <summary>A table comes after those it refers to.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken ct)
    {
        var names = (await PairsAsync(dialect.Tables, ct)).Select(pair => pair.Name).Order(StringComparer.Ordinal).ToList();
        var needs = (await PairsAsync(dialect.References, ct)).Where(pair => pair.Name != pair.Other).ToLookup(pair => pair.Name, pair => pair.Other);
        var ordered = new List<string>();
        void Visit(string name)
        {
            if (ordered.Contains(name)) return;
            foreach (var needed in needs[name].Order(StringComparer.Ordinal)) Visit(needed!);
            ordered.Add(name);
        }

        names.ForEach(Visit);
        return ordered;
    }

    /// <summary>The last id the table gave; null when it gives none.</summary>
    public async Task<long?> LastIdAsync(string table, CancellationToken ct) =>
        await ScalarAsync(dialect.LastId, ct, ("table", table)) is long last ? last : null;

    public async Task SetLastIdAsync(string table, long last, CancellationToken ct)
    {
        if (last <= 0) return;
        await using var command = Command(dialect.SetLastId, ("table", table), ("last", last));
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<bool> IsEmptyAsync(string table, CancellationToken ct) => await ScalarAsync($"SELECT 1 FROM {table} LIMIT 1", ct) is null;

    private async Task<object?> ScalarAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(ct) is { } value and not DBNull ? value : null;
    }

    private async Task<List<(string Name, string? Other)>> PairsAsync(string sql, CancellationToken ct)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var pairs = new List<(string, string?)>();
        while (await reader.ReadAsync(ct)) pairs.Add((reader.GetString(0), reader.FieldCount > 1 ? reader.GetString(1) : null));
        return pairs;
    }
}

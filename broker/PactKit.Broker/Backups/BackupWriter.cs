using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Backups;

/// <summary>Writes all data of a broker to one file, as they were at one moment; the broker may go on meanwhile.</summary>
internal sealed class BackupWriter(Dialect dialect, TimeProvider clock)
{
    private const int FlushAt = 1 << 16;
    private static readonly JsonWriterOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="progress">Hears each table with its rows.</param>
    public async Task<BackupEnd> WriteAsync(Stream file, Action<string, long> progress, CancellationToken ct)
    {
        var connection = await dialect.OpenAsync(ct);
        try
        {
            await using var snapshot = await dialect.BeginSnapshotAsync(connection, ct);
            var schema = new DatabaseSchema(dialect, connection, snapshot);
            await using var zip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            await WriteLineAsync(zip, new BackupHeader(BackupFormat.Name, BackupFormat.Version, await schema.VersionAsync(ct), Moment.Now(clock).ToString()), ct);
            var rows = new Dictionary<string, long>();
            var lastIds = new Dictionary<string, long>();
            foreach (var table in await schema.TablesAsync(ct))
            {
                rows[table] = await WriteTableAsync(zip, schema, table, ct);
                if (await schema.LastIdAsync(table, ct) is { } last and > 0) lastIds[table] = last;
                progress(table, rows[table]);
            }

            var end = new BackupEnd(true, rows, lastIds);
            await WriteLineAsync(zip, end, ct);
            return end;
        }
        finally
        {
            await dialect.ReleaseAsync(connection);
        }
    }

    private static async Task<long> WriteTableAsync(Stream file, DatabaseSchema schema, string table, CancellationToken ct)
    {
        await using var command = schema.Command($"SELECT * FROM {table} ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        await WriteLineAsync(file, new BackupTable(table, columns), ct);
        await using var writer = new Utf8JsonWriter(file, Json);
        var count = 0L;
        for (; await reader.ReadAsync(ct); count++)
        {
            WriteRow(writer, reader);
            writer.Flush();
            writer.Reset();
            file.WriteByte((byte)'\n');
            if (count % FlushAt == 0) await file.FlushAsync(ct);
        }

        return count;
    }

    private static void WriteRow(Utf8JsonWriter writer, DbDataReader reader)
    {
        writer.WriteStartArray();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            switch (reader.GetValue(i))
            {
                case DBNull: writer.WriteNullValue(); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case long number: writer.WriteNumberValue(number); break;
                case int number: writer.WriteNumberValue(number); break;
                case string text: writer.WriteStringValue(text); break;
                case var other: throw new BackupException($"Column {reader.GetName(i)} holds a {other.GetType().Name}, which this version cannot write.");
            }
        }

        writer.WriteEndArray();
    }

    private static async Task WriteLineAsync<T>(Stream file, T line, CancellationToken ct)
    {
        await JsonSerializer.SerializeAsync(file, line, JsonSerializerOptions.Web, ct);
        await file.WriteAsync("\n"u8.ToArray(), ct);
    }
}

using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Backups;

/// <summary>
/// Puts the data of a file into an empty database, of either kind: all of it or nothing. The schema is first brought to where it was
/// when the file was written, and forward from there when the data are in.
/// </summary>
internal sealed class BackupReader(Dialect dialect)
{
    /// <param name="progress">Hears each table with its rows.</param>
    /// <exception cref="BackupException">The file is no whole backup, or the database is not empty.</exception>
    public async Task<BackupEnd> RestoreAsync(Stream file, Action<string, long> progress, CancellationToken ct)
    {
        try
        {
            await using var zip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            using var lines = new StreamReader(zip);
            var header = await HeaderAsync(lines, ct);
            await RefuseUnlessEmptyAsync(ct);
            await Migrator.MigrateToAsync(dialect, header.Schema, ct);
            try
            {
                return await LoadAsync(lines, progress, ct);
            }
            finally
            {
                await Migrator.MigrateUpAsync(dialect, CancellationToken.None);
            }
        }
        catch (DbException failure)
        {
            throw new BackupException($"The database refused what is in the file: {failure.Message.TrimEnd('.')}. Nothing was restored.");
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            throw new BackupException($"This is not a whole backup of a broker: {failure.Message.TrimEnd('.')}. Nothing was restored.");
        }
    }

    private async Task<BackupEnd> LoadAsync(StreamReader lines, Action<string, long> progress, CancellationToken ct)
    {
        if (dialect.WriterGate is { } gate) await gate.WaitAsync(ct);
        var connection = await dialect.OpenAsync(ct);
        try
        {
            await using var transaction = await dialect.BeginAsync(connection, ct);
            var schema = new DatabaseSchema(dialect, connection, transaction);
            var known = await schema.TablesAsync(ct);
            var rows = new Dictionary<string, long>();
            TableLoader? loader = null;
            var end = default(BackupEnd);
            string? table = null;
            while (await lines.ReadLineAsync(ct) is { } line)
            {
                if (line.StartsWith('['))
                {
                    await (loader ?? throw new BackupException("The file has a row before the name of its table.")).AddAsync(line, ct);
                    continue;
                }

                await CloseAsync();
                if (line.Contains("\"end\":true", StringComparison.Ordinal))
                {
                    end = JsonSerializer.Deserialize<BackupEnd>(line, JsonSerializerOptions.Web);
                    break;
                }

                var next = JsonSerializer.Deserialize<BackupTable>(line, JsonSerializerOptions.Web)!;
                if (!known.Contains(next.Table)) throw new BackupException($"The file has a table {next.Table}, and the database has none.");
                (table, loader) = (next.Table, await TableLoader.OpenAsync(schema, next, ct));
            }

            if (end is null || end.Rows.Any(count => rows.GetValueOrDefault(count.Key) != count.Value))
                throw new BackupException("The file ends before all of its rows. Nothing was restored.");
            foreach (var (name, last) in end.LastIds) await schema.SetLastIdAsync(name, last, ct);
            await transaction.CommitAsync(ct);
            return end;

            async Task CloseAsync()
            {
                if (loader is null) return;
                await loader.FlushAsync(ct);
                rows[table!] = loader.Rows;
                progress(table!, loader.Rows);
                await loader.DisposeAsync();
                loader = null;
            }
        }
        finally
        {
            await dialect.ReleaseAsync(connection);
            dialect.WriterGate?.Release();
        }
    }

    private static async Task<BackupHeader> HeaderAsync(StreamReader lines, CancellationToken ct)
    {
        var header = JsonSerializer.Deserialize<BackupHeader>(await lines.ReadLineAsync(ct) ?? "", JsonSerializerOptions.Web);
        if (header?.Format != BackupFormat.Name) throw new BackupException("This is not a backup of a broker.");
        if (header.Version > BackupFormat.Version || header.Schema > Migrator.Newest)
            throw new BackupException("The backup was written by a newer broker than this one; restore it with that version.");
        return header;
    }

    private async Task RefuseUnlessEmptyAsync(CancellationToken ct)
    {
        await Migrator.MigrateUpAsync(dialect, ct);
        var connection = await dialect.OpenAsync(ct);
        try
        {
            await using var transaction = await dialect.BeginSnapshotAsync(connection, ct);
            var schema = new DatabaseSchema(dialect, connection, transaction);
            foreach (var table in await schema.TablesAsync(ct))
            {
                if (!await schema.IsEmptyAsync(table, ct)) throw new BackupException($"The database already holds data ({table}); a backup is restored to an empty one only.");
            }
        }
        finally
        {
            await dialect.ReleaseAsync(connection);
        }
    }
}

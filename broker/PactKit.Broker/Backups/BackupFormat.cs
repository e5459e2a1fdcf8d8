namespace PactKit.Broker.Backups;

/// <summary>
/// One file, compressed lines of JSON: a header, for each table its columns and then one array per row, and at the end how many rows
/// there have to be. No line depends on the kind of database it came from.
/// </summary>
internal static class BackupFormat
{
    public const string Name = "pactkit-broker-backup";
    public const int Version = 1;
}

/// <param name="Schema">The last migration of the database it came from.</param>
internal sealed record BackupHeader(string Format, int Version, long Schema, string CreatedAt);

internal sealed record BackupTable(string Table, IReadOnlyList<string> Columns);

/// <param name="Rows">Rows per table: a file that was cut off does not pass for a whole one.</param>
/// <param name="LastIds">The last id given per table, which is not always one that still exists: numbers are not given twice.</param>
internal sealed record BackupEnd(bool End, IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<string, long> LastIds);

/// <summary>A file that cannot be restored, or a database it cannot be restored to; the message is for the operator.</summary>
internal sealed class BackupException(string message) : Exception(message);

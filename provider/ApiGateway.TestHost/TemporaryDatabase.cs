using Microsoft.Data.Sqlite;

namespace ApiGateway.TestHost;

/// <summary>A SQLite file in a folder of its own; both are gone after Dispose.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apigateway-");

    /// <summary>Without pooling, so that no handle outlives the last connection and keeps the file on Windows.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(_folder.FullName, "gateway.db"),
        Pooling = false,
    }.ToString();

    public void Dispose() => _folder.Delete(recursive: true);
}

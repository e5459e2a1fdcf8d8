using ApiGateway.TestHost;

namespace ApiGateway.Tests.Hosting;

public sealed class SqliteGateway : ProductionGateway
{
    private readonly TemporaryDatabase _database = new();

    protected override string DatabaseProvider => "Sqlite";

    protected override string ConnectionString => _database.ConnectionString;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Dispose();
    }
}

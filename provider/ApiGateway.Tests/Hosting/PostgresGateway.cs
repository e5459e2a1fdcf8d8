using ApiGateway.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApiGateway.Tests.Hosting;

/// <summary>A database of its own on the server that <c>API_GATEWAY_POSTGRES</c> names; dropped when the tests are done.</summary>
public sealed class PostgresGateway : ProductionGateway
{
    private static int _count;
    private readonly int _number = Interlocked.Increment(ref _count);
    private readonly string? _server = Environment.GetEnvironmentVariable("API_GATEWAY_POSTGRES");

    public override string? Unavailable => string.IsNullOrEmpty(_server)
        ? "Set API_GATEWAY_POSTGRES to the connection string of a PostgreSQL server to run these tests."
        : null;

    protected override string DatabaseProvider => "PostgreSQL";

    protected override string ConnectionString => new NpgsqlConnectionStringBuilder(_server)
    {
        Database = $"apigateway_tests_{Environment.ProcessId}_{_number}",
        Pooling = false,
    }.ToString();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || Unavailable is not null) return;
        using var db = new GatewayDb(new DbContextOptionsBuilder<GatewayDb>().UseNpgsql(ConnectionString).Options);
        db.Database.EnsureDeleted();
    }
}

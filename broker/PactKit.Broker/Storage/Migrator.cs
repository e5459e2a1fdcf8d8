using FluentMigrator.Runner;

namespace PactKit.Broker.Storage;

/// <summary>Brings the schema up to date at start; nodes starting together wait for each other.</summary>
internal static class Migrator
{
    public static async Task MigrateUpAsync(Dialect dialect, CancellationToken ct)
    {
        await using var held = await dialect.LockForMigrationAsync(ct);
        await using var services = Runner(dialect);
        services.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    public static async Task MigrateDownAsync(Dialect dialect, long version, CancellationToken ct)
    {
        await using var held = await dialect.LockForMigrationAsync(ct);
        await using var services = Runner(dialect);
        services.GetRequiredService<IMigrationRunner>().MigrateDown(version);
    }

    private static ServiceProvider Runner(Dialect dialect) => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner =>
        {
            dialect.Configure(runner);
            runner.WithGlobalConnectionString(dialect.ConnectionString).ScanIn(typeof(Migrator).Assembly).For.Migrations();
        })
        .BuildServiceProvider();
}

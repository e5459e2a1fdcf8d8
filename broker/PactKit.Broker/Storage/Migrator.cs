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

    /// <summary>The last migration this broker knows.</summary>
    public static long Newest { get; } = typeof(Migrator).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(FluentMigrator.MigrationAttribute), inherit: false)).Max(found => ((FluentMigrator.MigrationAttribute)found).Version);

    /// <summary>Up or down to exactly this migration.</summary>
    public static async Task MigrateToAsync(Dialect dialect, long version, CancellationToken ct)
    {
        await using var held = await dialect.LockForMigrationAsync(ct);
        await using var services = Runner(dialect);
        services.GetRequiredService<IMigrationRunner>().MigrateUp(version);
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

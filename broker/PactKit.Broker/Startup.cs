using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PactKit.Broker.Storage;
using PactKit.Broker.Upkeep;

namespace PactKit.Broker;

/// <summary>Migrates the database before the first request is taken, and puts the examples into a new one when asked to.</summary>
internal sealed class Startup(Dialect dialect, BrokerSettings settings, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.AutoMigrateDatabase) await MigrateAsync(cancellationToken);
        if (!settings.SeedExampleData) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExampleData>().AddAsync(cancellationToken);
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Migrator.MigrateUpAsync(dialect, ct);
                return;
            }
            catch (DbException) when (attempt < settings.DatabaseConnectRetries)
            {
                // The database may be starting, too.
                await Task.Delay(Pause, ct);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class StartupServices
{
    /// <summary>The outermost place where time and ids come from; a test may have put its own there before.</summary>
    public static void TryAddClockAndIds(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
#pragma warning disable RS0030 // Here the ids enter the broker.
        services.TryAddSingleton<Func<Guid>>(Guid.NewGuid);
#pragma warning restore RS0030
    }
}

using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PactKit.Broker.Storage;

namespace PactKit.Broker;

/// <summary>Migrates the database before the first request is taken.</summary>
internal sealed class Startup(Dialect dialect, BrokerSettings settings) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!settings.AutoMigrateDatabase) return;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Migrator.MigrateUpAsync(dialect, cancellationToken);
                return;
            }
            catch (DbException) when (attempt < settings.DatabaseConnectRetries)
            {
                // The database may be starting, too.
                await Task.Delay(Pause, cancellationToken);
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

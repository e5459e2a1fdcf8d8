using Microsoft.Extensions.DependencyInjection.Extensions;
using PactKit.Broker.Storage;

namespace PactKit.Broker;

/// <summary>Migrates the database before the first request is taken.</summary>
internal sealed class Startup(Dialect dialect) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Migrator.MigrateUpAsync(dialect, cancellationToken);

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

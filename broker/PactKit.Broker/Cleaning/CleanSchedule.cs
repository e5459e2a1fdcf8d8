using System.Data.Common;

namespace PactKit.Broker.Cleaning;

/// <summary>Cleans up on the operator's schedule. Of several nodes one does it; the others find the lock taken and wait for their next turn.</summary>
internal sealed class CleanSchedule(IServiceScopeFactory scopes, CleanSettings settings, TimeProvider clock, ILogger<CleanSchedule> log) : BackgroundService
{
    // A timer cannot wait for months; a clock that is set meanwhile is noticed, too.
    private static readonly TimeSpan LongestNap = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled) return;
        while (settings.Schedule.GetNextOccurrence(clock.GetUtcNow(), TimeZoneInfo.Utc) is { } next)
        {
            for (var left = next - clock.GetUtcNow(); left > TimeSpan.Zero; left = next - clock.GetUtcNow())
                await Task.Delay(left < LongestNap ? left : LongestNap, clock, stoppingToken);
            await CleanAsync(stoppingToken);
        }
    }

    private async Task CleanAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<Cleaner>().RunAsync(settings, ct);
            if (log.IsEnabled(LogLevel.Information)) log.LogInformation("Clean-up: {Report}", report?.ToString() ?? "another node is at it");
        }
        catch (DbException failure)
        {
            log.LogWarning(failure, "The clean-up failed; it is tried again on its next turn.");
        }
    }
}

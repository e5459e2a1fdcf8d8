using System.Text.Json;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Webhooks;

/// <summary>Sends what is due. The rows are the queue, so nothing is lost over a restart and several nodes share the work.</summary>
internal sealed class WebhookQueue(IServiceScopeFactory scopes, WebhookSender sender, BrokerSettings settings, TimeProvider clock, ILogger<WebhookQueue> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Sends until nothing is due; returns how many calls were made.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        for (var sent = 0; ; sent++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<TriggeredWebhooksStore>();
            if (await store.TakeDueAsync(Moment.From(clock.GetUtcNow() + Lease), ct) is not { } triggered) return sent;
            await SendAsync(store, triggered, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever it is must not end the queue, and with it the broker.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogWarning(failure, "The webhook queue stopped at a failure; it is tried again.");
            }
        }
    }

    private async Task SendAsync(TriggeredWebhooksStore store, TriggeredWebhook triggered, CancellationToken ct)
    {
        if (triggered.Request is null)
        {
            await store.FinishAsync(triggered.Id, "failure", null, false, "The webhook was deleted before it could be executed.", ct);
            return;
        }

        var request = JsonSerializer.Deserialize<WebhookRequest>(triggered.Request)!;
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(triggered.Context)!;
        var outcome = await sender.SendAsync(request, values, ct);
        var retries = settings.WebhookRetrySchedule;
        if (outcome.Success)
        {
            await store.FinishAsync(triggered.Id, "success", null, true, outcome.Logs, ct);
        }
        else if (triggered.Attempts < retries.Count)
        {
            var delay = retries[triggered.Attempts];
            var logs = $"{outcome.Logs}Retrying webhook in {delay.TotalSeconds:0} seconds\n";
            await store.FinishAsync(triggered.Id, "retrying", Moment.From(clock.GetUtcNow() + delay), false, logs, ct);
        }
        else
        {
            await store.FinishAsync(triggered.Id, "failure", null, false, $"{outcome.Logs}Webhook execution failed after {triggered.Attempts + 1} attempts\n", ct);
        }
    }
}

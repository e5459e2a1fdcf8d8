using PactKit.Broker.Storage;

namespace PactKit.Broker.Dashboard;

/// <summary>How the latest call of a webhook for an event of a pair went.</summary>
internal sealed record WebhookCall
{
    private static readonly string[] WorstFirst = ["failure", "retrying", "not_run", "success"];

    public long ConsumerId { get; init; }
    public long ProviderId { get; init; }
    public required string Status { get; init; }
    public Moment CreatedAt { get; init; }

    /// <summary>The worst outweighs the rest; without any call it is <c>none</c>.</summary>
    public static string Summary(IReadOnlyCollection<WebhookCall> calls) =>
        WorstFirst.FirstOrDefault(status => calls.Any(call => call.Status == status)) ?? "none";
}

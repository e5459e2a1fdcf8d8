using System.Globalization;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Verifications;

namespace PactKit.Broker.Webhooks;

internal static class TriggeredWebhooksApi
{
    public static void MapTriggeredWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PactsApi.Pair + "/version/{number}/triggered-webhooks", OfPact);
        routes.MapGet(PactsApi.Pair + "/pact-version/{sha}/verification-results/{number}/triggered-webhooks", OfVerification);
        routes.MapGet(PactsApi.Pair + "/webhooks/status", Status);
        routes.MapGet("/triggered-webhooks/{uuid}/logs", Logs);
    }

    private static async Task<IResult> OfPact(BrokerRequest request, string consumer, string provider, string number, PactsStore pacts, TriggeredWebhooksStore store, CancellationToken ct) =>
        await pacts.FindAsync(consumer, provider, PactFilter.Version(number), ct) is { } pact
            ? List(request, await store.OfPublicationAsync(pact, ct), $"Webhooks triggered by the publication of the {Urls.PactTitle(consumer, number, provider)}")
            : Errors.NotFound();

    private static async Task<IResult> OfVerification(
        BrokerRequest request, string consumer, string provider, string sha, string number, VerificationsStore verifications, TriggeredWebhooksStore store, CancellationToken ct) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await verifications.FindAsync(consumer, provider, sha, id, ct) is not null
            ? List(request, await store.OfVerificationAsync(id, ct), $"Webhooks triggered by the publication of verification result {id}")
            : Errors.NotFound();

    private static HalResult List(BrokerRequest request, List<TriggeredWebhook> items, string title) => new(new HalDocument()
        .Embed("triggeredWebhooks", items.Select(item => WebhookDocument.Triggered(item, request.Settings.WebhookRetrySchedule.Count + 1, request.Urls)))
        .Link("self", new Link(request.SelfUrl, title)));

    private static async Task<IResult> Status(
        BrokerRequest request, string consumer, string provider, PactsStore pacts, PacticipantsStore pacticipants, TriggeredWebhooksStore store, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(consumer, ct) is not { } consumerRow) return Errors.PacticipantNotFound(consumer);
        if (await pacticipants.FindAsync(provider, ct) is not { } providerRow) return Errors.PacticipantNotFound(provider);
        var items = await store.LatestOfPairAsync(consumerRow.Id, providerRow.Id, ct);
        var pact = await pacts.FindAsync(consumer, provider, PactFilter.Latest, ct);
        int Count(string status) => items.Count(item => item.Status == status);
        int? Some(string status) => Count(status) is > 0 and var count ? count : null;
        var urls = request.Urls;
        var summary = new HalDocument { ["successful"] = Count("success"), ["failed"] = Count("failure"), ["retrying"] = Some("retrying"), ["notRun"] = Some("not_run") };
        var document = new HalDocument { ["summary"] = summary }
            .Embed("triggeredWebhooks", items.Select(item => WebhookDocument.Triggered(item, request.Settings.WebhookRetrySchedule.Count + 1, urls)))
            .Link("self", new Link(request.SelfUrl, "Webhooks status"))
            .Links("pb:error-logs", items.Where(item => item.Status is "failure" or "retrying").Select(item => new Link(urls.TriggeredWebhookLogs(item.Uuid), "Error logs", item.EventName)))
            .Link("pb:pact-webhooks", new Link($"{urls.Base}/webhooks/provider/{Uri.EscapeDataString(provider)}/consumer/{Uri.EscapeDataString(consumer)}", "Webhooks of the pact"));
        if (pact is not null) document.Link("pb:pact-version", new Link(urls.Pact(consumer, provider, pact.Number), "Pact", Urls.PactTitle(consumer, pact.Number, provider)));
        return new HalResult(document
            .Link("pb:consumer", new Link(urls.Pacticipant(consumer), "Consumer", consumer))
            .Link("pb:provider", new Link(urls.Pacticipant(provider), "Provider", provider)));
    }

    private static async Task<IResult> Logs(BrokerRequest request, string uuid, TriggeredWebhooksStore store, CancellationToken ct)
    {
        if (await store.FindAsync(uuid, ct) is not { } triggered) return Errors.NotFound();
        var executions = await store.ExecutionsAsync(triggered.Id, ct);
        if (!request.Accept.Contains("hal+json", StringComparison.OrdinalIgnoreCase))
            return new TextResult(executions.Count == 0 ? "Webhook has not executed yet. Please retry in a few seconds." : string.Join('\n', executions.Select(execution => execution.Logs)));
        return new HalResult(new HalDocument
        {
            ["eventName"] = triggered.EventName,
            ["consumerName"] = triggered.Consumer,
            ["providerName"] = triggered.Provider,
            ["executions"] = executions.Select(execution => new HalDocument { ["success"] = execution.Success, ["logs"] = execution.Logs, ["createdAt"] = execution.CreatedAt }),
        }
        .Embed("triggeredWebhook", new HalDocument { ["uuid"] = triggered.Uuid })
        .Link("self", new Link(request.SelfUrl, "Webhook execution logs")));
    }
}

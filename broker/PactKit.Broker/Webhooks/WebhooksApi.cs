using System.Buffers.Text;
using System.Text.RegularExpressions;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Webhooks;

internal static partial class WebhooksApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        foreach (var scope in new[] { "/webhooks", "/webhooks/provider/{provider}/consumer/{consumer}", "/webhooks/provider/{provider}", "/webhooks/consumer/{consumer}", PactsApi.Pair + "/webhooks" })
        {
            routes.MapGet(scope, List);
            routes.MapPost(scope, Create).ReadsJson(required: true);
        }

        routes.MapGet("/webhooks/{uuid}", Show);
        routes.MapPut("/webhooks/{uuid}", Put).ReadsJson(required: true);
        routes.MapDelete("/webhooks/{uuid}", Delete);
        routes.MapPost("/webhooks/{uuid}/execute", Execute);
        routes.MapPost("/webhooks/execute", ExecuteUnsaved).ReadsJson(required: true);
    }

    private static async Task<IResult> List(BrokerRequest request, string? consumer, string? provider, WebhooksStore store, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (consumer is null && provider is null) return new HalResult(WebhookDocument.List(await store.ListAsync(ct), "Webhooks", request));
        var (consumerRow, providerRow, missing) = await PartiesAsync(pacticipants, consumer, provider, ct);
        if (missing is not null) return missing;
        var webhooks = await store.ListAsync(consumerRow?.Id, providerRow?.Id, ct);
        return new HalResult(WebhookDocument.List(webhooks, $"Webhooks of {consumer ?? "any consumer"} and {provider ?? "any provider"}", request));
    }

    private static async Task<IResult> Create(
        BrokerRequest request, string? consumer, string? provider, WebhooksStore store, WebhookReader reader, PacticipantsStore pacticipants, Session db, CancellationToken ct) => await db.WriteAsync(async () =>
    {
        var (consumerRow, providerRow, missing) = await PartiesAsync(pacticipants, consumer, provider, ct);
        var (webhook, errors) = await reader.ReadAsync(request.Body, NewUuid(db), null, ct);
        if (errors.Count > 0) return Errors.Validation(errors);
        if (missing is not null) return missing;
        var scoped = webhook with { ConsumerId = consumerRow?.Id ?? webhook.ConsumerId, ProviderId = providerRow?.Id ?? webhook.ProviderId };
        await store.InsertAsync(scoped, ct);
        return new HalResult(WebhookDocument.Of((await store.FindAsync(scoped.Uuid, ct))!, request.Urls), 201, request.Urls.Webhook(scoped.Uuid));
    }, ct);

    private static async Task<IResult> Show(BrokerRequest request, string uuid, WebhooksStore store, CancellationToken ct) =>
        await store.FindAsync(uuid, ct) is { } found ? new HalResult(WebhookDocument.Of(found, request.Urls)) : Errors.NotFound();

    private static Task<IResult> Put(BrokerRequest request, string uuid, WebhooksStore store, WebhookReader reader, Session db, CancellationToken ct) =>
        db.WriteAsync<IResult>(async () =>
        {
            var stored = await store.FindAsync(uuid, ct);
            var (webhook, errors) = await reader.ReadAsync(request.Body, uuid, stored, ct);
            if (stored is null && !Uuid().IsMatch(uuid)) errors["uuid"] = ["must have 16 to 500 characters of A-Z, a-z, 0-9, - and _"];
            if (errors.Count > 0) return Errors.Validation(errors);
            if (stored is null) await store.InsertAsync(webhook, ct);
            else await store.UpdateAsync(webhook, ct);
            if (await store.FindAsync(uuid, ct) is not { } saved) return Errors.NotFound();
            var document = WebhookDocument.Of(saved, request.Urls);
            return stored is null ? new HalResult(document, 201, request.Urls.Webhook(uuid)) : new HalResult(document);
        }, ct);

    private static async Task<IResult> Delete(string uuid, WebhooksStore store, Session db, CancellationToken ct) =>
        await db.WriteAsync(() => store.DeleteAsync(uuid, ct), ct) > 0 ? EmptyResult.Deleted : Errors.NotFound();

    private static async Task<IResult> Execute(BrokerRequest request, string uuid, WebhooksStore store, WebhookTester tester, Session db, CancellationToken ct) =>
        db.TakesBack ? Errors.NotAcceptable() : await store.FindAsync(uuid, ct) is { } found ? await tester.TestAsync(request, found, saved: true, ct) : Errors.NotFound();

    private static async Task<IResult> ExecuteUnsaved(BrokerRequest request, WebhookReader reader, WebhookTester tester, Session db, CancellationToken ct)
    {
        var (webhook, errors) = await reader.ReadAsync(request.Body, NewUuid(db), null, ct);
        if (errors.Count > 0) return Errors.Validation(errors);
        return db.TakesBack ? Errors.NotAcceptable() : await tester.TestAsync(request, webhook, saved: false, ct);
    }

    private static async Task<(Pacticipant? Consumer, Pacticipant? Provider, IResult? Missing)> PartiesAsync(PacticipantsStore pacticipants, string? consumer, string? provider, CancellationToken ct)
    {
        var consumerRow = consumer is null ? null : await pacticipants.FindAsync(consumer, ct);
        var providerRow = provider is null ? null : await pacticipants.FindAsync(provider, ct);
        var missing = consumer is not null && consumerRow is null ? Errors.PacticipantNotFound(consumer)
            : provider is not null && providerRow is null ? Errors.PacticipantNotFound(provider) : null;
        return (consumerRow, providerRow, missing);
    }

    private static string NewUuid(Session db) => Base64Url.EncodeToString(Guid.Parse(db.NewUuid()).ToByteArray());

    [GeneratedRegex("^[A-Za-z0-9_-]{16,500}$", RegexOptions.None, 1000)]
    private static partial Regex Uuid();
}

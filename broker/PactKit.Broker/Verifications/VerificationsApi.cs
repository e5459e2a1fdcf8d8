using System.Globalization;
using PactKit.Broker.Docs;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Verifications;

internal static class VerificationsApi
{
    public static void MapVerifications(this IEndpointRouteBuilder routes)
    {
        var pair = routes.MapGroup(PactsApi.Pair);
        pair.MapPost("/pact-version/{sha}/verification-results", Publish).ReadsJson();
        pair.MapPost("/pact-version/{sha}/metadata/{metadata}/verification-results", Publish).ReadsJson();
        foreach (var result in new[] { "/pact-version/{sha}/verification-results/{number}", "/pact-version/{sha}/metadata/{metadata}/verification-results/{number}" })
        {
            pair.MapGet(result, Show);
            pair.MapDelete(result, Delete);
        }

        MapLatest(pair, "/version/{number}", (number, _) => PactFilter.Version(number!));
        MapLatest(pair, "/latest", (_, _) => PactFilter.Latest);
        MapLatest(pair, "/latest/{tag}", (_, tag) => PactFilter.LatestTagged(tag!));
        routes.MapGet("/verification-results/consumer/{consumer}/version/{number}/latest", Summary);
    }

    private static void MapLatest(IEndpointRouteBuilder pair, string pact, Func<string?, string?, PactFilter> filter)
    {
        pair.MapGet(pact + "/verification-results/latest", async (BrokerRequest request, string consumer, string provider, string? number, string? tag, PactsStore pacts, VerificationsStore store, CancellationToken ct) =>
        {
            if (await pacts.FindAsync(consumer, provider, filter(number, tag), ct) is not { } found) return Errors.NotFound();
            return await Represent(request, store, pacts, await store.LatestAsync(found.PactVersionId, ct), found.Number, ct);
        });
        pair.MapDelete(pact + "/verification-results/latest", async (string consumer, string provider, string? number, string? tag, PactsStore pacts, VerificationsStore store, Session db, CancellationToken ct) =>
        {
            if (await pacts.FindAsync(consumer, provider, filter(number, tag), ct) is not { } found) return Errors.NotFound();
            if (await store.LatestAsync(found.PactVersionId, ct) is not { } verification) return Errors.NotFound();
            await db.WriteAsync(() => store.DeleteAsync(verification, ct), ct);
            return EmptyResult.Deleted;
        });
    }

    private static async Task<IResult> Publish(
        BrokerRequest request, string consumer, string provider, string sha, string? metadata, PactsStore pacts, PacticipantsStore pacticipants,
        VersionsStore versions, VerificationsStore store, WebhookTrigger webhooks, Session db, CancellationToken ct)
    {
        if (request.Body.ValueKind == System.Text.Json.JsonValueKind.Undefined) return Errors.Malformed("JSON - the request needs a body, and this one is empty");
        var (result, errors) = VerificationRequest.Read(request.Body, request.Settings);
        if (result is null) return Errors.Validation(errors);
        var selection = SelectionMetadata.Decode(metadata);
        var versionIds = selection.ConsumerVersionIds.OrderDescending().ToList();
        var (id, document) = await db.WriteAsync(async () =>
        {
            var found = await pacts.FindByShaAsync(consumer, provider, sha, versionIds.Count > 0 ? versionIds[0] : null, selection.ConsumerVersionNumber, ct);
            if (found is null) return (0L, (HalDocument?)null);
            var (version, _) = await versions.GetOrCreateAsync(new Pacticipant { Id = found.ProviderId, Name = found.Provider }, result.ProviderVersion, null, ct);
            var saved = await store.InsertAsync(found, version, result, selection, metadata, ct);
            await pacts.TouchIntegrationAsync(found.ConsumerId, found.ProviderId, ct);
            await webhooks.ForVerificationAsync(found, saved.Id, version, result, selection, request.Urls.Base, ct);
            var details = new VerificationDetails { TestResults = result.TestResults, VerifiedBy = result.VerifiedBy, Metadata = metadata };
            return (saved.Id, VerificationDocument.Of(saved, details, found.Number, request.Urls));
        }, ct);
        return document is null ? Errors.NotFound() : new HalResult(document, StatusCodes.Status201Created, request.Urls.Verification(consumer, provider, sha, id));
    }

    private static async Task<IResult> Show(
        BrokerRequest request, string consumer, string provider, string sha, string number, PactsStore pacts, VerificationsStore store, CancellationToken ct)
    {
        if (number == "all") return Errors.NotFound("To see all verification results of a pact, use the matrix: /matrix?q[][pacticipant]=…&latestby=");
        var verification = await FindAsync(consumer, provider, sha, number, pacts, store, ct);
        return await Represent(request, store, pacts, verification, null, ct);
    }

    private static async Task<IResult> Delete(string consumer, string provider, string sha, string number, PactsStore pacts, VerificationsStore store, Session db, CancellationToken ct)
    {
        if (await FindAsync(consumer, provider, sha, number, pacts, store, ct) is not { } found) return Errors.NotFound();
        await db.WriteAsync(() => store.DeleteAsync(found, ct), ct);
        return EmptyResult.Deleted;
    }

    private static async Task<Verification?> FindAsync(string consumer, string provider, string sha, string number, PactsStore pacts, VerificationsStore store, CancellationToken ct)
    {
        if (number == "latest") return await pacts.PactVersionIdAsync(consumer, provider, sha, ct) is { } content ? await store.LatestAsync(content, ct) : null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await store.FindAsync(consumer, provider, sha, id, ct) : null;
    }

    private static async Task<IResult> Represent(BrokerRequest request, VerificationsStore store, PactsStore pacts, Verification? verification, string? consumerVersion, CancellationToken ct)
    {
        if (verification is null) return Errors.NotFound();
        if (request.WantsHtml && request.Settings.UseHalBrowser) return HalBrowser.Show(request, StatusCodes.Status302Found);
        if (consumerVersion is null)
        {
            var details = await store.DetailsAsync(verification.Id, ct);
            var selection = SelectionMetadata.Decode(details?.Metadata);
            var ids = selection.ConsumerVersionIds.OrderDescending().ToList();
            var pact = await pacts.FindByShaAsync(verification.Consumer, verification.Provider, verification.Sha, ids.Count > 0 ? ids[0] : null, selection.ConsumerVersionNumber, ct);
            consumerVersion = pact?.Number ?? "";
        }

        var document = VerificationDocument.Of(verification, await store.DetailsAsync(verification.Id, ct), consumerVersion, request.Urls);
        if (ExtendedDocument.IsWanted(request.Accept))
        {
            await ExtendedDocument.WithTagsAsync(request, document, verification.Provider, verification.ProviderVersion, verification.ProviderVersionId, ct);
            return new HalResult(document, contentType: MediaTypes.Extended);
        }

        return new HalResult(document, contentType: PactResult.WantsPlainJson(request.Accept) ? MediaTypes.Json : MediaTypes.Hal);
    }

    private static async Task<IResult> Summary(
        BrokerRequest request, string consumer, string number, PactsStore pacts, VersionsStore versions, VerificationsStore store, CancellationToken ct)
    {
        if (await versions.FindAsync(consumer, number, ct) is not { } version) return Errors.NotFound();
        var published = await pacts.ListOfVersionAsync(version.Id, ct);
        var latest = await store.LatestOfAsync(published.Select(pact => pact.PactVersionId), ct);
        var results = published.Select(pact => (Pact: pact, Result: latest.GetValueOrDefault(pact.PactVersionId))).ToList();
        List<string> Providers(bool? success) => results.Where(r => r.Result?.Success == success).Select(r => r.Pact.Provider).Distinct().ToList();
        var summary = new HalDocument { ["successful"] = Providers(true), ["failed"] = Providers(false), ["unknown"] = Providers(null) };
        return new HalResult(new HalDocument { ["success"] = results.All(r => r.Result?.Success == true), ["providerSummary"] = summary }
            .Embed("verificationResults", results.Where(r => r.Result is not null).Select(r => VerificationDocument.Of(r.Result!, null, number, request.Urls)))
            .Link("self", new Link(request.SelfUrl, $"Latest verification results for consumer {consumer} version {number}")));
    }
}

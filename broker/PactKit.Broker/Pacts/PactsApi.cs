using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

internal static class PactsApi
{
    public const string Pair = "/pacts/provider/{provider}/consumer/{consumer}";

    public static void MapPacts(this IEndpointRouteBuilder routes)
    {
        foreach (var pact in new[] { Pair + "/version/{number}", Pair + "/versions/{number}", "/pact/provider/{provider}/consumer/{consumer}/version/{number}" })
        {
            routes.MapGet(pact, Show);
            routes.MapPut(pact, Put).ReadsJson(required: true);
            routes.MapPatch(pact, Merge).ReadsJson(required: true);
            routes.MapDelete(pact, Delete);
        }

        routes.MapGet(Pair + "/latest", Latest);
        routes.MapGet("/pact/provider/{provider}/consumer/{consumer}/latest", Latest);
        routes.MapGet(Pair + "/latest/{tag}", LatestTagged);
        routes.MapGet(Pair + "/latest-untagged", LatestUntagged);
        routes.MapGet(Pair + "/branch/{branch}/latest", LatestOnBranch);
        routes.MapGet(Pair + "/pact-version/{sha}", ShowContent);
        routes.MapGet(Pair + "/pact-version/{sha}/metadata/{metadata}", ShowContent);
        routes.MapGet(Pair + "/version/{number}/previous-distinct", PreviousDistinct);
    }

    private static async Task<IResult> Show(BrokerRequest request, string consumer, string provider, string number, PactsStore store, CancellationToken ct) =>
        await Represent(request, store, await store.FindAsync(consumer, provider, PactFilter.Version(number), ct), null, ct);

    private static Task<IResult> Latest(BrokerRequest request, string consumer, string provider, PactsStore store, CancellationToken ct) =>
        ShowLatest(request, consumer, provider, PactFilter.Latest, store, ct);

    private static Task<IResult> LatestTagged(BrokerRequest request, string consumer, string provider, string tag, PactsStore store, CancellationToken ct) =>
        ShowLatest(request, consumer, provider, PactFilter.LatestTagged(tag), store, ct);

    private static Task<IResult> LatestUntagged(BrokerRequest request, string consumer, string provider, PactsStore store, CancellationToken ct) =>
        ShowLatest(request, consumer, provider, PactFilter.LatestUntagged, store, ct);

    private static Task<IResult> LatestOnBranch(BrokerRequest request, string consumer, string provider, string branch, PactsStore store, CancellationToken ct) =>
        ShowLatest(request, consumer, provider, PactFilter.LatestOnBranch(branch), store, ct, listed: true);

    private static async Task<IResult> ShowLatest(BrokerRequest request, string consumer, string provider, PactFilter filter, PactsStore store, CancellationToken ct, bool listed = false)
    {
        var pact = await store.FindAsync(consumer, provider, filter, ct);
        if (pact is null) return Errors.NotFound();
        var metadata = new SelectionMetadata { ConsumerVersionId = pact.ConsumerVersionId, Tags = filter == PactFilter.LatestTagged(filter.Name ?? "") ? [filter.Name!] : [] };
        return await Represent(request, store, pact, metadata.Encode(), ct, withVersionHeader: true, listed: listed);
    }

    private static async Task<IResult> ShowContent(BrokerRequest request, string consumer, string provider, string sha, string? metadata, PactsStore store, CancellationToken ct)
    {
        var selection = SelectionMetadata.Decode(metadata);
        var versions = selection.ConsumerVersionIds.OrderDescending().ToList();
        var pact = await store.FindByShaAsync(consumer, provider, sha, versions.Count > 0 ? versions[0] : null, selection.ConsumerVersionNumber, ct);
        var numbers = versions.Count > 0 ? await store.NumbersAsync(versions, ct) : null;
        return await Represent(request, store, pact, metadata, ct, consumerVersions: numbers);
    }

    private static async Task<IResult> PreviousDistinct(BrokerRequest request, string consumer, string provider, string number, PactsStore store, PreviousPacts previous, CancellationToken ct) =>
        await store.FindAsync(consumer, provider, PactFilter.Version(number), ct) is { } pact
            ? await Represent(request, store, await previous.DistinctAsync(pact, ct), null, ct)
            : Errors.NotFound();

    private static Task<IResult> Put(
        BrokerRequest request, string consumer, string provider, string number, PactSaver saver, CancellationToken ct) =>
        saver.SaveAsync(request, consumer, provider, number, merge: false, ct);

    private static Task<IResult> Merge(
        BrokerRequest request, string consumer, string provider, string number, PactSaver saver, CancellationToken ct) =>
        saver.SaveAsync(request, consumer, provider, number, merge: true, ct);

    private static async Task<IResult> Delete(BrokerRequest request, string consumer, string provider, string number, PactsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(consumer, provider, PactFilter.Version(number), ct) is not { } pact) return Errors.NotFound();
        await db.WriteAsync(() => store.DeleteAsync([pact], ct), ct);
        var document = new HalDocument().Link("index", new Link(request.Urls.Base));
        if (await store.FindAsync(consumer, provider, PactFilter.Latest, ct) is not null)
            document.Link("pb:latest-pact-version", new Link(request.Urls.Pair(consumer, provider) + "/latest", "Latest version of this pact"));
        return new HalResult(document);
    }

    internal static async Task<IResult> Represent(
        BrokerRequest request, PactsStore store, Pact? pact, string? metadata, CancellationToken ct, bool withVersionHeader = false, IReadOnlyList<string>? consumerVersions = null, bool listed = false)
    {
        if (pact is null) return Errors.NotFound();
        if (request.WantsHtml) return await PactPages.Show(request, pact, ct);
        var extended = ExtendedDocument.IsWanted(request.Accept);
        if (!extended && EntityTag.IsKnown(request, $"{pact.PublicationId} {pact.Sha} {pact.CreatedAt.Microseconds} {metadata} {string.Join(',', consumerVersions ?? [])} {listed}")) return new EmptyResult(StatusCodes.Status304NotModified);
        var content = await store.ContentAsync(pact.PactVersionId, ct);
        var links = PactDocument.Links(pact, request.Urls, metadata, consumerVersions);
        // The official get-pacts reads this URL as a list.
        if (listed) links.Links("pb:pacts", [new Link(request.Urls.Pact(pact.Consumer, pact.Provider, pact.Number), Urls.PactTitle(pact.Consumer, pact.Number, pact.Provider), pact.Consumer)]);
        if (extended) return await ExtendedDocument.OfAsync(request, pact, content, links, ct);
        return new PactResult(content, links, consumerVersion: withVersionHeader ? pact.Number : null);
    }
}

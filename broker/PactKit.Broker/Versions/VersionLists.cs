using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Versions;

/// <summary>Represents one version or a list of them.</summary>
internal sealed class VersionLists(VersionsStore store, VersionDetailsStore detailsStore, PacticipantsStore pacticipants, EnvironmentsStore environments)
{
    public async Task<IResult> ShowOneAsync(BrokerRequest request, PacticipantVersion? version, CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        if (version is null) return Errors.NotFound();
        var details = await detailsStore.LoadAsync([version.Id], ct);
        var providers = await detailsStore.ProvidersAsync([version.Id], ct);
        var all = await environments.ListAsync(null, ct);
        var location = status == StatusCodes.Status201Created ? request.Urls.Version(version.Pacticipant, version.Number) : null;
        return new HalResult(VersionDocument.Of(version, details, providers, request.Urls, request.SelfUrl, all), status, location);
    }

    public async Task<IResult> ShowAsync(BrokerRequest request, string pacticipant, VersionFilter filter, CancellationToken ct, bool emptyIsMissing = false)
    {
        if (!Pagination.TryRead(request, null, out var page, out var refusal)) return refusal!;
        if (await pacticipants.FindAsync(pacticipant, ct) is not { } owner) return Errors.PacticipantNotFound(pacticipant);
        var (items, total) = await store.ListAsync(owner.Id, filter, page, ct);
        if (emptyIsMissing && total == 0) return Errors.NotFound();
        var ids = items.Select(v => v.Id).ToList();
        var details = await detailsStore.LoadAsync(ids, ct);
        var providers = await detailsStore.ProvidersAsync(ids, ct);
        var urls = request.Urls;
        var document = new HalDocument()
            .Embed("versions", items.Select(v => VersionDocument.Of(v, details, providers, urls)))
            .Link("self", new Link(request.SelfUrlWithQuery, $"Versions of {pacticipant}"))
            .Link("pb:pacticipant", new Link(urls.Pacticipant(pacticipant), pacticipant))
            .Links("pb:versions", items.Select(v => new Link(urls.Version(pacticipant, v.Number), "Version", v.Number)))
            .Link("pacticipant", new Link(urls.Pacticipant(pacticipant), "Deprecated: use pb:pacticipant"))
            .Links("versions", items.Select(v => new Link(urls.Version(pacticipant, v.Number), "Deprecated: use pb:versions", v.Number)));
        page?.AddTo(document, request, total);
        return new HalResult(document);
    }
}

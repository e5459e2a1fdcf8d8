using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal static class TagsApi
{
    public static void MapTags(this IEndpointRouteBuilder routes)
    {
        const string Tag = "/pacticipants/{pacticipant}/versions/{number}/tags/{tag}";
        routes.MapGet(Tag, Show);
        routes.MapPut(Tag, Create).ReadsJson();
        routes.MapDelete(Tag, Delete);
    }

    private static async Task<IResult> Show(BrokerRequest request, string pacticipant, string number, string tag, TagsStore store, CancellationToken ct) =>
        await store.FindAsync(pacticipant, number, tag, ct) is { } found ? new HalResult(Document(request.Urls, pacticipant, number, found)) : Errors.NotFound();

    private static async Task<IResult> Create(
        BrokerRequest request, string pacticipant, string number, string tag, TagsStore store, PacticipantsStore pacticipants, VersionsStore versions, Session db, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(tag)) return Errors.Validation("name", Fields.Blank);
        var (added, tagged) = await db.WriteAsync(async () =>
        {
            var owner = await pacticipants.GetOrCreateAsync(pacticipant, ct);
            var (version, _) = await versions.GetOrCreateAsync(owner, number, null, ct);
            var isNew = await store.AddAsync(owner, version, tag, ct);
            await store.RecordDeploymentForTagAsync(version, tag, ct);
            return (isNew, (await store.FindAsync(pacticipant, number, tag, ct))!);
        }, ct);
        var document = Document(request.Urls, pacticipant, number, tagged);
        return added ? new HalResult(document, 201, request.Urls.Tag(pacticipant, number, tag)) : new HalResult(document);
    }

    private static async Task<IResult> Delete(string pacticipant, string number, string tag, TagsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(pacticipant, number, tag, ct) is not { } found) return Errors.NotFound();
        await db.WriteAsync(() => store.DeleteAsync(found.VersionId, tag, ct), ct);
        return EmptyResult.Deleted;
    }

    private static HalDocument Document(Urls urls, string pacticipant, string number, Tag tag) => new HalDocument
    {
        ["name"] = tag.Name,
        ["createdAt"] = tag.CreatedAt,
        ["updatedAt"] = tag.UpdatedAt == tag.CreatedAt ? null : tag.UpdatedAt,
    }
    .Link("self", new Link(urls.Tag(pacticipant, number, tag.Name), "Tag", tag.Name))
    .Link("version", new Link(urls.Version(pacticipant, number), "Version", number))
    .Link("pacticipant", new Link(urls.Pacticipant(pacticipant), "Pacticipant", pacticipant));
}

using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal static class BranchesApi
{
    public static void MapBranches(this IEndpointRouteBuilder routes)
    {
        var branches = routes.MapGroup("/pacticipants/{pacticipant}/branches");
        branches.MapGet("", List);
        branches.MapDelete("", DeleteMany);
        branches.MapGet("/{branch}", Show);
        branches.MapDelete("/{branch}", Delete);
        branches.MapGet("/{branch}/versions/{number}", ShowVersion);
        branches.MapPut("/{branch}/versions/{number}", AddVersion).ReadsJson();
        branches.MapDelete("/{branch}/versions/{number}", RemoveVersion);
    }

    private static async Task<IResult> List(BrokerRequest request, string pacticipant, BranchesStore store, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (!Pagination.TryRead(request, Pagination.DefaultSize, out var page, out var refusal)) return refusal!;
        if (await pacticipants.FindAsync(pacticipant, ct) is not { } owner) return Errors.PacticipantNotFound(pacticipant);
        var (items, total) = await store.ListAsync(owner.Id, request.Query("q"), page!, ct);
        var document = new HalDocument()
            .Embed("branches", items.Select(b => Document(request.Urls, pacticipant, b)))
            .Link("self", new Link(request.SelfUrlWithQuery, $"Branches of {pacticipant}"))
            .Links("pb:branches", items.Select(b => new Link(request.Urls.Branch(pacticipant, b.Name), Name: b.Name)));
        page!.AddTo(document, request, total);
        return new HalResult(document);
    }

    private static async Task<IResult> DeleteMany(BrokerRequest request, string pacticipant, BranchesStore store, PacticipantsStore pacticipants, Session db, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(pacticipant, ct) is not { } owner) return Errors.PacticipantNotFound(pacticipant);
        var excluded = request.Http.Request.Query["exclude[]"].Concat(request.Http.Request.Query["exclude"]).ToHashSet();
        var (remaining, count) = await db.WriteAsync(async () =>
        {
            var all = await store.AllAsync(owner.Id, ct);
            var kept = all.Where(b => b.Name == owner.MainBranch || excluded.Contains(b.Name)).Select(b => b.Name).ToList();
            var doomed = all.Where(b => !kept.Contains(b.Name)).Select(b => b.Id).ToList();
            await store.DeleteAsync(doomed, ct);
            return (kept, doomed.Count);
        }, ct);
        var text = $"{count} branches of {pacticipant} are being deleted. These remain: {string.Join(", ", remaining)}";
        var notice = new HalDocument { ["type"] = "success", ["text"] = text };
        return new HalResult(new HalDocument { ["notices"] = new[] { notice } }, StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Show(BrokerRequest request, string pacticipant, string branch, BranchesStore store, CancellationToken ct) =>
        await store.FindAsync(pacticipant, branch, ct) is { } found ? new HalResult(Document(request.Urls, pacticipant, found)) : Errors.NotFound();

    private static async Task<IResult> Delete(string pacticipant, string branch, BranchesStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(pacticipant, branch, ct) is not { } found) return Errors.NotFound();
        await db.WriteAsync(() => store.DeleteAsync(found.Id, ct), ct);
        return EmptyResult.Deleted;
    }

    private static async Task<IResult> ShowVersion(BrokerRequest request, string pacticipant, string branch, string number, BranchesStore store, CancellationToken ct) =>
        await store.FindMembershipAsync(pacticipant, branch, number, ct) is { } found
            ? new HalResult(Document(request.Urls, pacticipant, number, found))
            : Errors.NotFound();

    private static async Task<IResult> AddVersion(
        BrokerRequest request, string pacticipant, string branch, string number, BranchesStore store, PacticipantsStore pacticipants, VersionsStore versions, Session db, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(branch)) return Errors.Validation("name", Fields.Blank);
        var (added, membership) = await db.WriteAsync(async () =>
        {
            var owner = await pacticipants.GetOrCreateAsync(pacticipant, ct);
            var (version, _) = await versions.GetOrCreateAsync(owner, number, null, ct);
            var isNew = await store.AddVersionAsync(owner, version.Id, branch, automatic: false, ct);
            return (isNew, (await store.FindMembershipAsync(pacticipant, branch, number, ct))!);
        }, ct);
        var document = Document(request.Urls, pacticipant, number, membership);
        return added ? new HalResult(document, 201, request.Urls.BranchVersion(pacticipant, branch, number)) : new HalResult(document);
    }

    private static async Task<IResult> RemoveVersion(string pacticipant, string branch, string number, BranchesStore store, Session db, CancellationToken ct) =>
        await db.WriteAsync(() => store.RemoveVersionAsync(pacticipant, branch, number, ct), ct) > 0 ? EmptyResult.Deleted : Errors.NotFound();

    private static HalDocument Document(Urls urls, string pacticipant, Branch branch) => new HalDocument
    {
        ["name"] = branch.Name,
        ["createdAt"] = branch.CreatedAt,
        ["updatedAt"] = branch.UpdatedAt == branch.CreatedAt ? null : branch.UpdatedAt,
    }
    .Link("self", new Link(urls.Branch(pacticipant, branch.Name), "Branch", branch.Name))
    .Link("pb:latest-version", new Link(urls.Branch(pacticipant, branch.Name) + "/latest-version", "Latest version of branch"));

    private static HalDocument Document(Urls urls, string pacticipant, string number, BranchMembership membership) => new HalDocument
    {
        ["createdAt"] = membership.CreatedAt,
        ["updatedAt"] = membership.UpdatedAt == membership.CreatedAt ? null : membership.UpdatedAt,
    }
    .Link("self", new Link(urls.BranchVersion(pacticipant, membership.Name, number), "Branch version", membership.Name))
    .Link("pb:branch", new Link(urls.Branch(pacticipant, membership.Name), "Branch", membership.Name))
    .Link("pb:version", new Link(urls.Version(pacticipant, number), "Version", number));
}

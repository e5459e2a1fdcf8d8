using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

internal static class VersionsApi
{
    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        var pacticipant = routes.MapGroup("/pacticipants/{pacticipant}");
        pacticipant.MapGet("/versions", List);
        pacticipant.MapGet("/branches/{branch}/versions", ListOfBranch);
        pacticipant.MapGet("/tags/{tag}/versions", ListTagged);
        pacticipant.MapGet("/environments/{uuid}/versions", ListOfEnvironment);
        pacticipant.MapGet("/versions/{number}", Show);
        pacticipant.MapPut("/versions/{number}", Put).ReadsJson();
        pacticipant.MapPatch("/versions/{number}", Patch).ReadsJson(types: "application/merge-patch+json");
        pacticipant.MapDelete("/versions/{number}", Delete);
        pacticipant.MapGet("/latest-version", Latest);
        pacticipant.MapGet("/latest-version/{tag}", LatestTagged);
        pacticipant.MapGet("/branches/{branch}/latest-version", BranchHead);
    }

    private static Task<IResult> List(BrokerRequest request, string pacticipant, VersionLists lists, CancellationToken ct) =>
        lists.ShowAsync(request, pacticipant, VersionFilter.All, ct);

    private static Task<IResult> ListTagged(BrokerRequest request, string pacticipant, string tag, VersionLists lists, CancellationToken ct) =>
        lists.ShowAsync(request, pacticipant, VersionFilter.Tagged(tag), ct, emptyIsMissing: true);

    private static async Task<IResult> ListOfBranch(BrokerRequest request, string pacticipant, string branch, VersionLists lists, BranchesStore branches, CancellationToken ct) =>
        await branches.FindAsync(pacticipant, branch, ct) is null ? Errors.NotFound() : await lists.ShowAsync(request, pacticipant, VersionFilter.OnBranch(branch), ct);

    private static async Task<IResult> ListOfEnvironment(BrokerRequest request, string pacticipant, string uuid, VersionLists lists, EnvironmentsStore environments, CancellationToken ct) =>
        await environments.FindAsync(uuid, ct) is null ? Errors.NotFound() : await lists.ShowAsync(request, pacticipant, VersionFilter.EverIn(uuid), ct);

    private static async Task<IResult> Show(BrokerRequest request, string pacticipant, string number, VersionsStore store, VersionLists lists, CancellationToken ct) =>
        await lists.ShowOneAsync(request, await store.FindAsync(pacticipant, number, ct), ct);

    private static async Task<IResult> Latest(BrokerRequest request, string pacticipant, VersionsStore store, VersionLists lists, CancellationToken ct) =>
        await lists.ShowOneAsync(request, await store.LatestAsync(pacticipant, ct), ct);

    private static async Task<IResult> LatestTagged(BrokerRequest request, string pacticipant, string tag, VersionsStore store, VersionLists lists, CancellationToken ct) =>
        await lists.ShowOneAsync(request, await store.LatestTaggedAsync(pacticipant, tag, ct), ct);

    private static async Task<IResult> BranchHead(BrokerRequest request, string pacticipant, string branch, VersionsStore store, VersionLists lists, CancellationToken ct) =>
        await lists.ShowOneAsync(request, await store.BranchHeadAsync(pacticipant, branch, ct), ct);

    private static Task<IResult> Put(BrokerRequest request, string pacticipant, string number, VersionWriter writer, CancellationToken ct) =>
        writer.SaveAsync(request, pacticipant, number, replace: true, ct);

    private static Task<IResult> Patch(BrokerRequest request, string pacticipant, string number, VersionWriter writer, CancellationToken ct) =>
        writer.SaveAsync(request, pacticipant, number, replace: false, ct);

    private static async Task<IResult> Delete(string pacticipant, string number, VersionsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(pacticipant, number, ct) is not { } found) return Errors.NotFound();
        await db.WriteAsync(async () =>
        {
            await store.DeleteAsync([found.Id], ct);
            return true;
        }, ct);
        return EmptyResult.Deleted;
    }
}

using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Matrix;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Dashboard;

internal static class BadgesApi
{
    public static void MapBadges(this IEndpointRouteBuilder routes)
    {
        var badges = routes.MapGroup("").WithMetadata(new Offers("image/svg+xml", "image/")).AddEndpointFilter(DrawErrorsAsync);
        badges.MapGet(PactsApi.Pair + "/latest/badge", OfLatest);
        badges.MapGet(PactsApi.Pair + "/latest-untagged/badge", OfLatestUntagged);
        badges.MapGet(PactsApi.Pair + "/latest/{tag}/badge", OfLatestTagged);
        badges.MapGet("/matrix/provider/{provider}/latest/{providerTag}/consumer/{consumer}/latest/{tag}/badge", OfTags);
        badges.MapGet("/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{toTag}/badge", OfTagToTag);
        badges.MapGet("/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge", OfBranchToEnvironment);
        badges.MapGet("/pacticipants/{pacticipant}/main-branch/can-i-merge/badge", OfMainBranch);
    }

    /// <summary>A README shows an image or nothing, so a failure is drawn, too; its reference leads to the log.</summary>
    private static async ValueTask<object?> DrawErrorsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
#pragma warning disable CA1031 // Whatever it is: logged, and drawn.
        catch (Exception failure) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new Badge("error", $"reference: {ServerErrors.Log(context.HttpContext, failure)}", Badge.Grey).Result;
        }
    }

    private static Task<IResult> OfLatest(BrokerRequest request, string consumer, string provider, PactBadges badges, CancellationToken ct) =>
        badges.OfAsync(request, consumer, provider, PactFilter.Latest, null, null, ct);

    private static Task<IResult> OfLatestUntagged(BrokerRequest request, string consumer, string provider, PactBadges badges, CancellationToken ct) =>
        badges.OfAsync(request, consumer, provider, PactFilter.LatestUntagged, null, null, ct);

    private static Task<IResult> OfLatestTagged(BrokerRequest request, string consumer, string provider, string tag, PactBadges badges, CancellationToken ct) =>
        badges.OfAsync(request, consumer, provider, PactFilter.LatestTagged(tag), tag, null, ct);

    private static Task<IResult> OfTags(BrokerRequest request, string consumer, string provider, string tag, string providerTag, PactBadges badges, CancellationToken ct) =>
        badges.OfAsync(request, consumer, provider, PactFilter.LatestTagged(tag), tag, providerTag, ct);

    private static async Task<IResult> OfTagToTag(BrokerRequest request, string pacticipant, string tag, string toTag, MatrixService matrix, VersionsStore versions, PacticipantsStore pacticipants, CancellationToken ct)
    {
        var label = request.Query("label") ?? "can-i-deploy";
        if (await pacticipants.FindAsync(pacticipant, ct) is null) return new Badge("pacticipant", "not found", Badge.Grey).Result;
        if (await versions.LatestTaggedAsync(pacticipant, tag, ct) is null) return new Badge("version", "not found", Badge.Grey).Result;
        return await DeployAsync(matrix, DeployQueries.TagToTag(pacticipant, tag, toTag), label, $"{tag} to {toTag}", ct);
    }

    private static async Task<IResult> OfBranchToEnvironment(
        BrokerRequest request, string pacticipant, string branch, string environment, MatrixService matrix, VersionsStore versions, PacticipantsStore pacticipants, EnvironmentsStore environments, CancellationToken ct)
    {
        var label = request.Query("label") ?? "can-i-deploy";
        if (await pacticipants.FindAsync(pacticipant, ct) is null) return new Badge("pacticipant", "not found", Badge.Grey).Result;
        if (await versions.BranchHeadAsync(pacticipant, branch, ct) is null) return new Badge("branch", "not found", Badge.Grey).Result;
        if (await environments.FindByNameAsync(environment, ct) is null) return new Badge("environment", "not found", Badge.Grey).Result;
        return await DeployAsync(matrix, DeployQueries.BranchToEnvironment(pacticipant, branch, environment), label, $"{branch} to {environment}", ct);
    }

    private static async Task<IResult> DeployAsync(MatrixService matrix, MatrixQuery query, string label, string text, CancellationToken ct)
    {
        var answer = await matrix.AnswerAsync(query, ct);
        return new Badge(label, text, answer.Deployability.Deployable == true ? Badge.Green : Badge.Red).Result;
    }

    private static async Task<IResult> OfMainBranch(BrokerRequest request, string pacticipant, MatrixService matrix, PacticipantsStore pacticipants, CancellationToken ct)
    {
        var label = request.Query("label") ?? "can-i-merge";
        if (await pacticipants.FindAsync(pacticipant, ct) is null) return new Badge("pacticipant", "not found", Badge.Grey).Result;
        var answer = await matrix.AnswerAsync(DeployQueries.MainBranches(pacticipant), ct);
        request.Http.Response.Headers.CacheControl = request.Settings.BadgeCacheControl;
        return (answer.Deployability.Deployable switch
        {
            true => new Badge(label, "success", Badge.Green),
            false => new Badge(label, "failed", Badge.Red),
            null => new Badge(label, "unknown", Badge.Grey),
        }).Result;
    }
}

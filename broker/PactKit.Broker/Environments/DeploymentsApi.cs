using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Environments;

internal static class DeploymentsApi
{
    private const string MergePatch = "application/merge-patch+json";

    public static void MapDeployments(this IEndpointRouteBuilder routes)
    {
        var version = routes.MapGroup("/pacticipants/{pacticipant}/versions/{number}");
        version.MapGet("/deployed-versions/environment/{uuid}", ListDeployments);
        version.MapPost("/deployed-versions/environment/{uuid}", RecordDeployment).ReadsJson();
        version.MapGet("/released-versions/environment/{uuid}", ListReleases);
        version.MapPost("/released-versions/environment/{uuid}", RecordRelease).ReadsJson();
        routes.MapGet("/deployed-versions/{uuid}", ShowDeployed);
        routes.MapPatch("/deployed-versions/{uuid}", Undeploy).ReadsJson(types: MergePatch);
        routes.MapGet("/released-versions/{uuid}", ShowReleased);
        routes.MapPatch("/released-versions/{uuid}", EndSupport).ReadsJson(types: MergePatch);
        routes.MapGet("/environments/{uuid}/deployed-versions/currently-deployed", CurrentlyDeployed);
        routes.MapGet("/environments/{uuid}/released-versions/currently-supported", CurrentlySupported);
    }

    private static async Task<IResult> RecordDeployment(
        BrokerRequest request, string pacticipant, string number, string uuid, VersionsStore versions, EnvironmentsStore environments, DeploymentsStore store, Session db, CancellationToken ct)
    {
        var fields = new Fields(request.Body);
        var instance = fields.Text("applicationInstance") ?? fields.Text("target");
        if (!fields.Ok) return Errors.Validation(fields.Errors);
        // All in the transaction: what is found here may be deleted by somebody else a moment later.
        return await db.WriteAsync(async () =>
        {
            if (await versions.FindAsync(pacticipant, number, ct) is not { } version) return Errors.NotFound();
            if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
            var deployed = await store.DeployAsync(version, environment, instance, automatic: false, ct);
            return new HalResult(EnvironmentDocument.Of(deployed, request.Urls, environment, embedVersion: true), 201, request.Urls.DeployedVersion(deployed.Uuid));
        }, ct);
    }

    private static async Task<IResult> RecordRelease(
        BrokerRequest request, string pacticipant, string number, string uuid, VersionsStore versions, EnvironmentsStore environments, DeploymentsStore store, Session db, CancellationToken ct)
    {
        return await db.WriteAsync(async () =>
        {
            if (await versions.FindAsync(pacticipant, number, ct) is not { } version) return Errors.NotFound();
            if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
            var (released, created) = await store.ReleaseAsync(version, environment, ct);
            var document = EnvironmentDocument.Of(released, request.Urls, environment, embedVersion: true);
            return created ? new HalResult(document, 201, request.Urls.ReleasedVersion(released.Uuid)) : new HalResult(document);
        }, ct);
    }

    private static async Task<IResult> ListDeployments(
        BrokerRequest request, string pacticipant, string number, string uuid, VersionsStore versions, EnvironmentsStore environments, DeploymentsStore store, CancellationToken ct)
    {
        if (await versions.FindAsync(pacticipant, number, ct) is not { } version) return Errors.NotFound();
        if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
        var items = await store.DeployedAsync(version.Id, environment.Id, ct);
        return new HalResult(new HalDocument()
            .Embed("deployedVersions", items.Select(d => EnvironmentDocument.Of(d, request.Urls, null, embedVersion: false)))
            .Link("self", new Link(request.SelfUrl, $"Deployments of {pacticipant} {number} to {environment.DisplayName}")));
    }

    private static async Task<IResult> ListReleases(
        BrokerRequest request, string pacticipant, string number, string uuid, VersionsStore versions, EnvironmentsStore environments, DeploymentsStore store, CancellationToken ct)
    {
        if (await versions.FindAsync(pacticipant, number, ct) is not { } version) return Errors.NotFound();
        if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
        var items = await store.ReleasedAsync(version.Id, environment.Id, ct);
        return new HalResult(new HalDocument()
            .Embed("releasedVersions", items.Select(r => EnvironmentDocument.Of(r, request.Urls, null, embedVersion: false)))
            .Link("self", new Link(request.SelfUrl, $"Releases of {pacticipant} {number} to {environment.DisplayName}")));
    }

    private static async Task<IResult> ShowDeployed(BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await store.FindDeployedAsync(uuid, ct) is not { } found) return Errors.NotFound();
        return new HalResult(EnvironmentDocument.Of(found, request.Urls, await environments.FindAsync(found.EnvironmentUuid, ct), embedVersion: true));
    }

    private static async Task<IResult> Undeploy(
        BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, Session db, CancellationToken ct)
    {
        if (await store.FindDeployedAsync(uuid, ct) is not { } found) return Errors.NotFound();
        if (!MayEnd(request, "currentlyDeployed", "deployment", out var ends, out var refusal)) return refusal;
        if (ends) await db.WriteAsync(() => store.UndeployAsync(found.Id, ct), ct);
        return await ShowDeployed(request, uuid, store, environments, ct);
    }

    private static async Task<IResult> ShowReleased(BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await store.FindReleasedAsync(uuid, ct) is not { } found) return Errors.NotFound();
        return new HalResult(EnvironmentDocument.Of(found, request.Urls, await environments.FindAsync(found.EnvironmentUuid, ct), embedVersion: true));
    }

    private static async Task<IResult> EndSupport(
        BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, Session db, CancellationToken ct)
    {
        if (await store.FindReleasedAsync(uuid, ct) is not { } found) return Errors.NotFound();
        if (!MayEnd(request, "currentlySupported", "release", out var ends, out var refusal)) return refusal;
        if (ends) await db.WriteAsync(() => store.EndSupportAsync(found.Id, ct), ct);
        return await ShowReleased(request, uuid, store, environments, ct);
    }

    private static async Task<IResult> CurrentlyDeployed(BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
        var query = request.Http.Request.Query;
        // Present but blank means: only the slot without an instance.
        var instance = query.TryGetValue("applicationInstance", out var given) || query.TryGetValue("target", out given) ? given.ToString().Trim() : null;
        var items = await store.CurrentlyDeployedInAsync(environment.Id, request.Query("pacticipant"), instance, ct);
        return new HalResult(new HalDocument()
            .Embed("deployedVersions", items.Select(d => EnvironmentDocument.Of(d, request.Urls, null, embedVersion: true)))
            .Link("self", new Link(request.SelfUrlWithQuery, $"Currently deployed versions in {environment.DisplayName}")));
    }

    private static async Task<IResult> CurrentlySupported(BrokerRequest request, string uuid, DeploymentsStore store, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await environments.FindAsync(uuid, ct) is not { } environment) return Errors.NotFound();
        var items = await store.CurrentlySupportedInAsync(environment.Id, request.Query("pacticipant"), request.Query("version"), ct);
        return new HalResult(new HalDocument()
            .Embed("releasedVersions", items.Select(r => EnvironmentDocument.Of(r, request.Urls, null, embedVersion: true)))
            .Link("self", new Link(request.SelfUrlWithQuery, $"Currently supported versions in {environment.DisplayName}")));
    }

    // What has ended stays ended: history is not rewritten. Whatever is no boolean changes nothing.
    private static bool MayEnd(BrokerRequest request, string field, string what, out bool ends, [NotNullWhen(false)] out IResult? refusal)
    {
        var wanted = new Fields(request.Body).Find(field).ValueKind;
        ends = wanted == JsonValueKind.False;
        refusal = wanted == JsonValueKind.True
            ? Errors.Validation(field, $"cannot be set back to true. Record a new {what} instead.", StatusCodes.Status422UnprocessableEntity)
            : null;
        return refusal is null;
    }
}

using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Index;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Ui;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacticipants;

internal sealed record PacticipantModel(
    Pacticipant Pacticipant, PacticipantExtras Extras, IReadOnlyList<PacticipantVersion> Versions, VersionDetails Details,
    IReadOnlyList<DeployedVersion> Deployed, IReadOnlyList<IndexRow> Integrations, Moment Now, Urls Urls);

internal static class PacticipantPages
{
    private const int RecentVersions = 25;

    public static async Task<IResult> Show(BrokerRequest request, string name, CancellationToken ct)
    {
        var services = request.Http.RequestServices;
        var store = services.GetRequiredService<PacticipantsStore>();
        if (await store.FindAsync(name, ct) is not { } pacticipant) return Page.Of<MissingPage>(request, $"No pacticipant with name '{name}' found", 404);
        var extras = await store.ExtrasAsync([pacticipant.Id], ct);
        var (versions, _) = await services.GetRequiredService<VersionsStore>().ListAsync(pacticipant.Id, VersionFilter.All, new Pagination(1, RecentVersions), ct);
        var details = await services.GetRequiredService<VersionDetailsStore>().LoadAsync(versions.Select(v => v.Id), ct);
        var deployed = await services.GetRequiredService<DeploymentsStore>().CurrentlyDeployedOfAsync(pacticipant.Id, ct);
        var index = services.GetRequiredService<IndexStore>();
        var (integrations, _) = await index.RowsAsync(PairFilter.Of(name), new Pagination(1, int.MaxValue), ct);
        return Page.Of<PacticipantPage>(request, new PacticipantModel(pacticipant, extras[pacticipant.Id], versions, details, deployed, integrations, index.Now, request.PageUrls));
    }
}

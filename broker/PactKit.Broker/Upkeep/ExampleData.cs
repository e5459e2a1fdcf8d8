using System.Text.Json;
using PactKit.Broker.Environments;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Upkeep;

/// <summary>
/// Something to look at in a new broker: two environments, and an application whose pact was verified and deployed. Only in a database
/// that has neither pacticipants nor environments, and by one of several brokers that start at once.
/// </summary>
internal sealed class ExampleData(
    Session db, PacticipantsStore pacticipants, VersionsStore versions, BranchesStore branches, PactWriter writer,
    VerificationsStore verifications, EnvironmentsStore environments, DeploymentsStore deployments, BrokerSettings settings)
{
    private const string Consumer = "Example App";
    private const string Provider = "Example API";
    private const string ConsumerVersion = "1.0.0-example";
    private const string ProviderVersion = "2.0.0-example";

    /// <summary>Tells whether the examples were added.</summary>
    public Task<bool> AddAsync(CancellationToken ct) => db.WriteAsync(async () =>
    {
        await db.LockAsync("example data", ct);
        var used = await db.One<long>("SELECT (SELECT count(*) FROM pacticipants) + (SELECT count(*) FROM environments)", null, ct);
        if (used > 0) return false;
        var test = await EnvironmentAsync("test", production: false, ct);
        await EnvironmentAsync("production", production: true, ct);
        var (consumer, consumerVersion) = await VersionAsync(Consumer, ConsumerVersion, ct);
        var (provider, providerVersion) = await VersionAsync(Provider, ProviderVersion, ct);
        var context = new PublishContext(settings.BaseUrls.Count > 0 ? settings.BaseUrls[0] : settings.Address, "main");
        var published = await writer.SaveAsync(consumer, consumerVersion, provider, Content(), existing: null, context, ct);
        await verifications.InsertAsync(published.Pact, providerVersion, new NewVerification(true, ProviderVersion, null, null, null), SelectionMetadata.Decode(null), null, ct);
        await deployments.DeployAsync(providerVersion, test, null, automatic: false, ct);
        await deployments.DeployAsync(consumerVersion, test, null, automatic: false, ct);
        return true;
    }, ct);

    private async Task<EnvironmentRow> EnvironmentAsync(string name, bool production, CancellationToken ct)
    {
        await environments.InsertAsync(new EnvironmentRow { Uuid = db.NewUuid(), Name = name, DisplayName = DisplayName.From(name), Production = production }, ct);
        return (await environments.FindByNameAsync(name, ct))!;
    }

    private async Task<(Pacticipant Pacticipant, PacticipantVersion Version)> VersionAsync(string name, string number, CancellationToken ct)
    {
        var pacticipant = await pacticipants.GetOrCreateAsync(name, ct);
        var (version, _) = await versions.GetOrCreateAsync(pacticipant, number, null, ct);
        await branches.AddVersionAsync(pacticipant, version.Id, "main", automatic: false, ct);
        return (pacticipant, version);
    }

    private static PactContent Content()
    {
        using var stream = typeof(ExampleData).Assembly.GetManifestResourceStream("example-pact.json")!;
        using var document = JsonDocument.Parse(stream);
        return PactContent.From(document.RootElement.Clone());
    }
}

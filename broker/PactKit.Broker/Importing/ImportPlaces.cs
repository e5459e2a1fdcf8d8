using System.Text.Json;
using PactKit.Broker.Storage;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Importing;

/// <summary>Environments, what is in them, and webhooks of another broker.</summary>
internal sealed class ImportPlaces(Session db)
{
    /// <summary>An environment of that name that is here already is taken for the same, whatever its id.</summary>
    public Task<int> AddAsync(ImportedEnvironment item, CancellationToken ct)
    {
        var (created, updated) = ImportStore.Times(item.CreatedAt, item.UpdatedAt);
        return db.Run("""
            INSERT INTO environments (uuid, name, display_name, production, contacts, created_at, updated_at)
            VALUES (@Uuid, @Name, @DisplayName, @Production, @Contacts, @created, @updated) ON CONFLICT DO NOTHING
            """, new { item.Uuid, item.Name, item.DisplayName, item.Production, item.Contacts, created, updated }, ct);
    }

    public async Task<int> AddAsync(ImportedDeployment item, CancellationToken ct)
    {
        if (await FindAsync(item.Pacticipant, item.Version, item.Environment, ct) is not { } place) return 0;
        var (created, updated) = ImportStore.Times(item.CreatedAt, item.UpdatedAt);
        var undeployed = item.UndeployedAt is { } at ? Moment.From(at) : (Moment?)null;
        var args = new
        {
            item.Uuid, place.PacticipantId, place.VersionId, place.EnvironmentId, instance = item.Instance ?? "", item.CurrentlyDeployed,
            undeployed = item.CurrentlyDeployed ? (Moment?)null : undeployed ?? updated, created, updated,
        };
        // One at a time is deployed in a place: whatever else is recorded there was before this.
        if (item.CurrentlyDeployed)
        {
            await db.Run("""
                UPDATE deployed_versions SET currently_deployed = FALSE, undeployed_at = @created, updated_at = @created
                WHERE pacticipant_id = @PacticipantId AND environment_id = @EnvironmentId AND application_instance = @instance AND currently_deployed AND uuid <> @Uuid
                """, args, ct);
        }

        if (await db.One<long?>("SELECT id FROM deployed_versions WHERE uuid = @Uuid", args, ct) is not null)
        {
            await db.Run("UPDATE deployed_versions SET currently_deployed = @CurrentlyDeployed, undeployed_at = @undeployed, updated_at = @updated WHERE uuid = @Uuid AND currently_deployed <> @CurrentlyDeployed", args, ct);
            return 0;
        }

        return await db.Run("""
            INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, application_instance, currently_deployed, auto_created, undeployed_at, created_at, updated_at)
            VALUES (@Uuid, @PacticipantId, @VersionId, @EnvironmentId, @instance, @CurrentlyDeployed, FALSE, @undeployed, @created, @updated)
            """, args, ct);
    }

    public async Task<int> AddAsync(ImportedRelease item, CancellationToken ct)
    {
        if (await FindAsync(item.Pacticipant, item.Version, item.Environment, ct) is not { } place) return 0;
        var (created, updated) = ImportStore.Times(item.CreatedAt, item.UpdatedAt);
        var ended = item.SupportEndedAt is { } at ? Moment.From(at) : (Moment?)null;
        var args = new { item.Uuid, place.PacticipantId, place.VersionId, place.EnvironmentId, ended, created, updated };
        var added = await db.Run("""
            INSERT INTO released_versions (uuid, pacticipant_id, version_id, environment_id, support_ended_at, created_at, updated_at)
            VALUES (@Uuid, @PacticipantId, @VersionId, @EnvironmentId, @ended, @created, @updated) ON CONFLICT DO NOTHING
            """, args, ct);
        if (added == 0)
            await db.Run("UPDATE released_versions SET support_ended_at = @ended, updated_at = @updated WHERE uuid = @Uuid", args, ct);
        return added;
    }

    public async Task<int> AddAsync(ImportedWebhook item, CancellationToken ct)
    {
        var consumer = await IdAsync(item.Consumer, ct);
        var provider = await IdAsync(item.Provider, ct);
        // Without the pacticipant it was meant for it would be one for everybody.
        if ((item.Consumer is not null && consumer is null) || (item.Provider is not null && provider is null)) return 0;
        var (created, updated) = ImportStore.Times(item.CreatedAt, item.UpdatedAt);
        var request = JsonSerializer.Serialize(new WebhookRequest(item.Method, item.Url, item.Headers, item.Body, item.Username, item.Password));
        return await db.Run("""
            INSERT INTO webhooks (uuid, description, consumer_id, provider_id, consumer_label, provider_label, enabled, events, request, created_at, updated_at)
            VALUES (@Uuid, @Description, @consumer, @provider, @ConsumerLabel, @ProviderLabel, @Enabled, @events, @request, @created, @updated) ON CONFLICT DO NOTHING
            """, new { item.Uuid, item.Description, consumer, provider, item.ConsumerLabel, item.ProviderLabel, item.Enabled, events = string.Join(' ', item.Events), request, created, updated }, ct);
    }

    private Task<Place?> FindAsync(string pacticipant, string number, string environment, CancellationToken ct) => db.One<Place>("""
        SELECT p.id AS pacticipant_id, v.id AS version_id, e.id AS environment_id
        FROM pacticipants p JOIN versions v ON v.pacticipant_id = p.id CROSS JOIN environments e
        WHERE p.name = @pacticipant AND v.number = @number AND e.name = @environment
        """, new { pacticipant, number, environment }, ct);

    private async Task<long?> IdAsync(string? name, CancellationToken ct) =>
        name is null ? null : await db.One<long?>("SELECT id FROM pacticipants WHERE name = @name", new { name }, ct);

    private sealed record Place
    {
        public long PacticipantId { get; init; }
        public long VersionId { get; init; }
        public long EnvironmentId { get; init; }
    }
}

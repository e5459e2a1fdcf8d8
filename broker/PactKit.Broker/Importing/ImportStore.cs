using System.Text;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Importing;

/// <summary>
/// Writes what another broker knew: with its times, shas and numbers, and without the events, webhooks and automatic branches that
/// publishing has. Each batch is one transaction, and one that comes again adds nothing.
/// </summary>
internal sealed class ImportStore(Session db, PacticipantsStore pacticipants, ImportResults results, ImportPlaces places, BrokerSettings settings)
{
    /// <summary>Returns how many rows were new.</summary>
    public Task<int> ApplyAsync(ImportBatch batch, CancellationToken ct) => db.WriteAsync(async () =>
    {
        var added = 0;
        foreach (var item in batch.Environments) added += await places.AddAsync(item, ct);
        foreach (var item in batch.Pacticipants) added += await AddAsync(item, ct);
        foreach (var item in batch.Versions) added += await AddAsync(item, ct);
        foreach (var item in batch.Branches) await SetAsync(item, ct);
        foreach (var item in batch.Pacts) added += await AddAsync(item, ct);
        if (batch.Results.Count > 0) added += await results.AddAsync(batch.Results, ct);
        foreach (var item in batch.Deployments) added += await places.AddAsync(item, ct);
        foreach (var item in batch.Releases) added += await places.AddAsync(item, ct);
        foreach (var item in batch.Webhooks) added += await places.AddAsync(item, ct);
        return added;
    }, ct);

    public async Task<ImportedAlready> KnownAsync(string consumer, CancellationToken ct) => new(
        await db.Query<KnownPactRow>("""
            SELECT v.number AS version, p.name AS provider, pv.sha
            FROM pact_publications pp JOIN pact_versions pv ON pv.id = pp.pact_version_id JOIN versions v ON v.id = pp.consumer_version_id
            JOIN pacticipants c ON c.id = pp.consumer_id JOIN pacticipants p ON p.id = pp.provider_id
            WHERE c.name = @consumer AND pp.is_current
            """, new { consumer }, ct) is var pacts ? [.. pacts.Select(row => new KnownPact(row.Version, row.Provider, row.Sha))] : [],
        await results.KnownAsync(consumer, ct));

    private async Task<int> AddAsync(ImportedPacticipant item, CancellationToken ct)
    {
        var (created, updated) = Times(item.CreatedAt, item.UpdatedAt);
        var args = new
        {
            item.Name, item.MainBranch, item.RepositoryUrl, item.RepositoryName, item.RepositoryNamespace, created, updated,
            displayName = item.DisplayName ?? DisplayName.From(item.Name),
        };
        var added = await db.Run("""
            INSERT INTO pacticipants (name, display_name, main_branch, repository_url, repository_name, repository_namespace, created_at, updated_at)
            VALUES (@Name, @displayName, @MainBranch, @RepositoryUrl, @RepositoryName, @RepositoryNamespace, @created, @updated) ON CONFLICT (name) DO NOTHING
            """, args, ct);
        if (added == 0)
        {
            await db.Run("""
                UPDATE pacticipants SET main_branch = coalesce(main_branch, @MainBranch), repository_url = coalesce(repository_url, @RepositoryUrl),
                    repository_name = coalesce(repository_name, @RepositoryName), repository_namespace = coalesce(repository_namespace, @RepositoryNamespace)
                WHERE name = @Name
                """, args, ct);
        }

        foreach (var label in item.Labels)
        {
            added += await db.Run("""
                INSERT INTO labels (pacticipant_id, name, created_at, updated_at) SELECT id, @label, @created, @created FROM pacticipants WHERE name = @Name
                ON CONFLICT DO NOTHING
                """, new { item.Name, label, created }, ct);
        }

        return added;
    }

    private async Task<int> AddAsync(ImportedVersion item, CancellationToken ct)
    {
        var owner = await pacticipants.GetOrCreateAsync(item.Pacticipant, ct);
        var (created, updated) = Times(item.CreatedAt, item.UpdatedAt);
        var version = new { owner.Id, item.Number, item.BuildUrl, created, updated };
        var added = await db.Run("""
            INSERT INTO versions (pacticipant_id, number, build_url, created_at, updated_at) VALUES (@Id, @Number, @BuildUrl, @created, @updated)
            ON CONFLICT (pacticipant_id, number) DO NOTHING
            """, version, ct);
        if (item.Branches.Count == 0 && item.Tags.Count == 0) return added;
        var versionId = await db.One<long>("SELECT id FROM versions WHERE pacticipant_id = @Id AND number = @Number", version, ct);
        foreach (var name in item.Branches)
        {
            await db.Run("""
                INSERT INTO branches (pacticipant_id, name, head_version_id, created_at, updated_at) VALUES (@Id, @name, @versionId, @created, @created)
                ON CONFLICT (pacticipant_id, name) DO NOTHING
                """, new { owner.Id, name, versionId, created }, ct);
            var joined = await db.Run("""
                INSERT INTO branch_versions (branch_id, version_id, auto_created, created_at, updated_at)
                SELECT id, @versionId, FALSE, @created, @created FROM branches WHERE pacticipant_id = @Id AND name = @name
                ON CONFLICT (branch_id, version_id) DO NOTHING
                """, new { owner.Id, name, versionId, created }, ct);
            added += joined;
            if (joined > 0)
            {
                await db.Run("UPDATE branches SET head_version_id = @versionId WHERE pacticipant_id = @Id AND name = @name AND (head_version_id IS NULL OR head_version_id < @versionId)",
                    new { owner.Id, name, versionId }, ct);
            }
        }

        foreach (var tag in item.Tags)
        {
            added += await db.Run("""
                INSERT INTO tags (pacticipant_id, version_id, name, created_at, updated_at) VALUES (@Id, @versionId, @Name, @tagged, @tagged)
                ON CONFLICT (version_id, name) DO NOTHING
                """, new { owner.Id, versionId, tag.Name, tagged = Moment.From(tag.CreatedAt) }, ct);
        }

        return added;
    }

    private Task<int> SetAsync(ImportedBranch item, CancellationToken ct)
    {
        var (created, updated) = Times(item.CreatedAt, item.UpdatedAt);
        return db.Run("""
            UPDATE branches SET created_at = @created, updated_at = CASE WHEN updated_at < @updated THEN @updated ELSE updated_at END,
                head_version_id = coalesce((SELECT v.id FROM versions v JOIN branch_versions bv ON bv.version_id = v.id
                    WHERE bv.branch_id = branches.id AND v.pacticipant_id = branches.pacticipant_id AND v.number = @Head), head_version_id)
            WHERE name = @Name AND pacticipant_id = (SELECT id FROM pacticipants WHERE name = @Pacticipant)
            """, new { item.Name, item.Pacticipant, item.Head, created, updated }, ct);
    }

    private async Task<int> AddAsync(ImportedPact item, CancellationToken ct)
    {
        var (root, error) = JsonBody.Parse(Encoding.UTF8.GetBytes(item.Content));
        if (error is not null || root.ValueKind != System.Text.Json.JsonValueKind.Object) return 0;
        var content = PactContent.From(root, settings.BaseEqualityOnlyOnContentThatAffectsVerificationResults);
        var consumer = await pacticipants.GetOrCreateAsync(item.Consumer, ct);
        var provider = await pacticipants.GetOrCreateAsync(item.Provider, ct);
        var created = Moment.From(item.CreatedAt);
        var args = new { consumerId = consumer.Id, providerId = provider.Id, sha = item.Sha ?? content.Sha, item.Version, content.Interactions, content.Messages, content.Text, created };
        if (await db.One<long?>("SELECT id FROM versions WHERE pacticipant_id = @consumerId AND number = @Version", args, ct) is not { } versionId) return 0;
        const string Find = "SELECT id FROM pact_versions WHERE consumer_id = @consumerId AND provider_id = @providerId AND sha = @sha";
        if (await db.Run("""
            INSERT INTO pact_versions (consumer_id, provider_id, sha, interactions_count, messages_count, created_at, updated_at)
            VALUES (@consumerId, @providerId, @sha, @Interactions, @Messages, @created, @created) ON CONFLICT DO NOTHING
            """, args, ct) > 0)
        {
            await db.Run($"INSERT INTO pact_contents (pact_version_id, content) VALUES (({Find}), @Text)", args, ct);
        }

        await db.Run("""
            INSERT INTO integrations (consumer_id, provider_id, contract_data_updated_at, created_at, updated_at) VALUES (@consumerId, @providerId, @created, @created, @created)
            ON CONFLICT (consumer_id, provider_id) DO UPDATE SET
                contract_data_updated_at = CASE WHEN integrations.contract_data_updated_at > excluded.contract_data_updated_at
                    THEN integrations.contract_data_updated_at ELSE excluded.contract_data_updated_at END
            """, args, ct);
        return await db.Run($"""
            INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, is_current, created_at, updated_at)
            SELECT @consumerId, @providerId, @versionId, ({Find}), 1, TRUE, @created, @created
            WHERE NOT EXISTS (SELECT 1 FROM pact_publications WHERE consumer_version_id = @versionId AND provider_id = @providerId)
            """, new { args.consumerId, args.providerId, args.sha, versionId, created }, ct);
    }

    /// <summary>A broker tells a time of change only where there was one, in whole seconds: a change in the same second stays one.</summary>
    internal static (Moment Created, Moment Updated) Times(DateTimeOffset created, DateTimeOffset? updated)
    {
        var from = Moment.From(created);
        return (from, updated is { } at ? new Moment(Math.Max(Moment.From(at).Microseconds, from.Microseconds + 1)) : from);
    }

    private sealed record KnownPactRow
    {
        public required string Version { get; init; }
        public required string Provider { get; init; }
        public required string Sha { get; init; }
    }
}

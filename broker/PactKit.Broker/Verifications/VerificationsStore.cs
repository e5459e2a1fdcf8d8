using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Verifications;

internal sealed class VerificationsStore(Session db)
{
    private const string Select = """
        SELECT v.id, v.pact_version_id, v.consumer_id, c.name AS consumer, v.provider_id, p.name AS provider, v.provider_version_id,
            pver.number AS provider_version, pv.sha, v.success, v.wip, v.pact_pending, v.build_url, v.created_at
        FROM verifications v
        JOIN pact_versions pv ON pv.id = v.pact_version_id
        JOIN pacticipants c ON c.id = v.consumer_id
        JOIN pacticipants p ON p.id = v.provider_id
        JOIN versions pver ON pver.id = v.provider_version_id
        """;

    public Task<Verification?> FindAsync(string consumer, string provider, string sha, long number, CancellationToken ct) => db.One<Verification>(
        $"{Select} WHERE v.id = @number AND c.name = @consumer AND p.name = @provider AND pv.sha = @sha", new { number, consumer, provider, sha }, ct);

    public Task<Verification?> LatestAsync(long pactVersionId, CancellationToken ct) =>
        db.One<Verification>($"{Select} WHERE v.pact_version_id = @pactVersionId ORDER BY v.id DESC LIMIT 1", new { pactVersionId }, ct);

    /// <summary>The newest result by a version of the provider's main branch.</summary>
    public Task<Verification?> LatestOnMainBranchAsync(long pactVersionId, CancellationToken ct) => db.One<Verification>($"""
        {Select} WHERE v.pact_version_id = @pactVersionId AND EXISTS (
            SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = v.provider_version_id AND b.name = p.main_branch)
        ORDER BY v.id DESC LIMIT 1
        """, new { pactVersionId }, ct);

    /// <summary>The newest result, of the provider versions with a tag when one is given.</summary>
    public Task<Verification?> LatestAsync(long pactVersionId, string? providerTag, CancellationToken ct) => db.One<Verification>($"""
        {Select} WHERE v.pact_version_id = @pactVersionId
        {(providerTag is null ? "" : "AND EXISTS (SELECT 1 FROM tags t WHERE t.version_id = v.provider_version_id AND t.name = @providerTag)")}
        ORDER BY v.id DESC LIMIT 1
        """, new { pactVersionId, providerTag }, ct);

    public async Task<bool> AnyOfPairAsync(long consumerId, long providerId, CancellationToken ct) => await db.One<long?>(
        "SELECT id FROM verifications WHERE consumer_id = @consumerId AND provider_id = @providerId LIMIT 1", new { consumerId, providerId }, ct) is not null;

    /// <summary>The newest result of each content.</summary>
    public async Task<Dictionary<long, Verification>> LatestOfAsync(IEnumerable<long> pactVersionIds, CancellationToken ct) => (await db.Query<Verification>($"""
        {Select}
        JOIN pact_versions wanted ON wanted.id = v.pact_version_id AND v.id = (SELECT max(x.id) FROM verifications x WHERE x.pact_version_id = wanted.id)
        WHERE {db.In("wanted.id", "ids")}
        """, new { ids = db.Ids(pactVersionIds.Distinct()) }, ct)).ToDictionary(v => v.PactVersionId);

    public Task<VerificationDetails?> DetailsAsync(long id, CancellationToken ct) => db.One<VerificationDetails>(
        "SELECT test_results, verified_by, metadata FROM verification_details WHERE verification_id = @id", new { id }, ct);

    public async Task<Verification> InsertAsync(Pact pact, PacticipantVersion version, NewVerification result, SelectionMetadata selection, string? metadata, CancellationToken ct)
    {
        var args = new
        {
            pact.PactVersionId, pact.ConsumerId, pact.ProviderId, versionId = version.Id, result.Success, selection.Wip,
            pending = selection.Pending ?? false, result.BuildUrl, now = db.Now,
        };
        await db.LockAsync(LockKey(pact.PactVersionId, version.Id), ct);
        var id = await db.One<long>("""
            UPDATE verifications SET is_latest = FALSE
            WHERE pact_version_id = @PactVersionId AND provider_version_id = @versionId AND is_latest;
            INSERT INTO verifications (pact_version_id, consumer_id, provider_id, provider_version_id, success, wip, pact_pending, is_latest, build_url, created_at, updated_at)
            VALUES (@PactVersionId, @ConsumerId, @ProviderId, @versionId, @Success, @Wip, @pending, TRUE, @BuildUrl, @now, @now)
            RETURNING id
            """, args, ct);
        await db.Run("""
            INSERT INTO verification_details (verification_id, test_results, verified_by, metadata) VALUES (@id, @TestResults, @VerifiedBy, @metadata);
            INSERT INTO verification_tags (verification_id, pact_version_id, name)
            SELECT @id, @PactVersionId, t.name FROM tags t WHERE t.version_id = @versionId
            """, new { id, result.TestResults, result.VerifiedBy, metadata, pact.PactVersionId, versionId = version.Id }, ct);
        return new Verification
        {
            Id = id, PactVersionId = pact.PactVersionId, ConsumerId = pact.ConsumerId, Consumer = pact.Consumer, ProviderId = pact.ProviderId, Provider = pact.Provider,
            ProviderVersionId = version.Id, ProviderVersion = version.Number, Sha = pact.Sha, Success = result.Success, Wip = args.Wip, PactPending = args.pending,
            BuildUrl = result.BuildUrl, CreatedAt = args.now,
        };
    }

    public async Task<int> DeleteAsync(Verification verification, CancellationToken ct)
    {
        await db.LockAsync(LockKey(verification.PactVersionId, verification.ProviderVersionId), ct);
        var deleted = await db.Run("DELETE FROM verifications WHERE id = @Id", new { verification.Id }, ct);
        await db.Run("""
            UPDATE verifications SET is_latest = TRUE
            WHERE id = (SELECT max(x.id) FROM verifications x WHERE x.pact_version_id = @PactVersionId AND x.provider_version_id = @ProviderVersionId)
            """, new { verification.PactVersionId, verification.ProviderVersionId }, ct);
        return deleted;
    }

    /// <summary>One result of a content and a provider version is the latest; whoever changes which holds this lock.</summary>
    private static string LockKey(long pactVersionId, long providerVersionId) => $"result {pactVersionId} {providerVersionId}";
}

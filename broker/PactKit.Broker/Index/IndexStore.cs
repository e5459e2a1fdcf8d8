using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Index;

internal sealed class IndexStore(Session db, PactsStore pacts, VerificationsStore verifications, VersionDetailsStore details)
{
    public Moment Now => db.Now;

    public async Task<(IReadOnlyList<IndexRow> Rows, long Total)> RowsAsync(PairFilter filter, Pagination page, CancellationToken ct)
    {
        var (latest, total) = await pacts.LatestPageAsync(filter, page, ct);
        var results = await verifications.LatestOfAsync(latest.Select(pact => pact.PactVersionId), ct);
        var unverified = latest.Where(pact => !results.ContainsKey(pact.PactVersionId)).ToList();
        var earlier = await VerifiedPairsAsync(unverified, ct);
        var versions = await details.LoadAsync(latest.Select(pact => pact.ConsumerVersionId), ct);
        var rows = latest.Select(pact =>
        {
            var result = results.GetValueOrDefault(pact.PactVersionId);
            var status = result?.Success switch
            {
                true => IntegrationStatus.Verified,
                false => IntegrationStatus.Failed,
                null => earlier.Contains((pact.ConsumerId, pact.ProviderId)) ? IntegrationStatus.Stale : IntegrationStatus.NeverVerified,
            };
            return new IndexRow(pact, result, status, versions);
        }).ToList();
        return (rows, total);
    }

    private async Task<HashSet<(long, long)>> VerifiedPairsAsync(List<Pact> pacts, CancellationToken ct) => (await db.Query<VerifiedPair>($"""
        SELECT i.consumer_id, i.provider_id FROM integrations i
        WHERE {db.In("i.provider_id", "ids")}
          AND EXISTS (SELECT 1 FROM verifications v WHERE v.provider_id = i.provider_id AND v.consumer_id = i.consumer_id)
        """, new { ids = db.Ids(pacts.Select(pact => pact.ProviderId).Distinct()) }, ct)).Select(pair => (pair.ConsumerId, pair.ProviderId)).ToHashSet();

    private sealed record VerifiedPair
    {
        public long ConsumerId { get; init; }
        public long ProviderId { get; init; }
    }
}

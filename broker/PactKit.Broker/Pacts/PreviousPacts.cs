using System.Text;
using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

/// <summary>Walks back from a pact to the last one that said something else.</summary>
internal sealed class PreviousPacts(Session db, PactsStore pacts)
{
    public async Task<Pact?> DistinctAsync(Pact pact, CancellationToken ct)
    {
        var content = Comparable(await pacts.ContentAsync(pact.PactVersionId, ct));
        var before = pact.ConsumerVersionId;
        while (await PreviousAsync(pact, before, ct) is { } previous)
        {
            if (Comparable(await pacts.ContentAsync(previous.PactVersionId, ct)) != content) return previous;
            before = previous.ConsumerVersionId;
        }

        return null;
    }

    private Task<Pact?> PreviousAsync(Pact pact, long before, CancellationToken ct) => db.One<Pact>($"""
        SELECT {PactsStore.Columns} FROM pact_publications pp {PactsStore.Joins}
        WHERE pp.is_current AND pp.consumer_id = @ConsumerId AND pp.provider_id = @ProviderId
          AND pp.consumer_version_id < @before AND pp.pact_version_id <> @PactVersionId
        ORDER BY pp.consumer_version_id DESC LIMIT 1
        """, new { pact.ConsumerId, pact.ProviderId, pact.PactVersionId, before }, ct);

    private static string Comparable(string content)
    {
        var (root, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(content));
        return root.ValueKind == JsonValueKind.Object ? PactContent.From(root).Sha : "";
    }
}

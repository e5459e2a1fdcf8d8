using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Matrix;

internal sealed record MatrixAnswer(IReadOnlyList<MatrixRow> Considered, IReadOnlyList<MatrixRow> Ignored, Deployability Deployability);

/// <summary>Answers a matrix query: selectors to versions, integrations, rows, and then the decision.</summary>
internal sealed class MatrixService(MatrixStore store, DestinationStore destinations, PacticipantsStore pacticipants)
{
    public async Task<MatrixAnswer> AnswerAsync(MatrixQuery query, CancellationToken ct)
    {
        var ignored = new List<ResolvedSelector>();
        foreach (var selector in query.Ignore) ignored.AddRange(await ResolveAsync(SelectorKind.Ignored, selector, ct));
        var specified = new List<ResolvedSelector>();
        foreach (var selector in query.Selectors) specified.AddRange(await ResolveAsync(SelectorKind.Specified, selector, ct));

        var inferring = query.Destination.IsGiven;
        var integrations = await IntegrationsAsync(specified, inferring, ct);
        var all = new List<ResolvedSelector>(specified);
        if (inferring)
        {
            var named = specified.Select(selector => selector.PacticipantId).ToHashSet();
            var others = integrations.SelectMany(i => new[] { (i.ConsumerId, i.Consumer), (i.ProviderId, i.Provider) }).Where(party => !named.Contains(party.Item1)).Distinct();
            all.AddRange(await InferAsync(query.Destination, others.ToList(), ct));
        }

        var onlyNewest = query.LatestBy != LatestBy.None;
        var rows = (IReadOnlyList<MatrixRow>)(all.Count == 1
            ? await store.RowsOfOneAsync(all[0], onlyNewest, query.Limit, ct)
            : await store.RowsAsync(all, onlyNewest, query.Limit, ct));
        rows = MatrixRows.Latest(MatrixRows.MostRecent(rows, query.Limit), query.LatestBy);
        if (query.Success.Count > 0) rows = rows.Where(row => query.Success.Contains(row.Success)).ToList();
        var isIgnored = rows.ToLookup(row => ignored.Any(selector => selector.Covers(row)));
        var considered = MatrixRows.Sorted(isIgnored[false]);
        var left = MatrixRows.Sorted(isIgnored[true]);
        return new MatrixAnswer(considered, left, Deployability.Decide(query, all, ignored, integrations, considered, left));
    }

    private async Task<IReadOnlyList<MatrixIntegration>> IntegrationsAsync(List<ResolvedSelector> specified, bool inferring, CancellationToken ct)
    {
        var existing = specified.Where(selector => selector.Exists).ToList();
        var required = await store.RequiredAsync(existing, ct);
        // Versions count, not selectors: one selector that means several versions asks what is between those.
        if (!inferring && specified.Count > 1)
        {
            var providers = specified.Select(selector => selector.PacticipantId).ToHashSet();
            return required.Where(integration => providers.Contains(integration.ProviderId)).ToList();
        }

        var pairs = required.Select(integration => integration.Pair).ToHashSet();
        var consumers = await store.ConsumersAsync(specified, ct);
        return [.. required, .. consumers.Where(integration => !pairs.Contains(integration.Pair))];
    }

    private async Task<IEnumerable<ResolvedSelector>> ResolveAsync(SelectorKind kind, MatrixSelector selector, CancellationToken ct)
    {
        var name = selector.Pacticipant!;
        var id = (await pacticipants.FindAsync(name, ct))?.Id ?? 0;
        return Resolved(kind, selector, id, name, selector.IsNameOnly ? [] : await store.VersionsAsync(id, selector, ct));
    }

    private async Task<IEnumerable<ResolvedSelector>> InferAsync(Destination destination, List<(long Id, string Name)> others, CancellationToken ct)
    {
        if (others.Count == 0) return [];
        var versions = await destinations.VersionsAsync([.. others.Select(other => other.Id)], destination, ct);
        return others.SelectMany(other => Resolved(SelectorKind.Inferred, destination.For(other.Name), other.Id, other.Name, [.. versions[other.Id]]));
    }

    private static IEnumerable<ResolvedSelector> Resolved(SelectorKind kind, MatrixSelector selector, long id, string name, List<VersionRef> versions) =>
        versions.Count == 0
            ? [new ResolvedSelector(kind, selector, id, name, null, null)]
            : versions.Select(version => new ResolvedSelector(kind, selector, id, name, version.Id, version.Number) { OneOfMany = versions.Count > 1 });
}

namespace PactKit.Broker.Matrix;

/// <summary>Grouping and order of matrix rows.</summary>
internal static class MatrixRows
{
    /// <summary>
    /// Within a group the row of the newest provider version stays, unless the group's first row has no provider version:
    /// then that row stands for the group.
    /// </summary>
    public static IReadOnlyList<MatrixRow> Latest(IReadOnlyList<MatrixRow> rows, LatestBy by) => by switch
    {
        LatestBy.ConsumerVersionProviderVersion => Group(rows, row => (row.ConsumerId, row.ConsumerVersionId, row.ProviderId, row.ProviderVersionId)),
        LatestBy.ConsumerVersionProvider => Group(rows, row => (row.ConsumerId, row.ConsumerVersionId, row.ProviderId, null)),
        LatestBy.ConsumerProvider => Group(rows, row => (row.ConsumerId, 0, row.ProviderId, null)),
        _ => rows,
    };

    public static IReadOnlyList<MatrixRow> Sorted(IEnumerable<MatrixRow> rows) => rows
        .OrderBy(row => row.Consumer, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(row => row.ConsumerVersionId)
        .ThenByDescending(row => row.Revision)
        .ThenBy(row => row.Provider, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(row => row.ProviderVersionId ?? long.MaxValue)
        .ThenByDescending(row => row.VerificationId ?? long.MaxValue)
        .ToList();

    /// <summary>The rows with the most recent activity, for answers with a limit.</summary>
    public static IReadOnlyList<MatrixRow> MostRecent(IReadOnlyList<MatrixRow> rows, int? limit) => limit is null || rows.Count <= limit
        ? rows
        : rows.OrderByDescending(row => row.VerifiedAt ?? row.PublishedAt)
            .ThenByDescending(row => row.PublicationId)
            .ThenByDescending(row => row.VerificationId ?? 0)
            .Take(limit.Value).ToList();

    private static List<MatrixRow> Group(IReadOnlyList<MatrixRow> rows, Func<MatrixRow, (long, long, long, long?)> key) => rows
        .GroupBy(key)
        .Select(group => group.First().ProviderVersionId is null ? group.First() : group.MaxBy(row => (row.ProviderVersionId ?? 0, row.VerificationId ?? 0))!)
        .ToList();
}

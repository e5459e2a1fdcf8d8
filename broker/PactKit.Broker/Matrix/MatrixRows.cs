using PactKit.Broker.Storage;

namespace PactKit.Broker.Matrix;

/// <summary>Grouping and order of matrix rows.</summary>
internal static class MatrixRows
{
    /// <summary>
    /// Takes rows with the most recent activity first. Within a group the row of the newest provider version stays, unless the group's first row has no provider version:
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
        .OrderBy(row => row.Consumer, StringComparer.Ordinal)
        .ThenByDescending(row => row.ConsumerVersionId)
        .ThenByDescending(row => row.Revision)
        .ThenBy(row => row.Provider, StringComparer.Ordinal)
        .ThenByDescending(row => row.ProviderVersionId ?? long.MaxValue)
        .ThenByDescending(row => row.VerificationId ?? long.MaxValue)
        .ToList();

    /// <summary>The rows with the most recent activity first, and no more than the limit.</summary>
    public static IReadOnlyList<MatrixRow> MostRecent(IReadOnlyList<MatrixRow> rows, int? limit) => rows
        .OrderByDescending(LastAction)
        .ThenByDescending(row => row.PublicationId)
        .ThenByDescending(row => row.VerificationId ?? long.MaxValue)
        .Take(limit ?? int.MaxValue).ToList();

    /// <summary>A content may have been verified long before this version was published with it.</summary>
    private static Moment LastAction(MatrixRow row) => row.VerifiedAt is { } verified && verified.CompareTo(row.PublishedAt) > 0 ? verified : row.PublishedAt;

    private static List<MatrixRow> Group(IReadOnlyList<MatrixRow> rows, Func<MatrixRow, (long, long, long, long?)> key) => rows
        .GroupBy(key)
        .Select(group => group.First().ProviderVersionId is null ? group.First() : group.MaxBy(row => (row.ProviderVersionId ?? 0, row.VerificationId ?? 0))!)
        .ToList();
}

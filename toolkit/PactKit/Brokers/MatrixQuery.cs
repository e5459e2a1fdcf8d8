namespace PactKit.Brokers;

/// <summary>A question to the matrix: may these versions go together, or go where <see cref="ToEnvironment"/> says.</summary>
public sealed record MatrixQuery
{
    /// <summary>In the order given; the broker tells them apart by position.</summary>
    public required IReadOnlyList<MatrixSelector> Selectors { get; init; }

    /// <summary>Compare with what is deployed or released there.</summary>
    public string? ToEnvironment { get; init; }

    /// <summary>Compare with the latest versions that have this tag.</summary>
    public string? ToTag { get; init; }

    /// <summary>Compare with the heads of the main branches (can-i-merge).</summary>
    public bool ToMainBranch { get; init; }

    /// <summary>Pacticipants, or single versions of them, whose rows do not count.</summary>
    public IReadOnlyList<MatrixSelector> Ignore { get; init; } = [];

    /// <summary>cvpv, cvp or cp; null: what official clients choose for a question of this shape.</summary>
    public string? LatestBy { get; init; }

    /// <summary>The most rows to answer with; null: the broker's own limit.</summary>
    public int? Limit { get; init; }
}

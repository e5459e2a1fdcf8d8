using System.ComponentModel.DataAnnotations;

namespace ApiGateway.Users;

/// <summary>The query string of a search.</summary>
public sealed record UserSearch
{
    public const int DefaultPageSize = 20;

    /// <summary>Part of a name or an e-mail address; nothing finds everybody.</summary>
    [StringLength(200), Storable]
    public string? Query { get; init; }

    /// <summary>Counted from 1; the limit keeps the number of skipped rows an int.</summary>
    [Range(1, 1_000_000)]
    public int? Page { get; init; }

    [Range(1, 100)]
    public int? PageSize { get; init; }
}

namespace PactKit.Brokers;

/// <summary>All contracts of one consumer version, published together: the broker stores all of them or none.</summary>
public sealed record ContractPublication
{
    /// <summary>The consumer.</summary>
    public required string Pacticipant { get; init; }

    /// <summary>The consumer's version; usually its commit.</summary>
    public required string Version { get; init; }

    /// <summary>The branch of that version; brokers ask for one.</summary>
    public string? Branch { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The build the contracts come from, or null.</summary>
    public string? BuildUrl { get; init; }

    public required IReadOnlyList<Contract> Contracts { get; init; }
}

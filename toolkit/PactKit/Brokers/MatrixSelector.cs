namespace PactKit.Brokers;

/// <summary>Which versions of one pacticipant a matrix question is about. Only the name: any version.</summary>
public sealed record MatrixSelector(string Pacticipant)
{
    /// <summary>This version alone.</summary>
    public string? Version { get; init; }

    /// <summary>Only the latest of the versions the other members describe; alone, the latest of all.</summary>
    public bool Latest { get; init; }

    /// <summary>Versions with this tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Versions of this branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Versions of the pacticipant's main branch.</summary>
    public bool MainBranch { get; init; }

    /// <summary>Versions deployed to, or released and supported in, this environment.</summary>
    public string? Environment { get; init; }
}

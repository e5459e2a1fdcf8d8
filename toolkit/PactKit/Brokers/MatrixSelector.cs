namespace PactKit.Brokers;

/// <summary>Which versions of one pacticipant a matrix question is about. Only the name: any version.</summary>
public sealed record MatrixSelector(string Pacticipant)
{
    public string? Version { get; init; }

    /// <summary>Only the latest of the versions the other members describe; alone, the latest of all.</summary>
    public bool Latest { get; init; }

    public string? Tag { get; init; }

    public string? Branch { get; init; }

    public bool MainBranch { get; init; }

    /// <summary>Versions deployed to, or released and supported in, this environment.</summary>
    public string? Environment { get; init; }
}

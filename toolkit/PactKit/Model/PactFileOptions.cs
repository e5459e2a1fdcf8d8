namespace PactKit.Model;

/// <summary>What happens to a pact file that exists already.</summary>
public enum PactFileMode
{
    /// <summary>Interactions are added; the same interaction is replaced; nothing is removed.</summary>
    Merge,

    /// <summary>The file is replaced as a whole.</summary>
    Overwrite,
}

/// <summary>What happens where the file holds the same interaction with another request line or status. V4 always replaces.</summary>
public enum MergeConflict
{
    /// <summary>The new interaction replaces the old one, as PactNet has it.</summary>
    Replace,

    /// <summary>V1 to V3: nothing is written, and the error names both, as other Pact implementations have it.</summary>
    Refuse,
}

/// <summary>How a pact is put into a file.</summary>
public sealed record PactFileOptions
{
    public static readonly PactFileOptions Default = new();

    public PactFileMode Mode { get; init; } = PactFileMode.Merge;

    public MergeConflict Conflicts { get; init; } = MergeConflict.Replace;

    /// <summary>The version to write; the one the pact names where null. A file of another version is converted as a whole.</summary>
    public PactSpecification? Specification { get; init; }

    /// <summary>How long to wait for other processes that write the same file. Thirty seconds unless told.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

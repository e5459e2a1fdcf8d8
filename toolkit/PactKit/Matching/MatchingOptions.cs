namespace PactKit.Matching;

/// <summary>Limits and switches of the matching engine.</summary>
public sealed record MatchingOptions
{
    /// <summary>One second for a regular expression, 512 levels of nesting.</summary>
    public static readonly MatchingOptions Default = new();

    /// <summary>How long one regular expression may run on one value before it counts as a mismatch that says so. One second unless told.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Deepest nesting of a JSON or XML body that is compared; deeper is a mismatch that says so. 512 unless told.</summary>
    public int MaxDepth { get; init; } = 512;
}

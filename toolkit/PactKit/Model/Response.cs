namespace PactKit.Model;

/// <summary>An HTTP response: the expected one of an interaction (with rules and generators), or one that was received (without).</summary>
public sealed record Response
{
    /// <summary>The HTTP status; 200 unless told.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Names compare ignoring case. The values of list headers are separate items.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = Empty.Headers;

    /// <summary>Missing unless told: then any body is accepted.</summary>
    public Body Body { get; init; } = Body.Missing;

    /// <summary>How the response is compared; by equality where there is no rule.</summary>
    public MatchingRules MatchingRules { get; init; } = MatchingRules.None;

    /// <summary>Values a mock server makes anew before it answers.</summary>
    public GeneratorSet Generators { get; init; } = GeneratorSet.None;
}

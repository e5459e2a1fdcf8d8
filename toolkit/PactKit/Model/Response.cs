namespace PactKit.Model;

/// <summary>An HTTP response: the expected one of an interaction (with rules and generators), or one that was received (without).</summary>
public sealed record Response
{
    public int Status { get; init; } = 200;

    /// <summary>Names compare ignoring case. The values of list headers are separate items.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = Empty.Headers;

    public Body Body { get; init; } = Body.Missing;

    public MatchingRules MatchingRules { get; init; } = MatchingRules.None;

    public GeneratorSet Generators { get; init; } = GeneratorSet.None;
}

namespace PactKit.Model;

/// <summary>All rules of one part, by category. Keys of <see cref="Body"/> are path expressions from the body's root <c>$</c>; the other keys are literal names.</summary>
public sealed record MatchingRules
{
    public static readonly MatchingRules None = new();

    public RuleList? Method { get; init; }

    public RuleList? Path { get; init; }

    public RuleList? Status { get; init; }

    public IReadOnlyDictionary<string, RuleList> Query { get; init; } = Empty.Rules;

    /// <summary>Names compare ignoring case.</summary>
    public IReadOnlyDictionary<string, RuleList> Headers { get; init; } = Empty.Rules;

    public IReadOnlyDictionary<string, RuleList> Metadata { get; init; } = Empty.Rules;

    public IReadOnlyDictionary<string, RuleList> Body { get; init; } = Empty.Rules;
}

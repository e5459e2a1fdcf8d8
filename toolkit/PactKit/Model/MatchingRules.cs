namespace PactKit.Model;

/// <summary>All rules of one part, by category. Keys of <see cref="Body"/> are path expressions from the body's root <c>$</c>; the other keys are literal names.</summary>
public sealed record MatchingRules
{
    /// <summary>No rules: everything is compared by equality.</summary>
    public static readonly MatchingRules None = new();

    /// <summary>For the method of a request.</summary>
    public RuleList? Method { get; init; }

    /// <summary>For the path of a request.</summary>
    public RuleList? Path { get; init; }

    /// <summary>For the status of a response.</summary>
    public RuleList? Status { get; init; }

    /// <summary>By query parameter, case-sensitive.</summary>
    public IReadOnlyDictionary<string, RuleList> Query { get; init; } = Empty.Rules;

    /// <summary>Names compare ignoring case.</summary>
    public IReadOnlyDictionary<string, RuleList> Headers { get; init; } = Empty.Rules;

    /// <summary>By entry of a message's metadata.</summary>
    public IReadOnlyDictionary<string, RuleList> Metadata { get; init; } = Empty.Rules;

    /// <summary>By path expression; where several select a place, the one with the greatest weight decides.</summary>
    public IReadOnlyDictionary<string, RuleList> Body { get; init; } = Empty.Rules;
}

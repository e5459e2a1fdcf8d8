using PactKit.Matching.Rules;

namespace PactKit.Matching.Paths;

/// <summary>A path expression with the rules kept under it.</summary>
internal sealed record RuleExpression(string Text, IReadOnlyList<PathToken> Tokens, RuleGroup Rules, double Weight = 0)
{
    /// <summary>Of two that both apply, the lower one wins. Set when the expressions of a document are put in order.</summary>
    public int Precedence { get; set; }
}

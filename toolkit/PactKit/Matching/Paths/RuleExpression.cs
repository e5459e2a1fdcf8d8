using PactKit.Matching.Rules;

namespace PactKit.Matching.Paths;

/// <summary>A path expression with the rules kept under it. <paramref name="Precedence"/>: of two that both apply, the lower one wins.</summary>
internal sealed record RuleExpression(string Text, IReadOnlyList<PathToken> Tokens, RuleGroup Rules, int Precedence, double Weight);

using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Paths;

/// <summary>Turns the rules of one category, stored by path expression, into expressions ordered by precedence.</summary>
internal static class RuleExpressions
{
    /// <summary>
    /// An expression that cannot be read is left out and told in <paramref name="unreadable"/>, or else in <paramref name="warnings"/>. Repeated
    /// elements of XML are no list, so there <c>[*]</c> only says what is true anyway, that each of them is meant, and is no step.
    /// </summary>
    public static RuleCursor Compile(
        IReadOnlyDictionary<string, RuleList> rules, MatchingOptions options, List<string> warnings, bool forXml = false, List<string>? unreadable = null)
    {
        if (rules.Count == 0) return RuleCursor.None;
        var read = new List<RuleExpression>(rules.Count);
        foreach (var (text, list) in rules)
        {
            if (!PathExpression.TryParse(text.Length == 0 ? "$" : text, out var path, out var error))
            {
                if (unreadable is null) warnings.Add($"{error}; the matching rules under it are ignored.");
                else unreadable.Add(error);
            }
            else if (RuleGroup.Compile(list, options, warnings) is { } group)
            {
                var tokens = Rooted(forXml ? WithoutStarIndexes(path) : path.Tokens);
                read.Add(new RuleExpression(text, tokens, group, Weight(tokens)));
            }
        }

        read.Sort(Compare);
        for (var i = 0; i < read.Count; i++) read[i].Precedence = i;
        return RuleCursor.AtRoot(read);
    }

    // Greatest weight first. Others leave ties to chance; here the expression whose first wildcard comes latest wins, then text order.
    private static int Compare(RuleExpression left, RuleExpression right)
    {
        var order = right.Weight.CompareTo(left.Weight);
        if (order == 0) order = FirstWildcard(right.Tokens).CompareTo(FirstWildcard(left.Tokens));
        return order != 0 ? order : string.CompareOrdinal(left.Text, right.Text);
    }

    /// <summary>Every token that must fit exactly doubles the weight; the number of tokens multiplies it once more.</summary>
    public static double Weight(IReadOnlyList<PathToken> tokens)
    {
        double weight = tokens.Count;
        foreach (var token in tokens)
            if (token.Kind is not (PathTokenKind.Star or PathTokenKind.StarIndex)) weight *= 2;
        return weight;
    }

    // A path without its "$" is meant from the root too.
    private static IReadOnlyList<PathToken> Rooted(IReadOnlyList<PathToken> tokens) =>
        tokens is [{ Kind: PathTokenKind.Root }, ..] ? tokens : [new PathToken(PathTokenKind.Root), .. tokens];

    private static PathToken[] WithoutStarIndexes(PathExpression path) => [.. path.Tokens.Where(t => t.Kind != PathTokenKind.StarIndex)];

    private static int FirstWildcard(IReadOnlyList<PathToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind is PathTokenKind.Star or PathTokenKind.StarIndex) return i;
        return int.MaxValue;
    }
}

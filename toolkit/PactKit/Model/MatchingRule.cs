using System.Text.Json;

namespace PactKit.Model;

/// <summary>How the rules of one list combine.</summary>
public enum RuleCombination
{
    And,
    Or,
}

/// <summary>The rules for one location. An empty list is as good as none.</summary>
public sealed record RuleList(IReadOnlyList<MatchingRule> Rules, RuleCombination Combine = RuleCombination.And)
{
    public static RuleList Of(params MatchingRule[] rules) => new(rules);
}

/// <summary>One matching rule as a file stores it: data only. What each rule does is in <c>Matching/Rules</c>.</summary>
public abstract record MatchingRule
{
    private protected MatchingRule() { }
}

public sealed record EqualityRule : MatchingRule;

/// <summary>The whole text of the value must match <paramref name="Pattern"/>.</summary>
public sealed record RegexRule(string Pattern) : MatchingRule;

/// <summary>The same kind of value. A list or map has at least <paramref name="Min"/> and at most <paramref name="Max"/> entries where given.</summary>
public sealed record TypeRule(int? Min = null, int? Max = null) : MatchingRule;

public sealed record NumberRule : MatchingRule;

public sealed record IntegerRule : MatchingRule;

public sealed record DecimalRule : MatchingRule;

public sealed record BooleanRule : MatchingRule;

public sealed record NullRule : MatchingRule;

public sealed record IncludeRule(string Value) : MatchingRule;

/// <summary>A date in a Java pattern; null means <c>yyyy-MM-dd</c>.</summary>
public sealed record DateRule(string? Format = null) : MatchingRule;

/// <summary>A time in a Java pattern; null means <c>HH:mm:ss</c>.</summary>
public sealed record TimeRule(string? Format = null) : MatchingRule;

/// <summary>A date and time in a Java pattern; null means <c>yyyy-MM-dd'T'HH:mm:ssXXX</c>.</summary>
public sealed record DateTimeRule(string? Format = null) : MatchingRule;

/// <summary>The bytes are of this content type, by their magic numbers.</summary>
public sealed record ContentTypeRule(string Value) : MatchingRule;

public sealed record ValuesRule : MatchingRule;

public sealed record NotEmptyRule : MatchingRule;

public sealed record SemverRule : MatchingRule;

/// <summary>The status is one of <paramref name="Codes"/>, or of class <paramref name="Class"/> (info, success, redirect, clientError, serverError, nonError, error).</summary>
public sealed record StatusCodeRule(string? Class, IReadOnlyList<int> Codes) : MatchingRule;

/// <summary>Each variant is found somewhere in the list.</summary>
public sealed record ArrayContainsRule(IReadOnlyList<ArrayVariant> Variants) : MatchingRule;

/// <summary>One variant of <see cref="ArrayContainsRule"/>: the example item at <paramref name="Index"/>, with rules and generators whose paths start at the item.</summary>
public sealed record ArrayVariant(int Index, IReadOnlyDictionary<string, RuleList> Rules, IReadOnlyDictionary<string, Generator> Generators);

public sealed record EachKeyRule(RuleList Rules, JsonElement? Value = null, Generator? Generator = null) : MatchingRule;

public sealed record EachValueRule(RuleList Rules, JsonElement? Value = null, Generator? Generator = null) : MatchingRule;

/// <summary>A rule nobody here knows, kept word for word: a plugin may provide it, else it fails when applied.</summary>
public sealed record UnknownRule(string Name, JsonElement Definition) : MatchingRule;

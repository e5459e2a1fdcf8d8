using System.Text.Json;

namespace PactKit.Model;

/// <summary>How the rules of one list combine.</summary>
public enum RuleCombination
{
    /// <summary>All rules hold.</summary>
    And,

    /// <summary>At least one rule holds.</summary>
    Or,
}

/// <summary>The rules for one location. An empty list is as good as none.</summary>
public sealed record RuleList(IReadOnlyList<MatchingRule> Rules, RuleCombination Combine = RuleCombination.And)
{
    /// <summary>Rules that must all hold.</summary>
    public static RuleList Of(params MatchingRule[] rules) => new(rules);
}

/// <summary>One matching rule as a file stores it: data only. What each rule does is in <c>Matching/Rules</c>.</summary>
public abstract record MatchingRule
{
    private protected MatchingRule() { }
}

/// <summary>The value equals the example; ends what a rule further up hands down.</summary>
public sealed record EqualityRule : MatchingRule;

/// <summary>The whole text of the value must match <paramref name="Pattern"/>.</summary>
public sealed record RegexRule(string Pattern) : MatchingRule;

/// <summary>The same kind of value. A list or map has at least <paramref name="Min"/> and at most <paramref name="Max"/> entries where given.</summary>
public sealed record TypeRule(int? Min = null, int? Max = null) : MatchingRule;

/// <summary>Any number.</summary>
public sealed record NumberRule : MatchingRule;

/// <summary>A number written without fraction and exponent, of any size.</summary>
public sealed record IntegerRule : MatchingRule;

/// <summary>
/// A number written with a fraction or an exponent. Where the value is text (a header, a query parameter) any number will do.
/// </summary>
public sealed record DecimalRule : MatchingRule;

/// <summary>True or false, or one of these words as a string.</summary>
public sealed record BooleanRule : MatchingRule;

/// <summary>The JSON value null.</summary>
public sealed record NullRule : MatchingRule;

/// <summary>A text that holds <paramref name="Value"/>, case-sensitive.</summary>
public sealed record IncludeRule(string Value) : MatchingRule;

/// <summary>A date in a Java pattern; null means <c>yyyy-MM-dd</c>.</summary>
public sealed record DateRule(string? Format = null) : MatchingRule;

/// <summary>A time in a Java pattern; null means <c>HH:mm:ss</c>.</summary>
public sealed record TimeRule(string? Format = null) : MatchingRule;

/// <summary>A date and time in a Java pattern; null means <c>yyyy-MM-dd'T'HH:mm:ssXXX</c>.</summary>
public sealed record DateTimeRule(string? Format = null) : MatchingRule;

/// <summary>The bytes are of this content type, by their magic numbers.</summary>
public sealed record ContentTypeRule(string Value) : MatchingRule;

/// <summary>The keys of a map do not matter, its values do: where no rule of their own decides, they equal the example's.</summary>
public sealed record ValuesRule : MatchingRule;

/// <summary>Not null, and not an empty string, list, map or body. Zero and false are something.</summary>
public sealed record NotEmptyRule : MatchingRule;

/// <summary>A semantic version, such as 1.2.3-beta.1.</summary>
public sealed record SemverRule : MatchingRule;

/// <summary>The status is one of <paramref name="Codes"/>, or where that is not null, of class <paramref name="Class"/> (info, success, redirect, clientError, serverError, nonError, error; any other name matches nothing).</summary>
public sealed record StatusCodeRule(string? Class, IReadOnlyList<int> Codes) : MatchingRule;

/// <summary>Each variant is found somewhere in the list.</summary>
public sealed record ArrayContainsRule(IReadOnlyList<ArrayVariant> Variants) : MatchingRule;

/// <summary>One variant of <see cref="ArrayContainsRule"/>: the example item at <paramref name="Index"/>, with rules and generators whose paths start at the item.</summary>
public sealed record ArrayVariant(int Index, IReadOnlyDictionary<string, RuleList> Rules, IReadOnlyDictionary<string, Generator> Generators);

/// <summary>Each key of a map passes <paramref name="Rules"/>. The keys themselves and what is under them do not matter.</summary>
public sealed record EachKeyRule(RuleList Rules, JsonElement? Value = null, Generator? Generator = null) : MatchingRule;

/// <summary>Each value of a map, or item of a list, passes <paramref name="Rules"/>; no other rules apply to it.</summary>
public sealed record EachValueRule(RuleList Rules, JsonElement? Value = null, Generator? Generator = null) : MatchingRule;

/// <summary>A rule nobody here knows, kept word for word: a plugin may provide it, else it fails when applied.</summary>
/// <param name="Name">What <c>match</c> says; empty where nothing says what the rule matches by.</param>
/// <param name="Definition">The whole rule, as it was read.</param>
/// <param name="Fault">What it lacks, as the end of a sentence; null where its name is all that is wrong with it.</param>
public sealed record UnknownRule(string Name, JsonElement Definition, string? Fault = null) : MatchingRule;

using PactKit.Matching.Bodies;
using PactKit.Matching.Regexes;

namespace PactKit.Matching.Rules;

/// <summary>The whole text must match: of a JSON value that is no string, its JSON text, "null" included.</summary>
internal sealed class RegexCheck(string pattern, TimeSpan timeout) : RuleCheck
{
    private readonly FullMatchRegex _regex = FullMatchRegex.Of(pattern, timeout);

    public override string Name => "regex";

    public override bool LooksAtExample => false;

    public override string? Check(in Value expected, in Value actual, bool cascaded) => Check(actual.Content);

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => null;

    /// <summary>At an element its name is tested; its text is at <c>#text</c>.</summary>
    public override string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded) => Check(actual.LocalName);

    private string? Check(string text) => _regex.Match(text) switch
    {
        RegexOutcome.Match => null,
        RegexOutcome.Invalid => $"'{pattern}' is not a valid regular expression: {_regex.Error}",
        RegexOutcome.TooSlow => $"Expected '{JsonPiece.Shorten(text)}' to match '{pattern}', which could not be decided within {_regex.TimeLimit}",
        _ => $"Expected '{JsonPiece.Shorten(text)}' to match '{pattern}'",
    };
}

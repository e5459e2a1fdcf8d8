using PactKit.Dates;

namespace PactKit.Matching.Rules;

/// <summary>A date, a time or both, in a Java pattern: the rules date, time and datetime differ in name and default pattern alone.</summary>
internal sealed class DateCheck : RuleCheck
{
    private readonly string _format;
    private readonly string _what;
    private readonly DatePattern? _pattern;
    private readonly string? _error;

    public DateCheck(string name, string what, string format)
    {
        (Name, _what, _format) = (name, what, format);
        _ = DatePattern.TryParse(format, out _pattern, out _error);
    }

    public override string Name { get; }

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (_pattern?.Matches(actual.Content) ?? false) return null;
        var failure = $"Expected '{JsonPiece.Shorten(actual.Content)}' to match a {_what} pattern of '{_format}'";
        return _error is null ? failure : $"{failure}, which is not a valid pattern: {_error}";
    }
}

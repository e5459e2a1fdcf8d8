using System.Text.RegularExpressions;

namespace PactKit.Matching.Rules;

/// <summary>A version by SemVer 2: three numbers without leading zeros, then what may follow.</summary>
internal sealed partial class SemverCheck : RuleCheck
{
    public override string Name => "semver";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (actual.Kind is not (ValueKind.String or ValueKind.Text)) return $"Expected {actual.Typed} to match a semantic version";
        return Version().IsMatch(actual.Content) ? null : $"'{JsonPiece.Shorten(actual.Content)}' is not a valid semantic version";
    }

    [GeneratedRegex(
        @"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
        + @"(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?"
        + @"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}

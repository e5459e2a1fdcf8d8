using PactKit.Model;

namespace PactKit.Matching.Rules;

/// <summary>A version by SemVer 2: three numbers without leading zeros, then what may follow.</summary>
internal sealed class SemverCheck : RuleCheck
{
    public override string Name => "semver";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (actual.Kind is not (ValueKind.String or ValueKind.Text)) return $"Expected {actual.Typed} to match a semantic version";
        return SemanticVersion.IsValid(actual.Content) ? null : $"'{JsonPiece.Shorten(actual.Content)}' is not a valid semantic version";
    }
}

namespace PactKit.Matching.Rules;

internal sealed class IncludeCheck(string value) : RuleCheck
{
    public override string Name => "include";

    public override bool LooksAtExample => false;

    public override string? Check(in Value expected, in Value actual, bool cascaded) =>
        actual.Content.Contains(value, StringComparison.Ordinal) ? null : $"Expected '{JsonPiece.Shorten(actual.Content)}' to include '{value}'";
}

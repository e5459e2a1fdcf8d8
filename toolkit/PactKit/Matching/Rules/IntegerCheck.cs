namespace PactKit.Matching.Rules;

/// <summary>A number written without fraction and exponent, of any size.</summary>
internal sealed class IntegerCheck : RuleCheck
{
    public override string Name => "integer";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (!actual.IsText) return actual.Kind == ValueKind.Integer ? null : $"Expected {actual.Typed} to be an integer";
        var digits = actual.Content.AsSpan();
        if (digits is ['-' or '+', ..]) digits = digits[1..];
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? null : $"Expected {actual.Shown} to match an integer number";
    }
}

namespace PactKit.Matching.Rules;

/// <summary>In JSON a number written with a fraction or an exponent; in text any number, as others have it.</summary>
internal sealed class DecimalCheck : RuleCheck
{
    public override string Name => "decimal";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        var passes = actual.IsText ? NumberCheck.IsNumber(actual.Content) : actual.Kind == ValueKind.Decimal;
        return passes ? null : $"Expected {actual.Typed} to be a decimal number";
    }
}

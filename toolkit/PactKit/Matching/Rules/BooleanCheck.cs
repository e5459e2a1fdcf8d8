namespace PactKit.Matching.Rules;

/// <summary>True or false, or one of these words as a string, in lower case.</summary>
internal sealed class BooleanCheck : RuleCheck
{
    public override string Name => "boolean";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        var passes = actual.Kind == ValueKind.Boolean || (!actual.IsContainer && actual.Content is "true" or "false");
        return passes ? null : $"Expected {actual.Typed} to match a boolean";
    }
}

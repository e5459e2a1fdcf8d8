using System.Text.RegularExpressions;

namespace PactKit.Matching.Rules;

/// <summary>Any number. In JSON it has to be one; elsewhere the text has to read as one.</summary>
internal sealed partial class NumberCheck : RuleCheck
{
    public override string Name => "number";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (actual.IsText) return IsNumber(actual.Content) ? null : $"Expected {actual.Shown} to match a number";
        return actual.Kind is ValueKind.Integer or ValueKind.Decimal ? null : $"Expected {actual.Typed} to be a number";
    }

    public static bool IsNumber(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"\A[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

namespace PactKit.Matching.Rules;

/// <summary>The JSON value null. No text, no list and no map is that.</summary>
internal sealed class NullCheck : RuleCheck
{
    public override string Name => "null";

    public override string? Check(in Value expected, in Value actual, bool cascaded) =>
        actual.Kind == ValueKind.Null ? null : $"Expected {actual.Typed} to be a null value";

    // An example without items says nothing about the list, whatever the rule (as the reference engine has it).
    public override string? CheckList(in Items expected, in Items actual, bool cascaded) =>
        expected.Count == 0 ? null : $"Expected {actual.Typed} to be a null value";

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => $"Expected {actual.Typed} to be a null value";
}

using System.Globalization;
using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>Not null, and not an empty string, list, map or body. Zero and false are something.</summary>
internal sealed class NotEmptyCheck : RuleCheck
{
    public override string Name => "notEmpty";

    public override string? Check(in Value expected, in Value actual, bool cascaded) =>
        IsEmpty(actual) ? $"Expected {(actual.IsText ? $"{actual.Shown} (String)" : actual.Typed)} to not be empty" : null;

    public override string? CheckList(in Items expected, in Items actual, bool cascaded) =>
        actual.Count == 0 ? $"Expected {actual.Typed} to not be empty" : null;

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => Check(expected, actual, cascaded);

    public override string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded) =>
        actual.ChildNodes == 0 ? $"Expected {actual.Shown} to not be empty" : null;

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) =>
        actual.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"Expected [] ({actual.Length} bytes) to not be empty") : null;

    private static bool IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Null => true,
        ValueKind.String or ValueKind.Text => value.Content.Length == 0,
        ValueKind.Array => value.CountOfItems == 0,
        ValueKind.Object => value.CountOfKeys == 0,
        _ => false,
    };
}

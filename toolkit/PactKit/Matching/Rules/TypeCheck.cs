using System.Globalization;
using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>The same kind of value; Integer and Decimal are both numbers. Sizes count only where the rule was written, not below.</summary>
internal sealed class TypeCheck(int? min, int? max) : RuleCheck
{
    public override string Name => "type";

    public override bool IsTypeRule => true;

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (expected.IsText || actual.IsText) return null;
        return Class(expected.Kind) == Class(actual.Kind) ? null : $"Expected {actual.Typed} to be the same type as {expected.Typed}";
    }

    public override string? CheckList(in Items expected, in Items actual, bool cascaded)
    {
        if (cascaded) return null;
        if (actual.Count < min) return SizeFailure(actual, "minimum", min.Value);
        return actual.Count > max ? SizeFailure(actual, "maximum", max.Value) : null;
    }

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded)
    {
        if (cascaded || (min is null && max is null)) return null;
        var count = actual.CountOfKeys;
        if (count < min) return SizeFailure(actual.Shown, count, "minimum", min.Value);
        return count > max ? SizeFailure(actual.Shown, count, "maximum", max.Value) : null;
    }

    public override string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded)
    {
        if (min is null && max is null) return EqualityCheck.CompareNames(expected, actual);
        if (cascaded) return null;
        if (actual.ChildNodes < min) return SizeFailure(actual.Shown, actual.ChildNodes, "minimum", min.Value);
        return actual.ChildNodes > max ? SizeFailure(actual.Shown, actual.ChildNodes, "maximum", max.Value) : null;
    }

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) => null;

    private static ValueKind Class(ValueKind kind) => kind == ValueKind.Decimal ? ValueKind.Integer : kind;

    private static string SizeFailure(in Items actual, string bound, int size) => SizeFailure(actual.Shown, actual.Count, bound, size);

    private static string SizeFailure(string shown, int count, string bound, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"Expected {shown} (size {count}) to have {bound} size of {size}");
}

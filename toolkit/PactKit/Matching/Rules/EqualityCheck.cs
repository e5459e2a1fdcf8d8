using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

internal sealed class EqualityCheck : RuleCheck
{
    public static readonly EqualityCheck Instance = new();

    public override string Name => "equality";

    public override string? Check(in Value expected, in Value actual, bool cascaded) => Compare(expected, actual);

    // An example without items says nothing about the list, whatever the rule (as the reference engine has it).
    public override string? CheckList(in Items expected, in Items actual, bool cascaded) =>
        expected.Count == 0 || expected.IsEqualTo(actual) ? null : $"Expected {actual.Typed} to be equal to {expected.Typed}";

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => Compare(expected, actual);

    public override string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded) => CompareNames(expected, actual);

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) =>
        expected.Span.SequenceEqual(actual.Span) ? null : BytesText.NotEqual(expected, actual);

    public static string? Compare(in Value expected, in Value actual) =>
        expected.IsEqualTo(actual) ? null : $"Expected {actual.Typed} to be equal to {expected.Typed}";

    /// <summary>Namespace and local name; a prefix means nothing.</summary>
    public static string? CompareNames(in ElementView expected, in ElementView actual) => expected.HasNameOf(actual)
        ? null
        : $"Expected element '{BytesText.NameOf(actual)}' to be equal to '{BytesText.NameOf(expected)}'";
}

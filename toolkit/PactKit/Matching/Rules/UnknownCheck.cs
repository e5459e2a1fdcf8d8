using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>A rule nobody here knows, or that lacks what it needs: it fails where it is applied, so that nothing passes by accident.</summary>
internal sealed class UnknownCheck(string name, string? fault = null) : RuleCheck
{
    public override string Name => name;

    public override bool Cascades => false;

    public override string? Check(in Value expected, in Value actual, bool cascaded) => cascaded ? null : Failure();

    // An example without items says nothing about the list, whatever the rule (as the reference engine has it).
    public override string? CheckList(in Items expected, in Items actual, bool cascaded) => cascaded || (expected.Count == 0 && fault is null) ? null : Failure();

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => cascaded ? null : Failure();

    public override string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded) => cascaded ? null : Failure();

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) => Failure();

    private string Failure() =>
        fault is null ? $"The matching rule '{name}' is not known, so nothing matches it"
        : name.Length == 0 ? $"A matching rule here cannot be applied: {fault}"
        : $"The matching rule '{name}' cannot be applied: {fault}";
}

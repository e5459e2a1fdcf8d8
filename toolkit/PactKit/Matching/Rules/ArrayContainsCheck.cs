using PactKit.Matching.Paths;

namespace PactKit.Matching.Rules;

/// <summary>One variant: the example item at <paramref name="Index"/> under rules of its own.</summary>
internal sealed record VariantCheck(int Index, RuleCursor Root);

/// <summary>Each variant is found somewhere in the list. Without variants each example item is, by equality.</summary>
internal sealed class ArrayContainsCheck(IReadOnlyList<VariantCheck> variants) : RuleCheck
{
    public override string Name => "arrayContains";

    public override bool Cascades => false;

    public override bool DecidesKeys => true;

    private static readonly RuleCursor Equal = RuleCursor.At(new RuleExpression("$", [], new RuleGroup([EqualityCheck.Instance], oneIsEnough: false)));

    public IEnumerable<VariantCheck> VariantsFor(int examples) =>
        variants.Count > 0 ? variants : Enumerable.Range(0, examples).Select(i => new VariantCheck(i, Equal));

    public override string? Check(in Value expected, in Value actual, bool cascaded) => ContainersOnly.Check(Name, actual, cascaded);

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => null;

    // Every list below is searched too (as the reference engine has it).
    public override Descent DescentOf(bool cascaded) => Descent.Variants;
}

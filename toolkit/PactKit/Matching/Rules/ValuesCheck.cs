namespace PactKit.Matching.Rules;

/// <summary>The keys of a map do not matter, its values do: where no rule of their own decides, they equal the example's.</summary>
internal sealed class ValuesCheck : RuleCheck
{
    public override string Name => "values";

    public override bool Cascades => false;

    public override bool DecidesKeys => true;

    public override string? Check(in Value expected, in Value actual, bool cascaded) => EqualityCheck.Compare(expected, actual);

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => null;

    public override Descent DescentOf(bool cascaded) => cascaded ? Descent.Ordinary : Descent.Values;
}

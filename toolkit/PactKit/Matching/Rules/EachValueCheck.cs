using PactKit.Matching.Paths;

namespace PactKit.Matching.Rules;

/// <summary>Each value of a map, or item of a list, passes the rules listed, and no others apply to it.</summary>
internal sealed class EachValueCheck(RuleGroup? rules) : RuleCheck
{
    public override string Name => "eachValue";

    public override bool Cascades => false;

    public override bool DecidesKeys => true;

    /// <summary>The rules for one value, or null where none are listed.</summary>
    public RuleGroup? Rules => rules;

    /// <summary>Stands in for the map or list, so that only the rules listed are seen below it.</summary>
    public RuleCursor Inside { get; } =
        rules is null ? RuleCursor.None : RuleCursor.AboveEach(new RuleExpression("eachValue", [], rules));

    public override string? Check(in Value expected, in Value actual, bool cascaded) => ContainersOnly.Check(Name, actual, cascaded);

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => null;

    public override Descent DescentOf(bool cascaded) => cascaded ? Descent.Ordinary : Descent.EachValue;
}

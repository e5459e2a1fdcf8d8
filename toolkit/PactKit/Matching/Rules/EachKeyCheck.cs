namespace PactKit.Matching.Rules;

/// <summary>Each key of a map passes the rules listed. What the keys are, and what is under them, does not matter.</summary>
internal sealed class EachKeyCheck(RuleGroup? rules, string? example) : RuleCheck
{
    public override string Name => "eachKey";

    public override bool Cascades => false;

    public override bool DecidesKeys => true;

    public override string? Check(in Value expected, in Value actual, bool cascaded) => ContainersOnly.Check(Name, actual, cascaded);

    public override string? CheckMap(in Value expected, in Value actual, bool cascaded) => null;

    /// <summary>One key of the actual map.</summary>
    public void CheckKey(string key, ref List<Failure>? failures) =>
        rules?.CheckScalar(new Value(example ?? key), new Value(key), cascaded: false, ref failures);
}

using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Bodies;

/// <summary>The state of one comparison of two bodies: where it is and what it found.</summary>
internal sealed class BodyComparison(MatchingOptions options, bool unexpectedKeysAllowed, MatchingTrace? trace = null)
{
    public MatchingOptions Options => options;

    /// <summary>Responses and messages may hold more than was expected, requests may not.</summary>
    public bool UnexpectedKeysAllowed => unexpectedKeysAllowed;

    public PathTrail Trail { get; } = new();

    public List<Mismatch> Found { get; private set; } = [];

    public void Add(string? expected, string? actual, string description, string? rule = null) =>
        AddAt(Trail.ToString(), expected, actual, description, rule);

    public void AddAt(string path, string? expected, string? actual, string description, string? rule = null) =>
        Found.Add(new BodyMismatch(path, expected, actual) { Description = description, Rule = rule });

    /// <summary>Compares two scalars by the rules that apply, else by equality.</summary>
    public void Scalar(in Value expected, in Value actual, RuleCursor rules)
    {
        if (trace is not null) Trace(rules);
        List<Failure>? failures = null;
        if (rules.Rules is { } group) group.CheckScalar(expected, actual, rules.IsCascaded, ref failures);
        else if (EqualityCheck.Compare(expected, actual) is { } difference) failures = [new Failure(difference, null)];
        if (failures is null) return;
        foreach (var (description, rule) in failures) Add(expected.Shown, actual.Shown, description, rule);
    }

    /// <summary>Runs a comparison on the side and returns what it found.</summary>
    public List<Mismatch> Aside(Action compare)
    {
        var before = Found;
        Found = [];
        compare();
        var aside = Found;
        Found = before;
        return aside;
    }

    /// <summary>Notes which rules apply here, if anybody wants to know.</summary>
    public void Trace(RuleCursor rules) => trace?.Body(Trail, rules);
}

using PactKit;
using PactKit.Consumer;
using PactKit.Model;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Turns matchers into examples with rules, and refuses those that make no sense where they stand.</summary>
internal static class Examples
{
    public static Example OfPath(IMatcher matcher, PactConfig config) => Checked(matcher, config, "a path", rule =>
        rule is EachKeyRule or EachValueRule or ArrayContainsRule or ValuesRule or NullRule or TypeRule { Min: not null } or TypeRule { Max: not null });

    public static Example OfQuery(IMatcher matcher, PactConfig config) =>
        Checked(matcher, config, "a query parameter", rule => rule is EachKeyRule or ArrayContainsRule or ValuesRule or NullRule);

    public static Example OfHeader(IMatcher matcher, PactConfig config)
    {
        var example = Checked(matcher, config, "a header", rule => rule is EachKeyRule or ArrayContainsRule or ValuesRule or NullRule);
        foreach (var text in example.Texts) Argument.HeaderText(text, nameof(matcher));
        return example;
    }

    /// <summary>Metadata may be any JSON, so only what is about statuses is out of place.</summary>
    public static Example OfMetadata(IMatcher matcher, PactConfig config) => Checked(matcher, config, "metadata", rule => rule is ArrayContainsRule or EachKeyRule);

    private static Example Checked(IMatcher matcher, PactConfig config, string where, Func<MatchingRule, bool> isMisplaced)
    {
        var example = Example.OfMatcher(Bodies.Read(Argument.NotNull(matcher, nameof(matcher)), config.DefaultJsonSettings));
        if (example.Rules?.Rules.FirstOrDefault(rule => rule is StatusCodeRule || isMisplaced(rule)) is { } misplaced)
            throw new ArgumentException(Misplaced(misplaced, where), nameof(matcher));
        return matcher is RuleMatcher { IsExactOutsideBodies: true } ? example with { Rules = null } : example;
    }

    private static string Misplaced(MatchingRule rule, string where) => rule switch
    {
        StatusCodeRule => $"Match.Status cannot stand in {where}: pass it to WithStatus of the response.",
        NullRule => $"Match.Null cannot stand in {where}, which is always a text: leave it out.",
        _ => $"The rule \"{RuleNames.Of(rule)}\" is about lists and objects and cannot stand in {where}, which is a text: use Match.Regex or Match.Type, or put it in a body.",
    };
}

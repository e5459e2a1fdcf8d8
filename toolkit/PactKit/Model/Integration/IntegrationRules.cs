using System.Text.Json;
using PactKit.Model.Expressions;
using PactKit.Model.Json;
using PactKit.Model.Reading;

namespace PactKit.Model.Integration;

/// <summary>
/// Reads what stands in <c>pact:matcher:type</c>: the name of a rule, a list of matchers, or an expression. A file keeps a rule that nobody
/// knows, for a plugin may; here somebody has just written it, so it is an error.
/// </summary>
internal sealed class IntegrationRules(ReadLog log)
{
    public const string MatcherType = "pact:matcher:type";

    // Ours: one of the rules at a place is enough.
    private const string Combine = "pact:combine";

    public static bool IsEither(JsonElement json) => json.TextMember(Combine) is "OR";

    /// <summary>The rules of a matcher, and the generator that comes with an expression.</summary>
    public (IReadOnlyList<MatchingRule> Rules, Generator? Generator) Read(JsonElement json, JsonElement type, Place place)
    {
        var at = place.Field(MatcherType);
        switch (type.ValueKind)
        {
            case JsonValueKind.Array:
                var parts = type.EnumerateArray().Index().Select(item => Listed(item.Item, at.Item(item.Index))).ToList();
                return ([.. parts.SelectMany(part => part.Rules)], parts.Select(part => part.Generator).FirstOrDefault(generator => generator is not null));
            case JsonValueKind.String when MatchingExpression.IsExpression(type.GetString()!):
                return Expression(type.GetString()!, at);
            case JsonValueKind.String:
                return (Rule(type.GetString()!, json, place) is { } rule ? [rule] : [], null);
            default:
                log.Fail(at, $"expected the name of a rule, a list of rules or an expression but found {type.Kind()}");
                return ([], null);
        }
    }

    /// <summary>The items of an arrayContains matcher, each with what may differ in it.</summary>
    public IEnumerable<(object? Example, ArrayVariant Variant)> Variants(JsonElement variants, Place place)
    {
        foreach (var (index, item) in variants.EnumerateArray().Index())
        {
            var inner = new IntegrationCollector(log);
            var example = inner.Take(item, PathText.Root, place.Item(index));
            yield return (example, new ArrayVariant(index, inner.Rules, inner.Generators));
        }
    }

    private (IReadOnlyList<MatchingRule> Rules, Generator? Generator) Listed(JsonElement json, Place place)
    {
        if (json.TryMember(MatcherType, out var type)) return Read(json, type, place);
        log.Fail(place, $"expected an object with \"{MatcherType}\"");
        return ([], null);
    }

    private (IReadOnlyList<MatchingRule> Rules, Generator? Generator) Expression(string text, Place place)
    {
        if (!MatchingExpression.TryParse(text, out var expression, out var error)) log.Fail(place, error);
        else if (expression.References.Count > 0) log.Fail(place, $"nothing here has the name that \"{text}\" refers to: only plugins know references");
        else return (expression.Rules, expression.Generator);
        return ([], null);
    }

    private MatchingRule? Rule(string name, JsonElement json, Place place)
    {
        if (RuleNeeds.Missing(name, json) is { } missing) return Failed(place, $"the rule \"{name}\" needs {missing}");
        return RuleReader.Read(name, json, place, log) switch
        {
            UnknownRule => Failed(place.Field(MatcherType), $"there is no rule \"{name}\""),
            // Here a variant is an example with matchers inside, not a finished set of rules as in a file.
            ArrayContainsRule => new ArrayContainsRule([.. Variants(json.GetProperty("variants"), place.Field("variants")).Select(v => v.Variant)]),
            // The example may hold matchers, so it is no use to the rule.
            EachKeyRule rule => rule with { Rules = Inner(json, place), Value = null },
            EachValueRule rule => rule with { Rules = Inner(json, place), Value = null },
            var rule => rule,
        };
    }

    private MatchingRule? Failed(Place place, string message)
    {
        log.Fail(place, message);
        return null;
    }

    private RuleList Inner(JsonElement json, Place place)
    {
        if (!json.TryMember("rules", out var rules)) return RuleList.Of();
        var at = place.Field("rules");
        if (rules.ValueKind != JsonValueKind.Array)
        {
            log.Fail(at, $"expected a list of rules but found {rules.Kind()}");
            return RuleList.Of();
        }

        var items = rules.EnumerateArray().ToList();
        if (items.Count > 1 && items.Exists(IsEither)) log.Fail(at, "rules of which one is enough cannot stand beside others");
        return new RuleList(
            [.. items.Index().SelectMany(item => InnerRule(item.Item, at.Item(item.Index)))],
            items.Exists(IsEither) ? RuleCombination.Or : RuleCombination.And);
    }

    /// <summary>A matcher, or a rule as a file has it.</summary>
    private IReadOnlyList<MatchingRule> InnerRule(JsonElement json, Place place)
    {
        if (json.TryMember(MatcherType, out var type)) return Read(json, type, place).Rules;
        if (json.ValueKind == JsonValueKind.Object && RuleReader.Read(json, place, log) is { } rule and not UnknownRule) return [rule];
        log.Fail(place, "expected a rule, such as {\"pact:matcher:type\": \"type\"}");
        return [];
    }
}

using System.Text.Json;
using PactKit.Model.Expressions;
using PactKit.Model.Json;
using PactKit.Model.Reading;
using PactKit.Model.Writing;

namespace PactKit.Model.Integration;

/// <summary>Walks integration JSON, gathering rules and generators, and builds the example.</summary>
internal sealed class IntegrationCollector(ReadLog log)
{
    public const string MatcherType = "pact:matcher:type";

    private const string GeneratorType = "pact:generator:type";

    // Ours: one of the rules at a place is enough.
    private const string Combine = "pact:combine";

    private const string Prefix = "pact:";

    private readonly Dictionary<string, List<MatchingRule>> _rules = [];

    private readonly HashSet<string> _alternatives = [];

    private readonly Dictionary<string, Generator> _generators = [];

    public Dictionary<string, RuleList> Rules =>
        _rules.ToDictionary(r => r.Key, r => new RuleList(r.Value, _alternatives.Contains(r.Key) ? RuleCombination.Or : RuleCombination.And));

    public IReadOnlyDictionary<string, Generator> Generators => _generators;

    /// <summary>The example for a value at a path.</summary>
    public object? Take(JsonElement json, string path, Place place) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryMember(MatcherType, out var type) => Matcher(json, type, path, place),
        JsonValueKind.Object => Members(json, name => PathText.AppendField(path, name), place),
        JsonValueKind.Array => Items(json, index => PathText.AppendIndex(path, index), place),
        _ => json.Clone(),
    };

    private object? Matcher(JsonElement json, JsonElement type, string path, Place place)
    {
        var rules = RulesOf(json, type, path, place);
        if (!_rules.TryGetValue(path, out var list)) _rules[path] = list = [];
        list.AddRange(rules.Where(rule => !list.Contains(rule)));
        if (json.TextMember(Combine) is "OR") _alternatives.Add(path);
        if (json.TextMember(GeneratorType) is { } generator) _generators[path] = GeneratorReader.Read(generator, json, place, log);
        if (json.TryMember("variants", out var variants) && rules.OfType<ArrayContainsRule>().Any() && variants.ValueKind == JsonValueKind.Array)
            return Variants(variants, place.Field("variants")).Select(v => v.Example).ToList();

        if (!json.TryMember("value", out var value)) return null;
        var at = place.Field("value");
        var anyName = rules.Exists(rule => rule is ValuesRule or EachValueRule or ArrayContainsRule);
        return value.ValueKind switch
        {
            JsonValueKind.Array => Items(value, _ => PathText.AppendStarIndex(path), at),
            JsonValueKind.Object when anyName && !value.TryMember(MatcherType, out _) => Members(value, _ => PathText.AppendStar(path), at),
            _ => Take(value, path, at),
        };
    }

    private List<MatchingRule> RulesOf(JsonElement json, JsonElement type, string path, Place place)
    {
        if (type.ValueKind == JsonValueKind.Array)
        {
            var at = place.Field(MatcherType);
            return [.. type.EnumerateArray().Index().SelectMany(item => Listed(item.Item, path, at.Item(item.Index)))];
        }

        if (type.ValueKind != JsonValueKind.String)
        {
            log.Fail(place.Field(MatcherType), $"expected the name of a rule, a list of rules or an expression but found {type.Kind()}");
            return [];
        }

        var name = type.GetString()!;
        return MatchingExpression.IsExpression(name) ? Expression(name, path, place) : [Rule(name, json, place)];
    }

    private List<MatchingRule> Listed(JsonElement json, string path, Place place)
    {
        if (json.TryMember(MatcherType, out var type)) return RulesOf(json, type, path, place);
        log.Fail(place, $"expected an object with \"{MatcherType}\"");
        return [];
    }

    private MatchingRule Rule(string name, JsonElement json, Place place) => RuleReader.Read(name, json, place, log) switch
    {
        // Here a variant is an example with matchers inside, not a finished set of rules as in a file.
        ArrayContainsRule when json.TryMember("variants", out var variants) && variants.ValueKind == JsonValueKind.Array =>
            new ArrayContainsRule([.. Variants(variants, place.Field("variants")).Select(v => v.Variant)]),
        // The example may hold matchers, so it is no use to the rule.
        EachKeyRule rule => rule with { Value = null },
        EachValueRule rule => rule with { Value = null },
        var rule => rule,
    };

    private List<MatchingRule> Expression(string text, string path, Place place)
    {
        if (!MatchingExpression.TryParse(text, out var expression, out var error))
        {
            log.Fail(place.Field(MatcherType), error);
            return [];
        }

        if (expression.Generator is not null) _generators.TryAdd(path, expression.Generator);
        return [.. expression.Rules];
    }

    private IEnumerable<(object? Example, ArrayVariant Variant)> Variants(JsonElement variants, Place place)
    {
        foreach (var (index, item) in variants.EnumerateArray().Index())
        {
            var inner = new IntegrationCollector(log);
            var example = inner.Take(item, PathText.Root, place.Item(index));
            yield return (example, new ArrayVariant(index, inner.Rules, inner.Generators));
        }
    }

    private JsonMap Members(JsonElement json, Func<string, string> path, Place place)
    {
        var map = new JsonMap();
        foreach (var member in json.EnumerateObject())
            if (!member.Name.StartsWith(Prefix, StringComparison.Ordinal)) map[member.Name] = Take(member.Value, path(member.Name), place.Field(member.Name));
        return map;
    }

    private List<object?> Items(JsonElement json, Func<int, string> path, Place place) =>
        [.. json.EnumerateArray().Index().Select(item => Take(item.Item, path(item.Index), place.Item(item.Index)))];
}

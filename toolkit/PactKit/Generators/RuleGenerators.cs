using System.Text.Json;
using PactKit.Matching;
using PactKit.Matching.Bodies;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>
/// Applies the generators that matching rules keep: an item of an arrayContains list gets those of the first variant it fits, the values
/// or keys under eachValue or eachKey that of the rule. Generators stored by path come after these, and so win.
/// </summary>
internal sealed class RuleGenerators(JsonTree tree, JsonElement json, GeneratorRun run)
{
    private readonly List<(PathToken[] Map, EachKeyRule Rule)> _keys = [];

    public static bool AreIn(IReadOnlyDictionary<string, RuleList> rules) => rules.Values.Any(AreIn);

    public void Apply(IReadOnlyDictionary<string, RuleList> rules) => Apply(rules, new JsonPlace([new PathToken(PathTokenKind.Root)], json));

    /// <summary>To be called when all values are there: a new key changes the paths below it.</summary>
    public void RenameKeys()
    {
        foreach (var (map, rule) in _keys.OrderByDescending(renamed => renamed.Map.Length))
            tree.Rename(map, key => run.Text(rule.Generator!, $"the key '{key}'") ?? key);
    }

    private static bool AreIn(RuleList list) => list.Rules.Any(rule => rule switch
    {
        ArrayContainsRule { Variants: var variants } => variants.Any(variant => variant.Generators.Count > 0 || AreIn(variant.Rules)),
        EachKeyRule { Generator: var generator } => generator is not null,
        EachValueRule { Generator: var generator, Rules: var rules } => generator is not null || AreIn(rules),
        _ => false,
    });

    private void Apply(IReadOnlyDictionary<string, RuleList> rules, JsonPlace root)
    {
        foreach (var (path, list) in rules)
        {
            if (!AreIn(list) || run.Path(path.Length == 0 ? PathText.Root : path) is not [_, .. var below]) continue;
            foreach (var place in root.Select(below)) Apply(list, place);
        }
    }

    private void Apply(RuleList list, JsonPlace place)
    {
        foreach (var rule in list.Rules)
        {
            if (rule is ArrayContainsRule variants && place.Json.ValueKind == JsonValueKind.Array) Apply(variants.Variants, place);
            else if (rule is EachValueRule each) Apply(each, place);
            else if (rule is EachKeyRule { Generator: not null } keys && place.Json.ValueKind == JsonValueKind.Object) _keys.Add((place.Path, keys));
        }
    }

    private void Apply(EachValueRule rule, JsonPlace place)
    {
        foreach (var value in place.Children())
        {
            // A generator makes a single value: it cannot stand in for a whole map or list.
            if (rule.Generator is { } generator && value.Json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                tree.Replace(value.Path, example => run.Json(generator, example, value.ToString()));
            if (AreIn(rule.Rules)) Apply(rule.Rules, value);
        }
    }

    private void Apply(IReadOnlyList<ArrayVariant> variants, JsonPlace list)
    {
        var items = list.Children().ToList();
        var fits = variants.Where(variant => variant.Index >= 0 && variant.Index < items.Count).Select(variant => Fit(variant, items[variant.Index].Json)).ToList();
        foreach (var item in items)
        {
            if (fits.Find(fit => fit.Holds(item.Json)).Variant is not { } variant) continue;
            foreach (var (path, generator) in variant.Generators)
                if (run.Path(path) is [_, .. var below]) tree.Replace([.. item.Path, .. below], example => run.Json(generator, example, path));
            Apply(variant.Rules, item);
        }
    }

    private static (ArrayVariant Variant, Predicate<JsonElement> Holds) Fit(ArrayVariant variant, JsonElement example)
    {
        var (expected, rules) = (new ExpectedJson(example), RuleExpressions.Compile(variant.Rules, MatchingOptions.Default, []));
        return (variant, item =>
        {
            var comparison = new BodyComparison(MatchingOptions.Default, unexpectedKeysAllowed: false);
            new JsonComparer(comparison).Compare(expected, item, rules);
            return comparison.Found.Count == 0;
        });
    }
}

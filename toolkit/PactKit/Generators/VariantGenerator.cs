using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>
/// Applies the generators that arrayContains keeps with its variants. The list of an expectation holds the variants' examples, so the item at
/// a variant's index is the one its generators belong to.
/// </summary>
internal static class VariantGenerator
{
    public static void Apply(JsonTree tree, MatchingRules rules, GeneratorRun run)
    {
        foreach (var (path, list) in rules.Body)
            foreach (var rule in list.Rules.OfType<ArrayContainsRule>())
                if (rule.Variants.Any(v => v.Generators.Count > 0) && run.Path(path) is { } tokens) Apply(tree, tokens, rule, run);
    }

    private static void Apply(JsonTree tree, IReadOnlyList<PathToken> path, ArrayContainsRule rule, GeneratorRun run)
    {
        foreach (var (listPath, length) in tree.Lists(path))
        {
            foreach (var variant in rule.Variants.Where(v => v.Index < length))
            {
                var item = new PathToken(PathTokenKind.Index, Index: variant.Index);
                foreach (var (inner, generator) in variant.Generators)
                    if (run.Path(inner) is [_, .. var rest]) tree.Replace([.. listPath, item, .. rest], example => run.Json(generator, example, inner));
            }
        }
    }
}

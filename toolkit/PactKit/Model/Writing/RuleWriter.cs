using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Writes one rule object, such as <c>{"match": "type", "min": 1}</c>, and the lists and categories of V3 and V4.</summary>
internal static class RuleWriter
{
    private const int MostCategories = 7;

    public static JsonMap Write(MatchingRules rules) => new JsonMap(MostCategories)
        .With("method", List(rules.Method))
        .With("path", List(rules.Path))
        .With("status", List(rules.Status))
        .With("query", Named(rules.Query))
        .With("header", Named(rules.Headers))
        .With("metadata", Named(rules.Metadata))
        .With("body", Named(rules.Body));

    public static JsonMap Named(IReadOnlyDictionary<string, RuleList> rules)
    {
        var map = new JsonMap(rules.Count);
        foreach (var (name, list) in rules) map.With(name, List(list));
        return map;
    }

    /// <summary>Null for an empty list, which is as good as none.</summary>
    public static JsonMap? List(RuleList? list) => list is null or { Rules.Count: 0 } ? null : new JsonMap(2)
    {
        ["combine"] = list.Combine == RuleCombination.Or ? "OR" : "AND",
        ["matchers"] = All(list),
    };

    public static object Write(MatchingRule rule) => rule switch
    {
        RegexRule r => Of(r).With("regex", r.Pattern),
        TypeRule r => Of(r).With("min", r.Min).With("max", r.Max),
        IncludeRule r => Of(r).With("value", r.Value),
        DateRule r => Of(r).With("format", r.Format),
        TimeRule r => Of(r).With("format", r.Format),
        DateTimeRule r => Of(r).With("format", r.Format),
        ContentTypeRule r => Of(r).With("value", r.Value),
        StatusCodeRule r => Of(r).With("status", r.Class is null ? r.Codes.Cast<object?>() : r.Class),
        ArrayContainsRule r => Of(r).With("variants", r.Variants.Select(Variant)),
        EachKeyRule r => Of(r).With("rules", All(r.Rules)).With("value", r.Value).With("generator", Single(r.Generator)),
        EachValueRule r => Of(r).With("rules", All(r.Rules)).With("value", r.Value).With("generator", Single(r.Generator)),
        UnknownRule r => r.Definition,
        _ => Of(rule),
    };

    private static JsonMap Of(MatchingRule rule) => new(2) { ["match"] = RuleNames.Of(rule) };

    private static object? Single(Generator? generator) => generator is null ? null : GeneratorWriter.Write(generator);

    private static object?[] All(RuleList list)
    {
        var written = new object?[list.Rules.Count];
        for (var i = 0; i < written.Length; i++) written[i] = Write(list.Rules[i]);
        return written;
    }

    private static JsonMap Variant(ArrayVariant variant) => new JsonMap
    {
        ["index"] = variant.Index,
        ["rules"] = Named(variant.Rules),
    }.With("generators", GeneratorWriter.Named(variant.Generators));
}

using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads all rules, or all generators, of a part. The form decides, not the file's version: a first key that begins with <c>$</c> is V2.</summary>
internal static class RulesReader
{
    public static MatchingRules Read(JsonElement json, Place place, ReadLog log)
    {
        if (json.ValueKind == JsonValueKind.Null) return MatchingRules.None;
        if (json.ValueKind != JsonValueKind.Object)
        {
            log.Warn(place, $"the matching rules were ignored: expected an object but found {json.Kind()}");
            return MatchingRules.None;
        }

        var categories = json.EnumerateObject();
        if (!categories.MoveNext()) return MatchingRules.None;
        return categories.Current.Name.StartsWith('$') ? FlatRulesReader.Read(json, place, log) : ByCategory(json, place, log);
    }

    public static GeneratorSet ReadGenerators(JsonElement json, Place place, ReadLog log)
    {
        if (json.ValueKind == JsonValueKind.Null) return GeneratorSet.None;
        if (json.ValueKind != JsonValueKind.Object)
        {
            log.Warn(place, $"the generators were ignored: expected an object but found {json.Kind()}");
            return GeneratorSet.None;
        }

        var set = GeneratorSet.None;
        foreach (var category in json.EnumerateObject())
        {
            var (value, at) = (category.Value, place.Field(category.Name));
            set = category.Name switch
            {
                "method" => set with { Method = SingleGenerator(value, at, log) },
                "path" => set with { Path = SingleGenerator(value, at, log) },
                "status" => set with { Status = SingleGenerator(value, at, log) },
                "query" => set with { Query = NamedGenerators(value, at, log) },
                "header" or "headers" => set with { Headers = NamedGenerators(value, at, log, StringComparer.OrdinalIgnoreCase) },
                "metadata" => set with { Metadata = NamedGenerators(value, at, log) },
                "body" or "content" or "contents" => set with { Body = Merge(set.Body, NamedGenerators(value, at, log)) },
                _ => Ignored(set, at, log, "generators"),
            };
        }

        return set;
    }

    public static IReadOnlyDictionary<string, RuleList> Named(JsonElement json, Place place, ReadLog log, StringComparer? names = null)
    {
        if (!IsMap(json, place, log)) return Empty.Rules;
        var rules = new Dictionary<string, RuleList>(json.GetPropertyCount(), names);
        foreach (var item in json.EnumerateObject()) rules[item.Name] = RuleReader.ReadList(item.Value, place.Field(item.Name), log);
        return rules.Count == 0 ? Empty.Rules : rules;
    }

    public static IReadOnlyDictionary<string, Generator> NamedGenerators(JsonElement json, Place place, ReadLog log, StringComparer? names = null)
    {
        if (!IsMap(json, place, log)) return Empty.Generators;
        var generators = new Dictionary<string, Generator>(names);
        foreach (var item in json.EnumerateObject())
            if (GeneratorReader.Read(item.Value, place.Field(item.Name), log) is { } generator) generators[item.Name] = generator;
        return generators.Count == 0 ? Empty.Generators : generators;
    }

    private static MatchingRules ByCategory(JsonElement json, Place place, ReadLog log)
    {
        var rules = MatchingRules.None;
        foreach (var category in json.EnumerateObject())
        {
            var (value, at) = (category.Value, place.Field(category.Name));
            rules = category.Name switch
            {
                "method" => rules with { Method = Single(value, at, log) },
                "path" => rules with { Path = Single(value, at, log) },
                "status" => rules with { Status = Single(value, at, log) },
                "query" => rules with { Query = Named(value, at, log) },
                "header" or "headers" => rules with { Headers = Named(value, at, log, StringComparer.OrdinalIgnoreCase) },
                "metadata" => rules with { Metadata = Named(value, at, log) },
                "body" or "content" or "contents" => rules with { Body = Merge(rules.Body, Named(value, at, log)) },
                _ => Ignored(rules, at, log, "matching rules"),
            };
        }

        return rules;
    }

    // The value of path, status and method is the list itself; older writers put it under "" or "$".
    private static RuleList? Single(JsonElement json, Place place, ReadLog log)
    {
        if (json.ValueKind == JsonValueKind.Object && !json.EnumerateObject().Any()) return null;
        if (json.TryMember("$", out var rooted)) return RuleReader.ReadList(rooted, place.Field("$"), log);
        return json.TryMember("", out var unnamed) ? RuleReader.ReadList(unnamed, place, log) : RuleReader.ReadList(json, place, log);
    }

    private static Generator? SingleGenerator(JsonElement json, Place place, ReadLog log)
    {
        if (json.TryMember("$", out var rooted) || json.TryMember("", out rooted)) json = rooted;
        return GeneratorReader.Read(json, place, log);
    }

    private static bool IsMap(JsonElement json, Place place, ReadLog log)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) log.Warn(place, $"ignored: expected an object but found {json.Kind()}");
        return json.ValueKind == JsonValueKind.Object;
    }

    private static T Ignored<T>(T soFar, Place place, ReadLog log, string what)
    {
        log.Warn(place, $"these {what} were ignored: expected one of method, path, query, header, status, body, content, metadata");
        return soFar;
    }

    private static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> first, IReadOnlyDictionary<string, T> second)
    {
        if (first.Count == 0) return second;
        var merged = new Dictionary<string, T>(first);
        foreach (var (path, value) in second) merged[path] = value;
        return merged;
    }
}

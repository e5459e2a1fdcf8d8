using System.Globalization;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads one rule object, such as <c>{"match": "type", "min": 1}</c>, and lists of them.</summary>
internal static class RuleReader
{
    // V2 files written by the JVM leave "match" out; the first of these that is there says what the rule is.
    private static readonly string[] TellTales = ["regex", "min", "max", "timestamp", "time", "date"];

    // A large file has tens of thousands of these, all alike.
    private static readonly MatchingRule Equality = new EqualityRule();

    private static readonly MatchingRule Type = new TypeRule();

    private static readonly MatchingRule Number = new NumberRule();

    private static readonly MatchingRule Integer = new IntegerRule();

    private static readonly MatchingRule Decimal = new DecimalRule();

    /// <summary>Reads a rule. What is none is kept, with a warning, and fails when it is applied: nothing passes because a rule was misspelled.</summary>
    public static MatchingRule Read(JsonElement json, Place place, ReadLog log)
    {
        if (NameOf(json) is { } name) return Read(name, json, place, log);
        log.Warn(place, "nothing says what the rule matches by, so it will fail when it is applied: expected an object with \"match\"");
        return new UnknownRule("", json.Clone(), "nothing says what it matches by: expected an object with \"match\"");
    }

    /// <summary>Reads the attributes of a rule whose name is known already. Kebab-case names are accepted.</summary>
    public static MatchingRule Read(string name, JsonElement json, Place place, ReadLog log)
    {
        MatchingRule? rule = name switch
        {
            "equality" => Equality,
            "regex" => json.ScalarMember("regex") is { } pattern ? new RegexRule(pattern) : null,
            "type" => json.GetPropertyCount() == 1 ? Type : new TypeRule(json.CountMember("min"), json.CountMember("max")),
            "min" or "min-type" => json.CountMember("min") is { } min ? new TypeRule(Min: min) : null,
            "max" or "max-type" => json.CountMember("max") is { } max ? new TypeRule(Max: max) : null,
            "number" => Number,
            "integer" => Integer,
            "decimal" or "real" => Decimal,
            "boolean" => new BooleanRule(),
            "null" => new NullRule(),
            "include" => json.TryMember("value", out var value) && value.ValueKind != JsonValueKind.Null ? new IncludeRule(value.AsText()) : null,
            "date" => new DateRule(Format(json, name)),
            "time" => new TimeRule(Format(json, name)),
            "datetime" or "timestamp" => new DateTimeRule(Format(json, name)),
            "contentType" or "content-type" => json.ScalarMember("value") is { } type ? new ContentTypeRule(type) : null,
            "values" => new ValuesRule(),
            "notEmpty" or "not-empty" => new NotEmptyRule(),
            "semver" => new SemverRule(),
            "statusCode" or "status-code" => StatusCode(json),
            "arrayContains" or "array-contains" => ArrayContains(json, place, log),
            "eachKey" or "each-key" => Inner(json, place, log) is { } rules ? new EachKeyRule(rules, Example(json), InnerGenerator(json, place, log)) : null,
            "eachValue" or "each-value" => Inner(json, place, log) is { } rules ? new EachValueRule(rules, Example(json), InnerGenerator(json, place, log)) : null,
            _ => null,
        };
        if (rule is not null) return rule;
        var missing = RuleNeeds.Missing(name, json);
        log.Warn(place, $"the rule \"{name}\" {(missing is null ? "is not known" : "needs " + missing)}; it will fail when it is applied");
        return new UnknownRule(name, json.Clone(), missing is null ? null : "it needs " + missing);
    }

    /// <summary>Reads <c>{"combine": "AND", "matchers": […]}</c>; a list of rules or a single rule will do as well.</summary>
    public static RuleList ReadList(JsonElement json, Place place, ReadLog log)
    {
        var combine = IsOr(json) ? RuleCombination.Or : RuleCombination.And;
        if (json.ValueKind == JsonValueKind.Array) return new RuleList(ReadAll(json, place, log));
        if (!json.TryMember("matchers", out var matchers)) return ReadSingle(json, place, log);
        if (matchers.ValueKind == JsonValueKind.Array) return new RuleList(ReadAll(matchers, place.Field("matchers"), log), combine);
        log.Warn(place, $"the rules were ignored: expected \"matchers\" to be an array but found {matchers.Kind()}");
        return RuleList.Of();
    }

    public static IReadOnlyList<MatchingRule> ReadAll(JsonElement array, Place place, ReadLog log)
    {
        var rules = new List<MatchingRule>(array.GetArrayLength());
        var index = 0;
        foreach (var item in array.EnumerateArray())
            rules.Add(Read(item, place.Item(index++), log));
        return rules;
    }

    private static string? NameOf(JsonElement json) =>
        json.ValueKind != JsonValueKind.Object ? null
        : json.TextMember("match") ?? json.TextMember("pact:matcher:type") ?? TellTales.FirstOrDefault(t => json.TryMember(t, out _));

    // No list of rules, but it may be a rule itself.
    private static RuleList ReadSingle(JsonElement json, Place place, ReadLog log)
    {
        if (NameOf(json) is { } name) return RuleList.Of(Read(name, json, place, log));
        log.Warn(place, "the rules were ignored: expected an object with \"matchers\"");
        return RuleList.Of();
    }

    private static bool IsOr(JsonElement json) =>
        json.TryMember("combine", out var combine) && combine.ValueKind == JsonValueKind.String
        && !combine.ValueEquals("AND"u8) && combine.GetString()!.Equals("OR", StringComparison.OrdinalIgnoreCase);

    private static string? Format(JsonElement json, string name) =>
        (json.TryMember("format", out var format) && format.ValueKind != JsonValueKind.Null) || json.TryMember(name, out format) ? format.AsText() : null;

    private static StatusCodeRule? StatusCode(JsonElement json)
    {
        if (!json.TryMember("status", out var status)) return new StatusCodeRule("success", []);
        return status.ValueKind switch
        {
            JsonValueKind.String => RuleNeeds.IsStatusClass(status.GetString()) ? new StatusCodeRule(status.GetString(), []) : null,
            JsonValueKind.Number when status.TryGetInt32(out var code) => new StatusCodeRule(null, [code]),
            JsonValueKind.Array => new StatusCodeRule(null, [.. status.EnumerateArray().Select(Code).OfType<int>()]),
            _ => null,
        };
    }

    private static int? Code(JsonElement json) => int.TryParse(json.AsText(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static ArrayContainsRule? ArrayContains(JsonElement json, Place place, ReadLog log)
    {
        if (!json.TryMember("variants", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        var variants = new List<ArrayVariant>();
        foreach (var (position, item) in list.EnumerateArray().Index())
        {
            var at = place.Field("variants").Item(position);
            // A variant that says nothing about its rules is compared by equality; so is one whose rules are empty.
            var rules = item.TryMember("rules", out var named)
                ? RulesReader.Named(named, at.Field("rules"), log)
                : new Dictionary<string, RuleList> { [PathText.Root] = RuleList.Of(new EqualityRule()) };
            var generators = item.TryMember("generators", out var generated)
                ? RulesReader.NamedGenerators(generated, at.Field("generators"), log)
                : Empty.Generators;
            variants.Add(new ArrayVariant(item.CountMember("index") ?? position, rules, generators));
        }

        return new ArrayContainsRule(variants);
    }

    private static RuleList? Inner(JsonElement json, Place place, ReadLog log)
    {
        if (!json.TryMember("rules", out var rules)) return RuleList.Of();
        return rules.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? ReadList(rules, place.Field("rules"), log) : null;
    }

    private static JsonElement? Example(JsonElement json) => json.TryMember("value", out var value) ? value.Clone() : null;

    private static Generator? InnerGenerator(JsonElement json, Place place, ReadLog log) =>
        json.TryMember("generator", out var generator) && generator.ValueKind == JsonValueKind.Object
            ? GeneratorReader.Read(generator, place.Field("generator"), log)
            : null;
}

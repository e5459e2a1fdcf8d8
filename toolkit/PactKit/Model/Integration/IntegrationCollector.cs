using System.Text.Json;
using PactKit.Model.Json;
using PactKit.Model.Reading;
using PactKit.Model.Writing;

namespace PactKit.Model.Integration;

/// <summary>Walks integration JSON, gathering rules and generators, and builds the example.</summary>
internal sealed class IntegrationCollector(ReadLog log)
{
    public const string MatcherType = IntegrationRules.MatcherType;

    private const string GeneratorType = "pact:generator:type";

    private const string Prefix = "pact:";

    private readonly IntegrationRules _reader = new(log);

    private readonly CollectedRules _rules = new();

    private readonly Dictionary<string, Generator> _generators = [];

    public Dictionary<string, RuleList> Rules => _rules.Lists();

    public IReadOnlyDictionary<string, Generator> Generators => _generators;

    /// <summary>The example for a value at a path.</summary>
    public object? Take(JsonElement json, string path, Place place) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryMember(MatcherType, out var type) => Matcher(json, type, path, place),
        JsonValueKind.Object => Members(json, name => PathText.AppendField(path, name), place),
        JsonValueKind.Array => Items(json, index => PathText.AppendIndex(path, index), place),
        _ => json.Clone(),
    };

    /// <summary>Gathers the rules and the generator of a matcher whose example is somebody else's matter.</summary>
    public void Note(JsonElement json, string path, Place place)
    {
        if (json.TryMember(MatcherType, out var type)) Matcher(json, type, path, place, asExample: false);
        else log.Fail(place, $"expected a matcher, an object with \"{MatcherType}\"");
    }

    private object? Matcher(JsonElement json, JsonElement type, string path, Place place, bool asExample = true)
    {
        var list = _rules.At(path);
        var (rules, generator) = _reader.Read(json, type, place);
        var example = asExample ? Example(json, rules, path, place) : null;
        // The rules of a value that is a matcher itself come first: V2 keeps one rule of a place, and the inner one says more.
        foreach (var rule in rules) CollectedRules.Add(list, rule);
        if (IntegrationRules.IsEither(json)) _rules.IsEither(path);
        if (generator is not null) _generators[path] = generator;
        if (json.TextMember(GeneratorType) is { } named && GeneratorReader.Read(named, json, place, log) is var own and not UnknownGenerator) _generators[path] = own;
        return example;
    }

    private object? Example(JsonElement json, IReadOnlyList<MatchingRule> rules, string path, Place place)
    {
        if (json.TryMember("variants", out var variants) && variants.ValueKind == JsonValueKind.Array && rules.Any(rule => rule is ArrayContainsRule))
            return _reader.Variants(variants, place.Field("variants")).Select(v => v.Example).ToList();

        if (!json.TryMember("value", out var value)) return null;
        var at = place.Field("value");
        var anyName = rules.Any(rule => rule is ValuesRule or EachValueRule or ArrayContainsRule);
        return value.ValueKind switch
        {
            JsonValueKind.Array => Items(value, _ => PathText.AppendStarIndex(path), at),
            JsonValueKind.Object when anyName && !value.TryMember(MatcherType, out _) => Members(value, _ => PathText.AppendStar(path), at),
            _ => Take(value, path, at),
        };
    }

    private JsonMap Members(JsonElement json, Func<string, string> path, Place place)
    {
        // Of a name that comes twice the last value stays, and with it its rules alone: so all the values first, then what is in them.
        var map = new JsonMap(json.GetPropertyCount());
        foreach (var member in json.EnumerateObject())
            if (member.Name is var name && !name.StartsWith(Prefix, StringComparison.Ordinal)) map[name] = member.Value;
        for (var i = 0; i < map.Count; i++)
            map.SetAt(i, Take((JsonElement)map.ValueAt(i)!, path(map.NameAt(i)), place.Field(map.NameAt(i))));
        return map;
    }

    private List<object?> Items(JsonElement json, Func<int, string> path, Place place)
    {
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray()) items.Add(Take(item, path(items.Count), place.Item(items.Count)));
        return items;
    }
}

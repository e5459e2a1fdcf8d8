using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Headers or query parameters while they are described: names in order, several values each, with their rules.</summary>
internal sealed class NamedValues(StringComparer names)
{
    private readonly OrderedDictionary<string, List<Example>> _values = new(names);

    public IReadOnlyDictionary<string, RuleList> Rules
    {
        get
        {
            var rules = new Dictionary<string, RuleList>(names);
            foreach (var (name, examples) in _values)
            {
                if (Combine(examples) is { } list) rules[name] = list;
            }

            return rules;
        }
    }

    /// <summary>A file keeps one generator per name: that of the last value that has one.</summary>
    public IReadOnlyDictionary<string, Generator> Generators
    {
        get
        {
            var generators = new Dictionary<string, Generator>(names);
            foreach (var (name, examples) in _values)
            {
                if (examples.FindLast(static value => value.Generator is not null) is { Generator: { } generator }) generators[name] = generator;
            }

            return generators;
        }
    }

    public bool Contains(string name) => _values.ContainsKey(name);

    public void Add(string name, Example value)
    {
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(value);
    }

    public NamedValues Copy()
    {
        var copy = new NamedValues(names);
        foreach (var (name, values) in _values) copy._values[name] = [.. values];
        return copy;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<T>> Build<T>() where T : class?
    {
        var built = new OrderedDictionary<string, IReadOnlyList<T>>(names);
        foreach (var (name, examples) in _values)
        {
            var texts = new List<T>(examples.Count);
            foreach (var example in examples)
                for (var i = 0; i < example.Texts.Count; i++) texts.Add((T)(object)example.Texts[i]);
            built[name] = texts;
        }

        return built;
    }

    // A file keeps one list of rules per name, whatever the number of values: different rules of one name become alternatives.
    private static RuleList? Combine(List<Example> examples)
    {
        if (examples.TrueForAll(static example => example.Rules is null)) return null;
        if (examples is [{ Rules: var only }]) return only;
        var lists = examples.Select(example => example.Rules).OfType<RuleList>().ToList();
        var distinct = lists.SelectMany(list => list.Rules).Distinct().ToList();
        var same = lists.TrueForAll(list => list.Combine == lists[0].Combine && list.Rules.SequenceEqual(lists[0].Rules));
        if (lists.Count < examples.Count) distinct.Add(new EqualityRule());
        return same && lists.Count == examples.Count ? lists[0] : new RuleList(distinct, RuleCombination.Or);
    }
}

using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>The provider states of an interaction while it is described.</summary>
internal sealed class StateDrafts
{
    private readonly List<ProviderState> _states = [];

    /// <summary>Parameter values that are JSON are stored as that, other texts as texts: 7, true, "007".</summary>
    public void Add(string name, IEnumerable<KeyValuePair<string, string>>? parameters = null)
    {
        var members = new OrderedDictionary<string, JsonElement>();
        foreach (var (key, value) in parameters ?? []) members[key] = Parse(value);
        _states.Add(new ProviderState(name) { Params = members });
    }

    /// <summary>Parameters that are JSON already: a text stays a text.</summary>
    public void Add(string name, JsonElement parameters) => _states.Add(new ProviderState(name)
    {
        Params = new OrderedDictionary<string, JsonElement>(parameters.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.Clone()))),
    });

    public IReadOnlyList<ProviderState> Build() => [.. _states];

    private static JsonElement Parse(string? value)
    {
        if (value is null) return JsonSerializer.SerializeToElement<string?>(null);
        try
        {
            return JsonElement.Parse(value);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(value);
        }
    }
}

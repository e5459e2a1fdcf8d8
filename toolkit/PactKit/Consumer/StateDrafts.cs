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

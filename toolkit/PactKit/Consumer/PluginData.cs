using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Consumer;

/// <summary>What plugins keep with an interaction while it is described.</summary>
internal sealed class PluginData
{
    private readonly MemberMap _configuration = new();

    /// <summary>The plugins of the builder, or null where it uses none.</summary>
    public PluginUse? Plugins { get; init; }

    /// <summary>Per plugin, what it keeps.</summary>
    public IReadOnlyDictionary<string, JsonElement> Configuration => _configuration;

    /// <summary>How the interaction is shown to people, or null.</summary>
    public JsonElement? Markup { get; set; }

    /// <summary>Adds members to what a plugin keeps; the later of two members of one name counts.</summary>
    public void Keep(string plugin, IReadOnlyDictionary<string, JsonElement> members)
    {
        var all = _configuration.TryGetValue(plugin, out var kept) ? kept.EnumerateObject().ToDictionary(m => m.Name, m => m.Value) : [];
        foreach (var (name, value) in members) all[name] = value;
        if (all.Count > 0) _configuration.Add(plugin, JsonSerializer.SerializeToElement(all));
    }
}

using System.Text.Json;
using PactKit.Model;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Contents;

/// <summary>What a plugin keeps in a pact file, as it gets it back.</summary>
internal static class PluginConfigurations
{
    /// <param name="interaction">The interaction's plugin configuration, by plugin.</param>
    /// <param name="plugin">Name of the plugin.</param>
    /// <param name="pact">What it keeps for the whole pact.</param>
    public static PluginConfiguration Of(IReadOnlyDictionary<string, JsonElement> interaction, string plugin, JsonElement pact) => new()
    {
        InteractionConfiguration = interaction.TryGetValue(plugin, out var kept) && kept.ValueKind == JsonValueKind.Object ? ProtoJson.ToStruct(kept) : new(),
        PactConfiguration = ProtoJson.ToStruct(pact),
    };

    public static PluginConfiguration Of(Interaction interaction, PluginEntry entry) => new()
    {
        InteractionConfiguration = Of(interaction.PluginConfiguration, entry.Name, JsonElement.Parse("{}")).InteractionConfiguration,
        PactConfiguration = ProtoJson.ToStruct(entry.Configuration),
    };
}

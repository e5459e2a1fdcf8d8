using System.Text.Json;

namespace PactKit.Consumer;

/// <summary>The plugins the interactions of a builder use.</summary>
internal abstract class PluginUse
{
    /// <summary>What goes into the pact's <c>metadata.plugins</c>: one entry for each plugin.</summary>
    public abstract JsonElement Metadata { get; }

    /// <summary>A pact's metadata with the plugins in it.</summary>
    public IReadOnlyDictionary<string, JsonElement> AddTo(IReadOnlyDictionary<string, JsonElement> metadata) =>
        new Dictionary<string, JsonElement>(metadata) { ["plugins"] = Metadata };
}

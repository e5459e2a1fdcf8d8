using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model;

/// <summary>An entry of a pact's <c>metadata.plugins</c>.</summary>
/// <param name="Name">Name of the plugin.</param>
/// <param name="Version">The version the pact was made with, or null.</param>
/// <param name="Configuration">What the plugin keeps for the whole pact.</param>
internal sealed record PluginEntry(string Name, string? Version, IReadOnlyDictionary<string, JsonElement> Configuration)
{
    public static IReadOnlyList<PluginEntry> Of(Pact pact) =>
        pact.Metadata.TryGetValue("plugins", out var plugins) && plugins.ValueKind == JsonValueKind.Array
            ? [.. plugins.EnumerateArray().Where(entry => entry.TextMember("name") is not null).Select(Read)]
            : [];

    public override string ToString() => Version is null ? Name : $"{Name} {Version}";

    private static PluginEntry Read(JsonElement entry) => new(
        entry.TextMember("name")!,
        entry.TextMember("version"),
        entry.TryMember("configuration", out var configuration) ? configuration.Members() : Empty.Members);
}

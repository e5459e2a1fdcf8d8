using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model;

/// <summary>
/// Puts the interactions of one pact into another. The same interaction: the same key where both have one, else the same description,
/// names of states and kind. Linear in the number of interactions.
/// </summary>
internal static class PactMerge
{
    /// <summary>Null, with an error, where the two do not go together.</summary>
    public static Pact? Merge(Pact existing, Pact added, MergeConflict conflicts, out string? error)
    {
        error = NamesDiffer(existing, added);
        if (error is not null) return null;
        var byIdentity = new Dictionary<Identity, List<Interaction>>();
        var keys = new HashSet<string>();
        foreach (var next in added.Interactions)
        {
            var identity = Identity.Of(next);
            if (!byIdentity.TryGetValue(identity, out var alike)) byIdentity[identity] = alike = [];
            alike.Add(next);
            if (next.Key is not null) keys.Add(next.Key);
        }

        var kept = new List<Interaction>(existing.Interactions.Count + added.Interactions.Count);
        foreach (var old in existing.Interactions)
        {
            var replacements = byIdentity.GetValueOrDefault(Identity.Of(old)) ?? [];
            var isReplaced = old.Key is null ? replacements.Count > 0 : keys.Contains(old.Key) || replacements.Exists(r => r.Key is null);
            if (!isReplaced) kept.Add(old);
            else if (conflicts == MergeConflict.Refuse && added.Specification != PactSpecification.V4 && Conflict(old, replacements) is { } conflict) error ??= conflict;
        }

        return error is not null ? null : added with
        {
            Interactions = [.. kept, .. added.Interactions],
            Metadata = Metadata(existing.Metadata, added.Metadata),
            UnknownMembers = Merged(existing.UnknownMembers, added.UnknownMembers),
        };
    }

    private static string? NamesDiffer(Pact existing, Pact added) =>
        existing.Consumer == added.Consumer && existing.Provider == added.Provider
            ? null
            : $"it holds the pact between \"{existing.Consumer}\" and \"{existing.Provider}\", not between \"{added.Consumer}\" and \"{added.Provider}\"";

    private static string? Conflict(Interaction old, List<Interaction> replacements)
    {
        if (old is not HttpInteraction before) return null;
        var after = replacements.OfType<HttpInteraction>().FirstOrDefault(r => RequestLine(r) != RequestLine(before));
        return after is null
            ? null
            : $"it holds an interaction \"{before.Description}\" with {RequestLine(before)}, and one of the same description and provider states is to be added with {RequestLine(after)}; give one of them another description, or delete the file";
    }

    private static string RequestLine(HttpInteraction interaction)
    {
        var query = QueryString.Write(interaction.Request.Query);
        return $"{interaction.Request.Method} {interaction.Request.Path}{(query.Length == 0 ? "" : "?" + query)} -> {interaction.Response.Status}";
    }

    private static IReadOnlyDictionary<string, JsonElement> Metadata(
        IReadOnlyDictionary<string, JsonElement> existing, IReadOnlyDictionary<string, JsonElement> added)
    {
        var merged = Merged(existing, added);
        if (!existing.TryGetValue("plugins", out var old) || !added.TryGetValue("plugins", out var next)) return merged;
        if (old.ValueKind != JsonValueKind.Array || next.ValueKind != JsonValueKind.Array) return merged;
        // Plugin data add up: an interaction that stays needs its plugin to stay as well, and what the plugin keeps for it.
        var plugins = new OrderedDictionary<string, JsonElement>();
        foreach (var plugin in old.EnumerateArray().Concat(next.EnumerateArray()))
        {
            var name = plugin.TextMember("name") ?? "";
            plugins[name] = plugins.TryGetValue(name, out var before) ? Plugin(before, plugin) : plugin;
        }

        return new Dictionary<string, JsonElement>(merged) { ["plugins"] = JsonSerializer.SerializeToElement(plugins.Values) };
    }

    private static JsonElement Plugin(JsonElement existing, JsonElement added)
    {
        if (!existing.TryMember("configuration", out var before)) return added;
        var after = added.TryMember("configuration", out var configuration) ? configuration.Members() : Empty.Members;
        var members = new Dictionary<string, JsonElement>(added.Members());
        members["configuration"] = JsonSerializer.SerializeToElement(Merged(before.Members(), after));
        return JsonSerializer.SerializeToElement(members);
    }

    private static IReadOnlyDictionary<string, JsonElement> Merged(
        IReadOnlyDictionary<string, JsonElement> existing, IReadOnlyDictionary<string, JsonElement> added)
    {
        if (existing.Count == 0) return added;
        if (added.Count == 0) return existing;
        var merged = new Dictionary<string, JsonElement>(existing);
        foreach (var (name, value) in added) merged[name] = value;
        return merged;
    }

    private sealed record Identity(string Type, string Description, string States)
    {
        public static Identity Of(Interaction interaction) => new(InteractionType.Of(interaction), interaction.Description, Names(interaction.ProviderStates));

        private static string Names(IReadOnlyList<ProviderState> states) => states.Count switch
        {
            0 => "",
            1 => states[0].Name,
            _ => string.Join('\n', states.Select(state => state.Name)),
        };
    }
}

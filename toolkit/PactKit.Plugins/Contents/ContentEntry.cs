using PactKit.Model;
using PactKit.Plugins.Protocol;
using EntryType = PactKit.Plugins.Protocol.CatalogueEntry.Types.EntryType;

namespace PactKit.Plugins.Contents;

/// <summary>Finds the plugin for a content type. Of several, the one that was loaded last: the user asked for it last.</summary>
internal static class ContentEntry
{
    public static Plugin? Matcher(IReadOnlyList<Plugin> plugins, ContentType type) => Find(plugins, EntryType.ContentMatcher, type);

    public static Plugin? Generator(IReadOnlyList<Plugin> plugins, ContentType type) => Find(plugins, EntryType.ContentGenerator, type);

    private static Plugin? Find(IReadOnlyList<Plugin> plugins, EntryType kind, ContentType type) =>
        plugins.LastOrDefault(plugin => plugin.Entries.Any(entry => entry.Type == kind && ContentTypePatterns.Accepts(entry, type)));
}

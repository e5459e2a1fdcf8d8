using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Json;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Contents;

/// <summary>The plugins of one builder: they make the bodies of its interactions.</summary>
internal sealed class PluginSession(PluginHost host) : PluginUse
{
    private readonly List<Plugin> _plugins = [];
    private readonly Dictionary<string, PluginConfiguration> _kept = [];

    public PluginHost Host => host;

    public override JsonElement Metadata => JsonSerializer.SerializeToElement(_plugins.Select(plugin => new
    {
        name = plugin.Manifest.Name,
        version = plugin.Manifest.Version,
        configuration = Kept(plugin.Manifest.Name),
    }));

    public void Use(string name, string? version)
    {
        var plugin = host.Load(name, version);
        if (!_plugins.Contains(plugin)) _plugins.Add(plugin);
    }

    /// <summary>Has a plugin make the parts of an interaction from what a test says.</summary>
    /// <exception cref="PluginException">No plugin knows the content type, or the plugin refuses.</exception>
    public IReadOnlyList<ConfiguredPart> Configure(string contentType, JsonElement config, PluginData data)
    {
        if (!ContentType.TryParse(contentType, out var type)) throw new PluginException($"'{contentType}' is no content type: use one such as \"text/csv\".");
        var plugin = ContentEntry.Matcher(_plugins, type) ?? throw new PluginException(
            $"None of the plugins of this pact knows the content type '{contentType}': they are {string.Join(", ", _plugins.Select(one => one.Manifest))}.");
        var request = new ConfigureInteractionRequest { ContentType = contentType, ContentsConfig = ProtoJson.ToStruct(config) };
        var response = plugin.Call("ConfigureInteraction", (client, call) => client.ConfigureInteraction(request, call));
        if (response.Error.Length > 0) throw new PluginException($"The plugin {plugin.Manifest} refuses the contents for '{contentType}': {response.Error}");
        if (response.Interaction.Count == 0) throw new PluginException($"The plugin {plugin.Manifest} made nothing for '{contentType}'.");
        return Take(plugin, type, response, data);
    }

    private List<ConfiguredPart> Take(Plugin plugin, ContentType asked, ConfigureInteractionResponse response, PluginData data)
    {
        var name = plugin.Manifest.Name;
        foreach (var configuration in response.Interaction.Select(part => part.PluginConfiguration).Prepend(response.PluginConfiguration))
        {
            if (configuration is null) continue;
            data.Keep(name, ProtoJson.ToJson(configuration.InteractionConfiguration).Members());
            Keep(name, configuration);
        }

        foreach (var part in response.Interaction.Where(part => part.InteractionMarkup.Length > 0)) data.Markup = Markup(data.Markup, part);
        var kept = PluginConfigurations.Of(data.Configuration, name, Kept(name));
        return [.. response.Interaction.Select(part => Part(plugin, asked, part, kept))];
    }

    private ConfiguredPart Part(Plugin plugin, ContentType asked, InteractionResponse part, PluginConfiguration kept)
    {
        var body = ProtoBody.To(part.Contents);
        var type = body.ContentType ?? asked;
        var kind = new PluginBodyKind(plugin, ContentEntry.Generator(_plugins, type), kept);
        var draft = new BodyDraft(body with { Kind = kind, ContentType = type }, ProtoRules.To(part.Rules), ProtoRules.To(part.Generators));
        return new ConfiguredPart(part.PartName, draft, type.ToString(), ProtoJson.ToJson(part.MessageMetadata).Members())
        {
            MetadataRules = new Model.MatchingRules { Metadata = ProtoRules.To(part.MetadataRules) },
            MetadataGenerators = new GeneratorSet { Metadata = ProtoRules.To(part.MetadataGenerators) },
        };
    }

    private void Keep(string plugin, PluginConfiguration configuration)
    {
        if (!_kept.TryGetValue(plugin, out var kept)) _kept[plugin] = kept = new PluginConfiguration { PactConfiguration = new() };
        if (configuration.PactConfiguration is { } added) kept.PactConfiguration.MergeFrom(added);
    }

    private JsonElement Kept(string plugin) => ProtoJson.ToJson(_kept.GetValueOrDefault(plugin)?.PactConfiguration);

    // Several parts, several texts: one below the other.
    private static JsonElement Markup(JsonElement? before, InteractionResponse part)
    {
        var type = part.InteractionMarkupType == InteractionResponse.Types.MarkupType.Html ? "HTML" : "COMMON_MARK";
        var text = before?.TextMember("markup") is { } other ? $"{other}\n{part.InteractionMarkup}" : part.InteractionMarkup;
        return JsonSerializer.SerializeToElement(new { markup = text, markupType = type });
    }
}

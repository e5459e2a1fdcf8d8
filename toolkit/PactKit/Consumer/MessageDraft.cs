using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>A message while it is being described.</summary>
internal sealed class MessageDraft(string description, PluginUse? plugins = null)
{
    private readonly OrderedDictionary<string, JsonElement> _metadata = [];
    private BodyDraft _body = BodyDraft.None;

    public string Description { get; } = description;

    public StateDrafts States { get; } = new();

    public PluginData Plugins { get; } = new() { Plugins = plugins };

    /// <summary>Rules and generators for the metadata, by key.</summary>
    public IReadOnlyDictionary<string, RuleList> MetadataRules { get; set; } = Empty.Rules;

    public IReadOnlyDictionary<string, Generator> MetadataGenerators { get; set; } = Empty.Generators;

    public void SetMetadata(string key, string value) => _metadata[key] = JsonSerializer.SerializeToElement(value);

    public void SetMetadata(string key, JsonElement value) => _metadata[key] = value;

    /// <summary>A body that somebody else has made, with its rules and generators.</summary>
    public void SetBody(BodyDraft body) => _body = body;

    public void SetJson(JsonElement content) => _body = BodyDraft.OfJson(content, "application/json");

    public AsynchronousMessage Build() => new()
    {
        Description = Description,
        ProviderStates = States.Build(),
        PluginConfiguration = Plugins.Configuration,
        InteractionMarkup = Plugins.Markup,
        Contents = new MessageContents
        {
            Contents = _body.Body,
            Metadata = _metadata,
            MatchingRules = new MatchingRules { Body = _body.Rules, Metadata = MetadataRules },
            Generators = new GeneratorSet { Body = _body.Generators, Metadata = MetadataGenerators },
        },
    };
}

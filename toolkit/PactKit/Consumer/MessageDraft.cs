using PactKit.Model;
using PactKit.Model.Integration;

namespace PactKit.Consumer;

/// <summary>A message while it is being described.</summary>
internal sealed class MessageDraft(string description, PluginUse? plugins = null)
{
    public string Description { get; } = description;

    public StateDrafts States { get; } = new();

    public PluginData Plugins { get; } = new() { Plugins = plugins };

    public ContentsDraft Contents { get; } = new();

    public bool Pending { get; set; }

    public string? Key { get; set; }

    public CommentDrafts Comments { get; } = new();

    public void SetMetadata(string key, string value) => Contents.SetMetadata(key, value);

    public void SetJson(IntegrationResult content) => Contents.SetJson(content);

    public AsynchronousMessage Build() => new()
    {
        Description = Description,
        ProviderStates = States.Build(),
        PluginConfiguration = Plugins.Configuration,
        InteractionMarkup = Plugins.Markup,
        Pending = Pending,
        Key = Key,
        Comments = Comments.Build(),
        Contents = Contents.Build(),
    };
}

using System.Text.Json;

namespace PactKit.Model;

/// <summary>One thing a consumer expects: an HTTP request and its response, or a message. Closed: the three kinds below are all there are.</summary>
public abstract record Interaction
{
    private protected Interaction() { }

    /// <summary>The broker's id of the interaction (<c>_id</c>): read, sent back with verification results, never written to a file.</summary>
    public string? Id { get; init; }

    /// <summary>V4: the key that names the interaction within its file, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Says what it is about; with the provider states it names the interaction within its file.</summary>
    public required string Description { get; init; }

    /// <summary>States the provider has to be in, in this order; V1 and V2 files hold one at most.</summary>
    public IReadOnlyList<ProviderState> ProviderStates { get; init; } = [];

    /// <summary>V4: a failure of a pending interaction is reported and does not fail the verification.</summary>
    public bool Pending { get; init; }

    /// <summary>V4: comments by kind (<c>text</c>, <c>testname</c>, <c>references</c>, …).</summary>
    public IReadOnlyDictionary<string, JsonElement> Comments { get; init; } = Empty.Members;

    /// <summary>V4: per plugin, what the plugin stored with this interaction.</summary>
    public IReadOnlyDictionary<string, JsonElement> PluginConfiguration { get; init; } = Empty.Members;

    /// <summary>V4: <c>{markup, markupType}</c>, or null.</summary>
    public JsonElement? InteractionMarkup { get; init; }

    /// <summary>V4: the transport, such as "http" or "grpc", or null.</summary>
    public string? Transport { get; init; }

    /// <summary>Members this engine does not know, kept so that a read and a write lose nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers { get; init; } = Empty.Members;
}

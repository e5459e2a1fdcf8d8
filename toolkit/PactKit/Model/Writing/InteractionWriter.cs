using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Writes one interaction in the form of one version of the specification.</summary>
internal sealed class InteractionWriter(PactSpecification specification, List<string> warnings)
{
    private const int UsualMembers = 10;

    public JsonMap Write(Interaction interaction)
    {
        void Warn(string message) => warnings.Add($"Interaction \"{interaction.Description}\": {message}");
        var parts = new PartWriter(specification, Warn);
        // A name that begins with an underscore is the broker's (_id, _links): it belongs to what was fetched, not to the contract.
        var map = new JsonMap(UsualMembers);
        if (interaction.UnknownMembers.Count > 0)
        {
            foreach (var (name, value) in interaction.UnknownMembers) if (!name.StartsWith('_')) map[name] = value;
        }

        map["description"] = interaction.Description;
        AddStates(map, interaction.ProviderStates, Warn);
        if (specification == PactSpecification.V4) AddV4(map, interaction);
        else WarnOfV4(interaction, Warn);
        return interaction switch
        {
            HttpInteraction http => map.With("request", parts.Request(http.Request)).With("response", parts.Response(http.Response)),
            AsynchronousMessage message => parts.Message(message.Contents, map),
            _ => Synchronous((SynchronousMessage)interaction, parts, map),
        };
    }

    private static JsonMap Synchronous(SynchronousMessage message, PartWriter parts, JsonMap map)
    {
        map["request"] = parts.Message(message.Request, new JsonMap());
        map["response"] = message.Response.Select(response => parts.Message(response, new JsonMap())).ToList();
        return map;
    }

    private void AddStates(JsonMap map, IReadOnlyList<ProviderState> states, Action<string> warn)
    {
        if (states.Count == 0) return;
        if (specification >= PactSpecification.V3)
        {
            map["providerStates"] = states.Select(s => new JsonMap { ["name"] = s.Name }.With("params", new JsonMap(s.Params))).ToList();
            return;
        }

        map["providerState"] = states[0].Name;
        if (states.Count > 1) warn($"{specification} holds one provider state; only \"{states[0].Name}\" was written");
        if (states[0].Params.Count > 0) warn("parameters of provider states came with V3; they were left out");
    }

    private static void AddV4(JsonMap map, Interaction interaction)
    {
        map["type"] = InteractionType.Of(interaction);
        map["pending"] = interaction.Pending;
        map.With("key", interaction.Key)
            .With("comments", Comments(interaction.Comments))
            .With("pluginConfiguration", new JsonMap(interaction.PluginConfiguration))
            .With("interactionMarkup", interaction.InteractionMarkup)
            .With("transport", interaction.Transport);
    }

    private static JsonMap? Comments(IReadOnlyDictionary<string, JsonElement> comments)
    {
        if (comments.Count == 0) return null;
        var map = new JsonMap(comments.Count);
        foreach (var (name, value) in comments) if (!IsEmpty(value)) map[name] = value;
        return map;
    }

    private static void WarnOfV4(Interaction interaction, Action<string> warn)
    {
        string?[] lost =
        [
            interaction.Key is null ? null : "key", interaction.Pending ? "pending" : null, interaction.Comments.Count == 0 ? null : "comments",
            interaction.PluginConfiguration.Count == 0 ? null : "pluginConfiguration", interaction.InteractionMarkup is null ? null : "interactionMarkup",
        ];
        var names = string.Join(", ", lost.Where(name => name is not null));
        if (names.Length > 0) warn($"{names} came with V4; left out");
    }

    private static bool IsEmpty(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => json.ValueEquals(""),
        JsonValueKind.Array => json.GetArrayLength() == 0,
        JsonValueKind.Object => json.GetPropertyCount() == 0,
        _ => false,
    };
}

using System.Globalization;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads one entry of <c>interactions</c> or <c>messages</c>.</summary>
internal sealed class InteractionReader(PactSpecification specification, ReadLog log)
{
    private static readonly HashSet<string> Common = ["_id", "description", "providerState", "providerStates", "provider_state"];

    private static readonly HashSet<string> Http = ["request", "response", "requestMatchingRules", "responseMatchingRules"];

    private static readonly HashSet<string> Message = ["contents", "metadata", "metaData", "matchingRules", "generators"];

    private static readonly HashSet<string> V4 =
        ["type", "key", "pending", "comments", "pluginConfiguration", "interactionMarkup", "transport"];

    private readonly PartReader _parts = new(specification, log);

    /// <summary>Null, with an error in the log, where there is no making sense of it.</summary>
    public Interaction? Read(JsonElement json, int index, bool isMessage, Place place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            log.Fail(place, $"expected an interaction, which is an object, but found {json.Kind()}");
            return null;
        }

        var description = json.TextMember("description") ?? string.Create(CultureInfo.InvariantCulture, $"{(isMessage ? "Message" : "Interaction")} {index + 1}");
        if (specification == PactSpecification.V4) return ReadV4(json, description, isMessage, place);
        return isMessage ? AsynchronousMessage(json, description, place) : HttpInteraction(json, description, place);
    }

    private Interaction? ReadV4(JsonElement json, string description, bool isMessage, Place place)
    {
        Interaction? interaction = TypeOf(json, isMessage, place) switch
        {
            InteractionType.Http => HttpInteraction(json, description, place),
            InteractionType.AsynchronousMessage => AsynchronousMessage(json, description, place),
            InteractionType.SynchronousMessage => SynchronousMessage(json, description, place),
            var other => Unknown(other, place),
        };
        return interaction is null ? null : interaction with
        {
            Key = json.TextMember("key"),
            Pending = json.TryMember("pending", out var pending) && pending.ValueKind == JsonValueKind.True,
            Comments = Map(json, "comments"),
            PluginConfiguration = Map(json, "pluginConfiguration"),
            InteractionMarkup = json.TryMember("interactionMarkup", out var markup) && markup.ValueKind == JsonValueKind.Object ? markup.Clone() : null,
            Transport = json.TextMember("transport"),
        };
    }

    private string TypeOf(JsonElement json, bool isMessage, Place place)
    {
        if (json.TextMember("type") is { } type) return type;
        log.Warn(place, "the interaction has no \"type\"; took the one its other members suggest");
        if (isMessage || json.TryMember("contents", out _)) return InteractionType.AsynchronousMessage;
        return json.TryMember("response", out var response) && response.ValueKind == JsonValueKind.Array
            ? InteractionType.SynchronousMessage
            : InteractionType.Http;
    }

    private Interaction? Unknown(string type, Place place)
    {
        log.Fail(
            place.Field("type"),
            $"expected \"{InteractionType.Http}\", \"{InteractionType.AsynchronousMessage}\" or \"{InteractionType.SynchronousMessage}\" but found \"{type}\"");
        return null;
    }

    private HttpInteraction HttpInteraction(JsonElement json, string description, Place place) => new()
    {
        Id = json.TextMember("_id"),
        Description = description,
        ProviderStates = ProviderStateReader.Read(json, place, log),
        Request = _parts.Request(Part(json, "request", place), place.Field("request")),
        Response = _parts.Response(Part(json, "response", place), place.Field("response")),
        UnknownMembers = json.Members(name => !IsKnown(name, Http)),
    };

    private AsynchronousMessage AsynchronousMessage(JsonElement json, string description, Place place) => new()
    {
        Id = json.TextMember("_id"),
        Description = description,
        ProviderStates = ProviderStateReader.Read(json, place, log),
        Contents = _parts.Message(json, place),
        UnknownMembers = json.Members(name => !IsKnown(name, Message)),
    };

    private SynchronousMessage? SynchronousMessage(JsonElement json, string description, Place place)
    {
        if (!Is(json, "request", JsonValueKind.Object, "an object", place) || !Is(json, "response", JsonValueKind.Array, "an array", place)) return null;
        var responses = new List<MessageContents>();
        if (json.TryMember("response", out var list))
            foreach (var (index, item) in list.EnumerateArray().Index()) responses.Add(_parts.Message(item, place.Field("response").Item(index)));
        return new SynchronousMessage
        {
            Id = json.TextMember("_id"),
            Description = description,
            ProviderStates = ProviderStateReader.Read(json, place, log),
            Request = json.TryMember("request", out var request) ? _parts.Message(request, place.Field("request")) : new MessageContents(),
            Response = responses,
            UnknownMembers = json.Members(name => !IsKnown(name, Http)),
        };
    }

    private JsonElement Part(JsonElement json, string name, Place place)
    {
        if (!json.TryMember(name, out var part)) log.Warn(place, $"the interaction has no {name}; took an empty one");
        else if (part.ValueKind != JsonValueKind.Object) log.Fail(place.Field(name), $"expected an object but found {part.Kind()}");
        return part;
    }

    private bool Is(JsonElement json, string name, JsonValueKind kind, string expected, Place place)
    {
        if (!json.TryMember(name, out var part) || part.ValueKind == kind) return true;
        log.Fail(place.Field(name), $"expected {expected} but found {part.Kind()}");
        return false;
    }

    private bool IsKnown(string name, HashSet<string> ofKind) =>
        Common.Contains(name) || ofKind.Contains(name) || (specification == PactSpecification.V4 && V4.Contains(name));

    private static IReadOnlyDictionary<string, JsonElement> Map(JsonElement json, string name) =>
        json.TryMember(name, out var map) ? map.Members() : Empty.Members;
}

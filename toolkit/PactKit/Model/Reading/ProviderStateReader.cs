using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads provider states: <c>providerStates</c> with parameters, else the older single names.</summary>
internal static class ProviderStateReader
{
    public static IReadOnlyList<ProviderState> Read(JsonElement json, Place place, ReadLog log)
    {
        if (json.TryMember("providerStates", out var states) && states.ValueKind != JsonValueKind.Null)
        {
            var at = place.Field("providerStates");
            if (states.ValueKind == JsonValueKind.Array) return ReadAll(states, at, log);
            if (states.ValueKind == JsonValueKind.String) return Named(states);
            log.Warn(at, $"the provider states were ignored: expected an array but found {states.Kind()}");
            return [];
        }

        return json.TryMember("providerState", out var state) || json.TryMember("provider_state", out state) ? Named(state) : [];
    }

    private static List<ProviderState> ReadAll(JsonElement states, Place place, ReadLog log)
    {
        var all = new List<ProviderState>();
        var index = -1;
        foreach (var state in states.EnumerateArray())
        {
            index++;
            if (state.ValueKind == JsonValueKind.String) all.Add(new ProviderState(state.GetString()!));
            else if (state.TextMember("name") is { } name)
                all.Add(new ProviderState(name) { Params = state.TryMember("params", out var parameters) ? parameters.Members() : Empty.Members });
            else log.Warn(place.Item(index), "the provider state was ignored, because it has no \"name\"");
        }

        return all;
    }

    private static IReadOnlyList<ProviderState> Named(JsonElement state) =>
        state.ValueKind == JsonValueKind.String && state.GetString() is { Length: > 0 } name ? [new ProviderState(name)] : [];
}

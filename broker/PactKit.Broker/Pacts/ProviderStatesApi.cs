using System.Text;
using System.Text.Json;
using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Pacts;

internal static class ProviderStatesApi
{
    public static void MapProviderStates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pacts/provider/{provider}/provider-states", OfMainBranches);
        routes.MapGet("/pacts/provider/{provider}/provider-states/branch/{branch}", OfBranch);
        routes.MapGet("/pacts/provider/{provider}/provider-states/environment/{environment}", OfEnvironment);
    }

    private static Task<IResult> OfMainBranches(string provider, PactsStore store, PacticipantsStore pacticipants, CancellationToken ct) =>
        Respond(provider, PactFilter.MainBranchHead, store, pacticipants, ct);

    private static Task<IResult> OfBranch(string provider, string branch, PactsStore store, PacticipantsStore pacticipants, CancellationToken ct) =>
        Respond(provider, PactFilter.BranchHead(branch), store, pacticipants, ct);

    /// <summary>Clients send the name, whatever the field's documents say; a UUID will do, too.</summary>
    private static async Task<IResult> OfEnvironment(string provider, string environment, PactsStore store, PacticipantsStore pacticipants, EnvironmentsStore environments, CancellationToken ct)
    {
        var found = await environments.FindByNameAsync(environment, ct) ?? await environments.FindAsync(environment, ct);
        return await Respond(provider, PactFilter.InEnvironment(found?.Name ?? ""), store, pacticipants, ct);
    }

    private static async Task<IResult> Respond(string provider, PactFilter filter, PactsStore store, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(provider, ct) is null) return Errors.PacticipantNotFound(provider);
        var pacts = await store.ListOfProviderAsync(provider, filter, ct);
        var contents = await store.ContentsAsync(pacts.Select(pact => pact.PactVersionId), ct);
        var states = pacts
            // What was deleted between the two reads is left out.
            .Where(pact => contents.ContainsKey(pact.PactVersionId))
            .SelectMany(pact => ProviderStates.In(contents[pact.PactVersionId]).Select(state => (State: state, pact.Consumer)))
            .GroupBy(item => item.State)
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal).ThenBy(group => group.Key.Params, StringComparer.Ordinal)
            .Select(group => new HalDocument
            {
                ["name"] = group.Key.Name,
                ["params"] = RawJson.From(group.Key.Params),
                ["consumers"] = group.Select(item => item.Consumer).Distinct(),
            });
        return new HalResult(new HalDocument { ["providerStates"] = states });
    }
}

/// <param name="Params">JSON with sorted keys; null when there are none.</param>
internal sealed record StateOfProvider(string Name, string? Params);

/// <summary>The provider states a pact mentions, in all its spellings.</summary>
internal static class ProviderStates
{
    private static readonly string[] Lists = ["interactions", "messages"];

    public static IEnumerable<StateOfProvider> In(string content)
    {
        var (root, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(content));
        return Lists
            .SelectMany(name => root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Where(interaction => interaction.ValueKind == JsonValueKind.Object)
            .SelectMany(Of).Distinct();
    }

    private static IEnumerable<StateOfProvider> Of(JsonElement interaction)
    {
        if (interaction.TryGetProperty("providerStates", out var states) && states.ValueKind == JsonValueKind.Array)
        {
            foreach (var state in states.EnumerateArray())
            {
                if (state.ValueKind != JsonValueKind.Object || !state.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) continue;
                var parameters = state.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Any() ? CanonicalJson.Sorted(given) : null;
                yield return new StateOfProvider(name.GetString()!, parameters);
            }
        }

        foreach (var spelling in new[] { "providerState", "provider_state" })
        {
            if (interaction.TryGetProperty(spelling, out var single) && single.ValueKind == JsonValueKind.String) yield return new StateOfProvider(single.GetString()!, null);
        }
    }
}

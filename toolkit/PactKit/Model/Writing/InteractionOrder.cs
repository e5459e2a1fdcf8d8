namespace PactKit.Model.Writing;

/// <summary>The order of interactions in a file, the same whatever order the tests ran in: a pact is reviewed as a diff.</summary>
internal static class InteractionOrder
{
    /// <summary>By description, then without states before with states, then messages before HTTP, then key; else as they come.</summary>
    public static IEnumerable<Interaction> Sort(IEnumerable<Interaction> interactions) =>
        interactions
            .OrderBy(i => i.Description, StringComparer.Ordinal)
            .ThenBy(i => StateText(i), StringComparer.Ordinal)
            .ThenBy(i => i is HttpInteraction)
            .ThenBy(InteractionType.Of, StringComparer.Ordinal)
            .ThenBy(i => i.Key, StringComparer.Ordinal);

    /// <summary>All names and parameters of the states in one text; empty without states.</summary>
    public static string StateText(Interaction interaction) =>
        interaction.ProviderStates.Count == 0 ? "" : string.Join('\n', interaction.ProviderStates.Select(Text));

    private static string Text(ProviderState state) =>
        state.Name + string.Concat(state.Params.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"\0{p.Key}\0{Json.JsonPrinter.Compact(p.Value)}"));
}

namespace PactKit.Model.Writing;

/// <summary>The order of interactions in a file, the same whatever order the tests ran in: a pact is reviewed as a diff.</summary>
internal static class InteractionOrder
{
    private static readonly Comparer<Interaction> Order = Comparer<Interaction>.Create(Compare);

    /// <summary>By description, then without states before with states, then messages before HTTP, then key; else as they come.</summary>
    public static IEnumerable<Interaction> Sort(IReadOnlyList<Interaction> interactions) =>
        interactions.Count < 2 ? interactions : interactions.Order(Order);

    /// <summary>All names and parameters of the states in one text; empty without states.</summary>
    public static string StateText(Interaction interaction) =>
        interaction.ProviderStates.Count == 0 ? "" : string.Join('\n', interaction.ProviderStates.Select(Text));

    private static int Compare(Interaction left, Interaction right)
    {
        var order = string.CompareOrdinal(left.Description, right.Description);
        if (order == 0) order = string.CompareOrdinal(StateText(left), StateText(right));
        if (order == 0) order = (left is HttpInteraction).CompareTo(right is HttpInteraction);
        if (order == 0) order = string.CompareOrdinal(InteractionType.Of(left), InteractionType.Of(right));
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    private static string Text(ProviderState state) =>
        state.Name + string.Concat(state.Params.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"\0{p.Key}\0{Json.JsonPrinter.Compact(p.Value)}"));
}

using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Interactions that were printed as they stand in a file, before there was one.</summary>
internal sealed class PrintedAhead
{
    // An interaction stands in the list of a document.
    private const int Depth = 2;

    private readonly Dictionary<Interaction, Text> _printed = new(ReferenceEqualityComparer.Instance);

    private PrintedAhead(PactSpecification version) => Version = version;

    public PactSpecification Version { get; }

    public static PrintedAhead Of(IReadOnlyList<Interaction> interactions, PactSpecification version)
    {
        var ahead = new PrintedAhead(version);
        for (var i = 0; i < interactions.Count; i++)
        {
            var one = PrintedInteraction.ToPrint(interactions[i], version);
            ahead._printed[interactions[i]] = new Text(JsonPrinter.PrettyAt(Depth, one.Fragment.Value), one.Warnings);
        }

        return ahead;
    }

    /// <summary>How the very interaction was printed; null where it was not.</summary>
    public PrintedInteraction? Find(Interaction interaction) =>
        _printed.TryGetValue(interaction, out var text) ? new PrintedInteraction(JsonFragment.OfPrinted(text.Json), text.Warnings) : null;

    private sealed record Text(byte[] Json, IReadOnlyList<string> Warnings);
}

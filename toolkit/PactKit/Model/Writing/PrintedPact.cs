using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>A pact as it was printed. When only some of its interactions change, the others need neither be read nor printed again.</summary>
internal sealed class PrintedPact(PactSpecification version, bool holdsMessages, byte[] json, IReadOnlyList<PrintedInteraction> interactions)
{
    private readonly Dictionary<Interaction, PrintedInteraction> _byInteraction = new(ReferenceEqualityComparer.Instance);
    private Pact? _pact;

    public PactSpecification Version => version;

    public byte[] Json => json;

    public IReadOnlyList<string> Warnings => [.. interactions.SelectMany(one => one.Warnings)];

    /// <summary>The pact as somebody who reads the text gets it; null where it cannot be read.</summary>
    public Pact? Read() => _pact ??= ReadOnce();

    /// <summary>How an interaction of <see cref="Read"/> was printed.</summary>
    public PrintedInteraction? Find(Interaction interaction) =>
        _byInteraction.TryGetValue(interaction, out var printed) ? printed.Again(json) : null;

    private Pact? ReadOnce()
    {
        if (PactReader.Read(WithoutInteractions(), "").Pact is not { } rest) return null;
        var read = new List<Interaction>(interactions.Count);
        foreach (var one in interactions)
        {
            if (one.Read(json, version, holdsMessages) is not { } interaction) return null;
            _byInteraction[interaction] = one;
            read.Add(interaction);
        }

        return rest with { Interactions = read };
    }

    private byte[] WithoutInteractions()
    {
        if (interactions.Count == 0) return json;
        var (first, last) = (interactions[0].Fragment.Place.Start.Value, interactions[^1].Fragment.Place.End.Value);
        return [.. json.AsSpan(0, first), .. json.AsSpan(last)];
    }
}

/// <summary>An interaction as it was printed.</summary>
internal sealed class PrintedInteraction(JsonFragment fragment, IReadOnlyList<string> warnings, Interaction? read = null)
{
    private Interaction? _read = read;

    /// <summary>One that is printed with its document.</summary>
    public static PrintedInteraction ToPrint(Interaction interaction, PactSpecification version)
    {
        var warnings = new List<string>();
        var map = new InteractionWriter(version, warnings).Write(interaction);
        return new PrintedInteraction(JsonFragment.Of(map), warnings);
    }

    public JsonFragment Fragment => fragment;

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The same interaction, to be copied from where it stands in <paramref name="json"/>. What there was to say about it has been said.</summary>
    public PrintedInteraction Again(byte[] json) => new(JsonFragment.OfPrinted(json.AsMemory(fragment.Place)), [], _read);

    public Interaction? Read(byte[] json, PactSpecification version, bool isMessage)
    {
        if (_read is not null) return _read;
        if (!JsonText.TryParse(json.AsMemory(fragment.Place), out var document, out _)) return null;
        using (document) return _read = PactReader.ReadInteraction(document.RootElement, version, isMessage);
    }
}

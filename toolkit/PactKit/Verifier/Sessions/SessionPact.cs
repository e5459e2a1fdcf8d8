using PactKit.Verifier.Sources;

namespace PactKit.Verifier.Sessions;

/// <summary>A pact of which a session verifies interactions, and what came of them so far.</summary>
internal sealed class SessionPact(LoadedPact loaded, PluggedPact plugged)
{
    private readonly InteractionReport?[] _reports = new InteractionReport?[loaded.Pact.Interactions.Count];
    private int _verified;

    public PluggedPact Plugged => plugged;

    public LoadedPact Loaded => loaded;

    /// <summary>Every interaction was verified.</summary>
    public bool IsComplete => _verified == _reports.Length;

    public bool Published { get; set; }

    /// <summary>Keeps a report; that of an interaction which is verified again replaces the first.</summary>
    public void Keep(int position, InteractionReport report)
    {
        if (_reports[position] is null) _verified++;
        _reports[position] = report;
    }

    public PactReport Report() => new()
    {
        Pact = loaded.Pact,
        Source = loaded.Source,
        Pending = loaded.Pending,
        NoticesBefore = loaded.NoticesBefore,
        Interactions = [.. _reports.OfType<InteractionReport>()],
        Published = Published,
    };
}

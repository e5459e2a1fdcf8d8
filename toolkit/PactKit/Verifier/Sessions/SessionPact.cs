using PactKit.Verifier.Sources;

namespace PactKit.Verifier.Sessions;

/// <summary>A pact of which a session verifies interactions, and what came of them so far.</summary>
internal sealed class SessionPact(LoadedPact loaded, PluggedPact plugged)
{
    private readonly InteractionReport?[] _reports = new InteractionReport?[loaded.Pact.Interactions.Count];

    public PluggedPact Plugged => plugged;

    public LoadedPact Loaded => loaded;

    /// <summary>Every interaction was verified.</summary>
    public bool IsComplete => Array.TrueForAll(_reports, report => report is not null);

    public bool Published { get; set; }

    public void Keep(int position, InteractionReport report) => _reports[position] = report;

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

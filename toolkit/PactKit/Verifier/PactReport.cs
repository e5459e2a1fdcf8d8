using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>How one pact was verified.</summary>
public sealed record PactReport
{
    public required Pact Pact { get; init; }

    /// <summary>Where the pact is from: a path or an address.</summary>
    public required string Source { get; init; }

    /// <summary>The broker says that failures do not count yet.</summary>
    public bool Pending { get; init; }

    /// <summary>Lines of the broker to show before.</summary>
    public IReadOnlyList<string> NoticesBefore { get; init; } = [];

    /// <summary>Lines of the broker to show after.</summary>
    public IReadOnlyList<string> NoticesAfter { get; init; } = [];

    /// <summary>The interactions that were selected, in the order of the file.</summary>
    public IReadOnlyList<InteractionReport> Interactions { get; init; } = [];

    /// <summary>The results are at the broker.</summary>
    public bool Published { get; init; }

    /// <summary>Every interaction passed; a pending failure counts as a failure here.</summary>
    public bool Passed => Interactions.All(interaction => interaction.Passed);
}

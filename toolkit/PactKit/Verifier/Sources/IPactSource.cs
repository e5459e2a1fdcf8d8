using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>Somewhere pacts come from: files, folders, addresses, brokers.</summary>
public interface IPactSource
{
    /// <summary>Loads the pacts of a provider. What goes wrong is a value.</summary>
    Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken);
}

/// <summary>The pacts of a source, with what could not be loaded.</summary>
/// <param name="Pacts">The pacts.</param>
public sealed record SourceResult(IReadOnlyList<LoadedPact> Pacts)
{
    /// <summary>Why pacts could not be loaded; each fails the run.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What a reader should know although it fails nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static SourceResult Failed(string error) => new([]) { Errors = [error] };
}

/// <summary>A pact and where it is from.</summary>
/// <param name="Pact">The pact.</param>
/// <param name="Source">A path or an address.</param>
public sealed record LoadedPact(Pact Pact, string Source)
{
    /// <summary>Failures do not count yet.</summary>
    public bool Pending { get; init; }

    /// <summary>Lines of the broker to show before.</summary>
    public IReadOnlyList<string> NoticesBefore { get; init; } = [];

    /// <summary>Takes the results back to the broker; null where the pact is from somewhere else.</summary>
    public PactOrigin? Origin { get; init; }
}

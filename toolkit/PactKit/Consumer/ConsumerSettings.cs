using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>What the interactions of one builder have in common.</summary>
internal sealed record ConsumerSettings
{
    public required string Consumer { get; init; }

    public required string Provider { get; init; }

    public required PactSpecification Specification { get; init; }

    /// <summary>Folder of the pact file.</summary>
    public required string Directory { get; init; }

    /// <summary>The first write of this process replaces the file; later ones merge into it, as all do otherwise.</summary>
    public bool ReplaceFileOncePerRun { get; init; }

    /// <summary>How the mock server behaves.</summary>
    public MockServerOptions Server { get; init; } = MockServerOptions.Default;

    /// <summary>No port: the consumer's HttpClient uses a handler.</summary>
    public bool InMemory { get; init; }

    /// <summary>Takes what a user may want to know although nothing failed.</summary>
    public required Action<string> Warn { get; init; }
}

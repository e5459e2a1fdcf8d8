using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>A pact that is in memory already.</summary>
public sealed class MemorySource(Pact pact, string name = "memory") : IPactSource
{
    public Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken) =>
        Task.FromResult(new SourceResult([new LoadedPact(pact, name)]));
}

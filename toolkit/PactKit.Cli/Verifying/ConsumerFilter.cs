using PactKit.Verifier.Sources;

namespace PactKit.Cli.Verifying;

/// <summary>Of the pacts of a source, those with the consumers asked for.</summary>
internal sealed class ConsumerFilter(IPactSource source, IReadOnlyCollection<string> consumers) : IPactSource
{
    public async Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
    {
        var loaded = await source.LoadAsync(provider, cancellationToken);
        return consumers.Count == 0 ? loaded : loaded with { Pacts = [.. loaded.Pacts.Where(pact => consumers.Contains(pact.Pact.Consumer))] };
    }
}

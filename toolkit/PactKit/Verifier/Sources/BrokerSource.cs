using PactKit.Brokers;
using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>The pacts a broker has for a provider.</summary>
/// <param name="broker">The broker's client.</param>
/// <param name="query">Which pacts; the provider's name in it is replaced by that of the run.</param>
/// <param name="publish">How to publish results; null to keep them.</param>
/// <param name="noPactsIsError">Whether it is an error when the broker has none, as other verifiers think.</param>
public sealed class BrokerSource(PactBroker broker, PactsForVerificationQuery query, PublishOptions? publish, bool noPactsIsError = true) : IPactSource
{
    public async Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
    {
        var found = await broker.Pacts.ForVerificationAsync(query with { Provider = provider }, cancellationToken);
        if (!found.Succeeded) return SourceResult.Failed(found.Error.ToString());
        if (found.Value.Count == 0)
        {
            var none = $"The broker has no pacts to verify for the provider '{provider}' that the selectors select.";
            return noPactsIsError ? SourceResult.Failed(none) : new SourceResult([]) { Warnings = [none] };
        }

        var pacts = new List<LoadedPact>();
        var errors = new List<string>();
        var warnings = new List<string>();
        foreach (var offered in found.Value) Read(offered, pacts, errors, warnings);
        return new SourceResult(pacts) { Errors = errors, Warnings = warnings };
    }

    private void Read(PactToVerify offered, List<LoadedPact> pacts, List<string> errors, List<string> warnings)
    {
        var read = PactReader.Read(offered.Json, offered.Url.ToString());
        warnings.AddRange(read.Warnings);
        if (!read.IsSuccess)
        {
            errors.Add(read.Error);
            return;
        }

        pacts.Add(new LoadedPact(read.Pact, offered.Url.ToString())
        {
            Pending = offered.Pending,
            NoticesBefore = [.. offered.NoticesBefore],
            Origin = new PactOrigin(broker, offered, publish),
        });
    }
}

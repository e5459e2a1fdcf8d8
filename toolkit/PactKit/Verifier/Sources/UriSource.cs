using PactKit.Brokers;
using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>One pact from an address: a file on a web server, or a pact of a broker. In the latter case results can be published.</summary>
/// <param name="http">Fetches the pact.</param>
/// <param name="address">Where the pact is.</param>
/// <param name="broker">How to sign in; its base address does not matter.</param>
/// <param name="publish">How to publish results; null to keep them.</param>
public sealed class UriSource(HttpMessageInvoker http, Uri address, BrokerOptions broker, PublishOptions? publish) : IPactSource
{
    public async Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
    {
        var client = new PactBroker(http, broker with { BaseUrl = new Uri(address.GetLeftPart(UriPartial.Authority)) });
        var found = await client.Pacts.DocumentAsync(address, cancellationToken);
        if (!found.Succeeded) return SourceResult.Failed(found.Error.ToString());
        var read = PactReader.Read(found.Value.Json, address.ToString());
        if (!read.IsSuccess) return SourceResult.Failed(read.Error);
        var origin = found.Value.PublishResultsUrl is null ? null : new PactOrigin(client, found.Value, publish);
        var unpublished = publish is not null && origin is null ? $"{address}: the pact has no link to publish results to, so they are not published." : null;
        return new SourceResult([new LoadedPact(read.Pact, address.ToString()) { Origin = origin }])
        {
            Warnings = unpublished is null ? read.Warnings : [.. read.Warnings, unpublished],
        };
    }
}

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
    private const int MostRedirects = 5;

    /// <inheritdoc/>
    public async Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
    {
        var (client, found) = await FindAsync(cancellationToken);
        if (!found.Succeeded) return SourceResult.Failed(Sentence(found.Error));
        var read = PactReader.Read(found.Value.Json, address.ToString());
        if (!read.IsSuccess) return SourceResult.Failed(read.Error);
        var origin = found.Value.PublishResultsUrl is null ? null : new PactOrigin(client, found.Value, publish);
        var unpublished = publish is not null && origin is null ? $"{address}: the pact has no link to publish results to, so they are not published." : null;
        return new SourceResult([new LoadedPact(read.Pact, address.ToString()) { Origin = origin }])
        {
            Warnings = unpublished is null ? read.Warnings : [.. read.Warnings, unpublished],
        };
    }

    // A file may have moved: the address it moved to is followed, but the credentials are only for the server they were given for.
    private async Task<(PactBroker Client, BrokerResult<PactToVerify> Found)> FindAsync(CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; ; redirects++)
        {
            var root = at.GetLeftPart(UriPartial.Authority);
            var access = root == address.GetLeftPart(UriPartial.Authority) ? broker : broker with { Username = null, Password = null, Token = null, Headers = [] };
            var client = new PactBroker(http, access with { BaseUrl = new Uri(root) });
            var found = await client.Pacts.DocumentAsync(at, cancellationToken);
            if (found.Succeeded || found.Error.Target is not { } target || redirects == MostRedirects || !CanFollow(at, target)) return (client, found);
            at = target;
        }
    }

    private static bool CanFollow(Uri from, Uri to) => to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);

    private string Sentence(BrokerError error) => error switch
    {
        { Kind: BrokerErrorKind.NotFound, Status: { } status } => $"There is no pact at {address} ({status}).",
        { Kind: BrokerErrorKind.NotABroker, Reason: { } reason } => $"{address} is not a pact: {reason}. Give the address of the pact file itself.",
        { Reason: { } reason } => $"Could not read the pact at {address}: {reason}.",
        { Target: { } target, Url: { } last } => $"Could not read the pact at {address}: {last} leads on to {target}, which was not followed{(CanFollow(last, target) ? $" after {MostRedirects} others" : " because that is not secure")}.",
        _ => error.ToString(),
    };
}

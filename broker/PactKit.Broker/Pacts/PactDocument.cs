using System.Buffers;
using System.Text;
using System.Text.Json;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts;

/// <summary>A pact as clients see it: the published JSON with its creation time and links added.</summary>
internal static class PactDocument
{
    public static HalDocument Links(Pact pact, Urls urls, string? metadata, IEnumerable<string>? consumerVersions = null)
    {
        var (consumer, provider, number, sha) = (pact.Consumer, pact.Provider, pact.Number, pact.Sha);
        var pair = urls.Pair(consumer, provider);
        var self = urls.Pact(consumer, provider, number);
        var content = urls.PactVersion(consumer, provider, sha);
        var title = Urls.PactTitle(consumer, number, provider);
        var document = new HalDocument { ["createdAt"] = pact.CreatedAt }
            .Link("self", new Link(self, "Pact", title))
            .Link("pb:consumer", new Link(urls.Pacticipant(consumer), "Consumer", consumer))
            .Link("pb:consumer-version", new Link(urls.Version(consumer, number), "Consumer version", number));
        if (consumerVersions is not null)
            document.Links("pb:consumer-versions", consumerVersions.Select(v => new Link(urls.Version(consumer, v), "Consumer version", v)));
        return document
            .Link("pb:provider", new Link(urls.Pacticipant(provider), "Provider", provider))
            .Link("pb:pact-version", new Link(content, "Pact content version permalink", sha))
            .Link("pb:latest-pact-version", new Link(pair + "/latest", "Latest version of this pact"))
            .Link("pb:all-pact-versions", new Link(pair + "/versions", "All versions of this pact"))
            .Link("pb:latest-untagged-pact-version", new Link(pair + "/latest-untagged", "Latest untagged version of this pact"))
            .Link("pb:latest-tagged-pact-version", new Link(pair + "/latest/{tag}", "Latest tagged version of this pact", Templated: true))
            .Link("pb:previous-distinct", new Link(self + "/previous-distinct", "Previous distinct version of this pact"))
            .Link("pb:diff-previous-distinct", new Link(self + "/diff/previous-distinct", "Diff with previous distinct version of this pact"))
            .Link("pb:diff", new Link(content + "/diff/pact-version/{pactVersion}", "Diff with another specified version of this pact", Templated: true))
            .Link("pb:pact-webhooks", new Link($"{urls.Base}/webhooks/provider/{Uri.EscapeDataString(provider)}/consumer/{Uri.EscapeDataString(consumer)}", "Webhooks for the pact between the two"))
            .Link("pb:consumer-webhooks", new Link($"{urls.Base}/webhooks/consumer/{Uri.EscapeDataString(consumer)}", "Webhooks for all pacts of the consumer"))
            .Link("pb:tag-prod-version", new Link(urls.Version(consumer, number) + "/tags/prod", "PUT to this resource to tag this consumer version as 'prod'"))
            .Link("pb:tag-version", new Link(urls.Version(consumer, number) + "/tags/{tag}", "PUT to this resource to tag this consumer version"))
            .Link("pb:publish-verification-results", new Link(
                urls.PactVersion(consumer, provider, sha, metadata) + "/verification-results", "Publish verification results"))
            .Link("pb:latest-verification-results", new Link(content + "/verification-results/latest", "Latest verification results of this content"))
            .Link("pb:triggered-webhooks", new Link(self + "/triggered-webhooks", "Webhooks triggered by the publication of this pact"))
            .Link("pb:matrix-for-consumer-version", new Link(
                $"{urls.Base}/matrix?q[][pacticipant]={Uri.EscapeDataString(consumer)}&q[][version]={Uri.EscapeDataString(number)}&latestby=cvpv", "View the matrix rows of this consumer version"))
            .Curies(urls, "pact");
    }
}

/// <summary>Writes stored JSON text and goes on with more members, without parsing the text.</summary>
internal sealed class PactResult(string content, HalDocument more, int status = 200, string? location = null, string? consumerVersion = null) : IResult
{
    private const int Part = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = WantsPlainJson(httpContext.Request.Headers.Accept.ToString()) ? MediaTypes.Json : MediaTypes.Hal;
        if (location is not null) response.Headers.Location = location;
        if (consumerVersion is not null) response.Headers["X-Pact-Consumer-Version"] = Uri.EscapeDataString(consumerVersion) is var encoded && consumerVersion.All(char.IsAscii) ? consumerVersion : encoded;

        var body = response.BodyWriter;
        for (var start = 0; start < content.Length - 1;)
        {
            var end = EndOfPart(start);
            Encoding.UTF8.GetBytes(content.AsSpan(start..end), body);
            start = end;
            // A large pact goes out in parts, as fast as the client takes them.
            if (start < content.Length - 1) await body.FlushAsync(httpContext.RequestAborted);
        }

        if (content.Length > 2) body.Write(","u8);
        var tail = new ArrayBufferWriter<byte>(4096);
        await using (var writer = new Utf8JsonWriter(tail, HalDocument.WriterOptions)) more.WriteTo(writer);
        body.Write(tail.WrittenSpan[1..]);
        await body.FlushAsync(httpContext.RequestAborted);
    }

    // All but the closing brace; never between the halves of a surrogate pair.
    private int EndOfPart(int start)
    {
        var end = Math.Min(start + Part, content.Length - 1);
        return end < content.Length - 1 && char.IsHighSurrogate(content[end - 1]) ? end + 1 : end;
    }

    internal static bool WantsPlainJson(string accept) =>
        accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("hal+json", StringComparison.OrdinalIgnoreCase);
}

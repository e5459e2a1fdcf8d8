using PactKit.Broker.Hal;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacts;

/// <summary>The form in which a pact stands under <c>contract</c>, apart from what the broker adds, with the tags of its version.</summary>
internal static class ExtendedDocument
{
    private const string Type = "application/vnd.pactbrokerextended.v1+json";

    /// <summary>It is asked for, and before plain HAL.</summary>
    public static bool IsWanted(string accept)
    {
        var place = accept.IndexOf(Type, StringComparison.OrdinalIgnoreCase);
        var hal = accept.IndexOf("application/hal+json", StringComparison.OrdinalIgnoreCase);
        return place >= 0 && (hal < 0 || place < hal);
    }

    public static async Task<IResult> OfAsync(BrokerRequest request, Pact pact, string content, HalDocument links, CancellationToken ct)
    {
        links["contract"] = new RawJson(content);
        return new HalResult(await WithTagsAsync(request, links, pact.Consumer, pact.Number, pact.ConsumerVersionId, ct), contentType: MediaTypes.Extended);
    }

    public static async Task<HalDocument> WithTagsAsync(BrokerRequest request, HalDocument document, string pacticipant, string number, long versionId, CancellationToken ct)
    {
        var details = await request.Http.RequestServices.GetRequiredService<VersionDetailsStore>().LoadAsync([versionId], ct);
        return document.Embed("tags", details.Tags[versionId].Select(tag => new HalDocument { ["name"] = tag.Name, ["latest"] = tag.IsLatest }
            .Link("self", new Link(request.Urls.Tag(pacticipant, number, tag.Name), "Tag", tag.Name))));
    }
}

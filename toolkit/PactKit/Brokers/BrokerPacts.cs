using System.Text.Json;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Pacts of a broker: the ones a provider should verify, and single ones by address.</summary>
public sealed class BrokerPacts
{
    private const int Parallel = 4;
    private readonly BrokerHttp _http;

    internal BrokerPacts(BrokerHttp http) => _http = http;

    /// <summary>
    /// The pacts to verify, explicitly selected ones first, then work in progress. Empty where nothing was selected and where the
    /// broker does not know the provider. Brokers from before selectors give the latest pact of each consumer.
    /// </summary>
    public async Task<BrokerResult<IReadOnlyList<PactToVerify>>> ForVerificationAsync(
        PactsForVerificationQuery query, CancellationToken cancellationToken = default)
    {
        var start = await _http.FromIndexAsync("pb:provider-pacts-for-verification", cancellationToken, ("provider", query.Provider));
        if (start.Error?.Kind == BrokerErrorKind.NotOffered)
            start = await _http.FromIndexAsync("beta:provider-pacts-for-verification", cancellationToken, ("provider", query.Provider));
        if (start.Error?.Kind == BrokerErrorKind.NotOffered) return await LatestForProviderAsync(query.Provider, cancellationToken);
        if (!start.Succeeded) return start.Error;

        // The GET looks redundant; it is how the reference verifier learns the address to post to, and brokers may rely on it.
        var handshake = await _http.GetAsync(start.Value, cancellationToken);
        if (handshake.Error?.Kind == BrokerErrorKind.NotFound) return new([]);
        if (!handshake.Succeeded) return handshake.Error;
        var target = handshake.Value.Link("self") is { } self ? _http.Root.Resolve(self.Href) : start.Value;

        var found = await _http.SendAsync(HttpMethod.Post, target, SelectionBody.Of(query), cancellationToken);
        if (found.Error?.Kind == BrokerErrorKind.NotFound) return new([]);
        if (!found.Succeeded) return found.Error;
        var listed = found.Value.Embedded("pacts").Where(pact => HalDocument.LinksOf(pact, "self").Count > 0);
        return await ReadAllAsync([.. listed.Select(pact => (HalDocument.LinksOf(pact, "self")[0], (JsonElement?)pact))], cancellationToken);
    }

    /// <summary>The latest pact of each consumer with the provider: what a verifier without selectors takes.</summary>
    public async Task<BrokerResult<IReadOnlyList<PactToVerify>>> LatestForProviderAsync(
        string provider, CancellationToken cancellationToken = default)
    {
        var start = await _http.FromIndexAsync("pb:latest-provider-pacts", cancellationToken, ("provider", provider));
        if (!start.Succeeded) return start.Error;
        var list = await _http.GetAsync(start.Value, cancellationToken);
        if (list.Error?.Kind == BrokerErrorKind.NotFound) return new([]);
        if (!list.Succeeded) return list.Error;
        var links = list.Value.Links("pb:pacts") is { Count: > 0 } named ? named : list.Value.Links("pacts");
        return await ReadAllAsync([.. links.Select(link => (link, (JsonElement?)null))], cancellationToken);
    }

    /// <summary>The pact at an address, of this broker.</summary>
    public Task<BrokerResult<PactToVerify>> AtAsync(Uri url, CancellationToken cancellationToken = default) =>
        ReadAsync(url, null, null, cancellationToken);

    /// <summary>The pact at an address of any server, a broker or not: no index is asked for.</summary>
    public Task<BrokerResult<PactToVerify>> DocumentAsync(Uri url, CancellationToken cancellationToken = default) =>
        ReadDocumentAsync(url, null, null, cancellationToken);

    /// <summary>The latest pact of each pair, as the broker lists them.</summary>
    public async Task<BrokerResult<HalDocument>> LatestAsync(CancellationToken cancellationToken = default)
    {
        var start = await _http.FromIndexAsync("pb:latest-pact-versions", cancellationToken);
        return start.Succeeded ? await _http.GetAsync(start.Value, cancellationToken) : start.Error;
    }

    /// <summary>
    /// The pacts of a provider from a branch (null: from main branches), of one consumer or of all; with <paramref name="latest"/> only
    /// the newest of each consumer.
    /// </summary>
    public async Task<BrokerResult<HalDocument>> ListAsync(
        string provider, string? consumer = null, string? branch = null, bool latest = false, CancellationToken cancellationToken = default)
    {
        var relation = (consumer is null, branch is null, latest) switch
        {
            (true, true, false) => "pb:provider-pacts-with-main-branch",
            (true, true, true) => "pb:latest-provider-pacts-with-main-branch",
            (true, false, false) => "pb:provider-pacts-with-branch",
            (true, false, true) => "pb:latest-provider-pacts-with-branch",
            (false, true, false) => "pb:main-branch-pact-versions",
            (false, true, true) => "pb:latest-main-branch-pact-versions",
            (false, false, false) => "pb:branch-pact-versions",
            (false, false, true) => "pb:latest-branch-pact-versions",
        };
        var list = await _http.FromIndexAsync(
            relation, cancellationToken, ("provider", provider), ("consumer", consumer ?? ""), ("branch", branch ?? ""));
        return list.Succeeded ? await _http.GetAsync(list.Value, cancellationToken) : list.Error;
    }

    /// <summary>The pacts a list names, in its order: whatever <see cref="ListAsync"/> answers with.</summary>
    public Task<BrokerResult<IReadOnlyList<PactToVerify>>> ReadListedAsync(HalDocument list, CancellationToken cancellationToken = default) =>
        ReadAllAsync([.. ListedLinks(list).Select(link => (link, (JsonElement?)null))], cancellationToken);

    /// <summary>The links of the pacts a list names; lists of one consumer and of a whole provider differ in their shape.</summary>
    public static IReadOnlyList<HalLink> ListedLinks(HalDocument list)
    {
        foreach (var relation in (string[])["pb:pacts", "pacts", "pb:pact-versions", "pact-versions"])
            if (list.Links(relation) is { Count: > 0 } links) return links;
        return [.. list.Embedded("pacts").SelectMany(pact => HalDocument.LinksOf(pact, "self").Take(1))];
    }

    private async Task<BrokerResult<IReadOnlyList<PactToVerify>>> ReadAllAsync(
        IReadOnlyList<(HalLink Link, JsonElement? Listed)> pacts, CancellationToken cancellationToken)
    {
        var answers = new BrokerResult<PactToVerify>[pacts.Count];
        var settings = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForAsync(0, pacts.Count, settings, async (index, token) =>
            answers[index] = await ReadAsync(_http.Root.Resolve(pacts[index].Link.Href), pacts[index].Link, pacts[index].Listed, token));
        foreach (var answer in answers)
            if (!answer.Succeeded) return answer.Error;
        return new([.. answers.Select(answer => answer.Value!)]);
    }

    private async Task<BrokerResult<PactToVerify>> ReadAsync(Uri url, HalLink? link, JsonElement? listed, CancellationToken cancellationToken)
    {
        // Links can only be put on the user's address once the broker's own name is known.
        var index = await _http.IndexAsync(cancellationToken);
        return index.Succeeded ? await ReadDocumentAsync(url, link, listed, cancellationToken) : index.Error;
    }

    private async Task<BrokerResult<PactToVerify>> ReadDocumentAsync(
        Uri url, HalLink? link, JsonElement? listed, CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync(url, cancellationToken);
        if (!answer.Succeeded) return answer.Error;
        var document = answer.Value;
        var properties = listed?.Member("verificationProperties");
        return new PactToVerify
        {
            Url = url,
            Json = document.Bytes,
            Name = link?.Name ?? document.Link("self")?.Name ?? link?.Title ?? url.ToString(),
            ShortDescription = listed?.Text("shortDescription") ?? "",
            Pending = properties?.Flag("pending") ?? false,
            Wip = properties?.Flag("wip") ?? false,
            Notices = [.. (properties?.Items("notices") ?? []).Select(ReadNotice).OfType<VerificationNotice>()],
            PublishResultsUrl = Resolve(document.Link("pb:publish-verification-results")),
            ProviderUrl = Resolve(document.Link("pb:provider")),
        };
    }

    private Uri? Resolve(HalLink? link) => link is null ? null : _http.Root.Resolve(link.Href);

    private static VerificationNotice? ReadNotice(JsonElement notice) =>
        notice.Text("text") is { } text ? new VerificationNotice(notice.Text("when") ?? "before_verification", text) : null;
}

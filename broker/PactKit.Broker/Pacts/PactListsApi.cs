using System.Globalization;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

internal static class PactListsApi
{
    public static void MapPactLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pacts/latest", LatestOfAll);

        var provider = routes.MapGroup("/pacts/provider/{provider}");
        MapProviderList(provider, "", "All pacts for provider {0}", _ => PactFilter.All);
        MapProviderList(provider, "/latest", "Latest pacts for provider {0}", _ => PactFilter.Latest);
        MapProviderList(provider, "/latest/{name}", "Latest pacts for provider {0} with tag {1}", name => PactFilter.LatestTagged(name!));
        MapProviderList(provider, "/tag/{name}", "All pacts for provider {0} with tag {1}", name => PactFilter.Tagged(name!));
        MapProviderList(provider, "/branch", "All pacts for provider {0} from the main branches of their consumers", _ => PactFilter.OnMainBranch);
        MapProviderList(provider, "/branch/latest", "Latest pacts for provider {0} from the main branches of their consumers", _ => PactFilter.MainBranchHead);
        MapProviderList(provider, "/branch/{name}", "All pacts for provider {0} from branch {1}", name => PactFilter.OnBranch(name!));
        MapProviderList(provider, "/branch/{name}/latest", "Latest pacts for provider {0} from branch {1}", name => PactFilter.BranchHead(name!));

        var pair = routes.MapGroup(PactsApi.Pair);
        MapPairList(pair, "/versions", "All pact versions", _ => PactFilter.All, newestFirst: true);
        MapPairList(pair, "/tag/{name}", "All pact versions with tag {0}", name => PactFilter.Tagged(name!), newestFirst: true);
        MapPairList(pair, "/branch", "All pact versions from the main branch", _ => PactFilter.OnMainBranch);
        // What the official get-pacts asks for the latest of the main branch, although it names a branch called "latest".
        MapPairList(pair, "/branch/latest", "Latest pact version from the main branch", _ => PactFilter.OnBranchLatestOrMainBranchHead, deletes: PactFilter.OnBranch("latest"));
        MapPairList(pair, "/branch/versions", "All pact versions from the main branch", _ => PactFilter.OnMainBranch);
        MapPairList(pair, "/branch/{name}", "All pact versions from branch {0}", name => PactFilter.OnBranch(name!));
        MapPairList(pair, "/branch/latest/versions", "Latest pact version from the main branch", _ => PactFilter.MainBranchHead);
        MapPairList(pair, "/branch/{name}/latest/versions", "Latest pact version from branch {0}", name => PactFilter.BranchHead(name!));
    }

    private static void MapProviderList(IEndpointRouteBuilder routes, string path, string title, Func<string?, PactFilter> filter) =>
        routes.MapGet(path, async (BrokerRequest request, string provider, string? name, PactsStore store, PacticipantsStore pacticipants, CancellationToken ct) =>
        {
            if (await pacticipants.FindAsync(provider, ct) is null) return Errors.PacticipantNotFound(provider);
            var pacts = await store.ListOfProviderAsync(provider, filter(name), ct);
            return ProviderList(request, provider, pacts, string.Format(CultureInfo.InvariantCulture, title, provider, name));
        });

    private static void MapPairList(IEndpointRouteBuilder routes, string path, string title, Func<string?, PactFilter> filter, bool newestFirst = false, PactFilter? deletes = null)
    {
        routes.MapGet(path, async (BrokerRequest request, string provider, string consumer, string? name, PactsStore store, PacticipantsStore pacticipants, CancellationToken ct) =>
        {
            if (await MissingAsync(pacticipants, [consumer, provider], ct) is { } missing) return missing;
            var pacts = await store.ListAsync(consumer, provider, filter(name), newestFirst, ct);
            var heading = string.Format(CultureInfo.InvariantCulture, title, name) + $" of the pact between {consumer} and {provider}";
            return PairList(request, consumer, provider, pacts, heading, prefix: path.StartsWith("/tag", StringComparison.Ordinal) ? "pb:" : "");
        });
        routes.MapDelete(path, async (BrokerRequest request, string provider, string consumer, string? name, PactsStore store, PacticipantsStore pacticipants, Session db, CancellationToken ct) =>
        {
            if (await MissingAsync(pacticipants, [consumer, provider], ct) is { } missing) return missing;
            await db.WriteAsync(async () => await store.DeleteAsync(await store.ListAsync(consumer, provider, deletes ?? filter(name), newestFirst, ct), ct), ct);
            if (path == "/versions") return EmptyResult.Deleted;
            var document = new HalDocument().Link("index", new Link(request.Urls.Base));
            if (await store.FindAsync(consumer, provider, PactFilter.Latest, ct) is not null)
                document.Link("pb:latest-pact-version", new Link(request.Urls.Pair(consumer, provider) + "/latest", "Latest version of this pact"));
            return new HalResult(document);
        });
    }

    private static async Task<IResult?> MissingAsync(PacticipantsStore pacticipants, IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            if (await pacticipants.FindAsync(name, ct) is null) return Errors.PacticipantNotFound(name);
        }

        return null;
    }

    private static async Task<IResult> LatestOfAll(BrokerRequest request, PactsStore store, CancellationToken ct)
    {
        var pacts = await store.LatestOfAllAsync(ct);
        var urls = request.Urls;
        Link Latest(Pact pact, string? title) => new(urls.Pair(pact.Consumer, pact.Provider) + "/latest", title);
        var document = new HalDocument { ["pacts"] = pacts.Select(pact => LatestItem(pact, urls)) };
        document.Link("self", new Link(urls.Base + "/pacts/latest", "Latest pact versions"));
        document.Links("pb:pacts", pacts.Select(pact => Latest(pact, Urls.PactTitle(pact.Consumer, pact.Number, pact.Provider))));
        document.Links("pacts", pacts.Select(pact => Latest(pact, "Deprecated: use pb:pacts")));
        return new HalResult(document.Curies(urls, "pacts"));
    }

    private static HalDocument LatestItem(Pact pact, Urls urls)
    {
        var version = new HalDocument { ["number"] = pact.Number }.Link("self", new Link(urls.Version(pact.Consumer, pact.Number), "Version", pact.Number));
        return new HalDocument { ["createdAt"] = pact.CreatedAt }
            .Embed("consumer", new HalDocument { ["name"] = pact.Consumer }.Embed("version", version).Link("self", new Link(urls.Pacticipant(pact.Consumer))))
            .Embed("provider", new HalDocument { ["name"] = pact.Provider }.Link("self", new Link(urls.Pacticipant(pact.Provider))))
            .Links("self", [new Link(urls.Pair(pact.Consumer, pact.Provider) + "/latest"), new Link(urls.Pact(pact.Consumer, pact.Provider, pact.Number))]);
    }

    private static HalResult ProviderList(BrokerRequest request, string provider, List<Pact> pacts, string title)
    {
        var urls = request.Urls;
        Link Item(Pact pact) => new(urls.Pact(pact.Consumer, provider, pact.Number), Urls.PactTitle(pact.Consumer, pact.Number, provider), pact.Consumer);
        return new HalResult(new HalDocument()
            .Link("self", new Link(request.SelfUrl, title))
            .Link("pb:provider", new Link(urls.Pacticipant(provider), Name: provider))
            .Links("pb:pacts", pacts.Select(Item))
            .Link("provider", new Link(urls.Pacticipant(provider), provider))
            .Links("pacts", pacts.Select(Item)));
    }

    private static HalResult PairList(BrokerRequest request, string consumer, string provider, List<Pact> pacts, string title, string prefix)
    {
        var urls = request.Urls;
        string Day(Pact pact) => pact.CreatedAt.Time.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var document = new HalDocument();
        document.Embed("pacts", pacts.Select(pact => new HalDocument { ["createdAt"] = pact.CreatedAt }
            .Embed("consumerVersion", new HalDocument { ["number"] = pact.Number }
                .Link("self", new Link(urls.Version(consumer, pact.Number), "Version", pact.Number)))
            .Link("self", new Link(urls.Pact(consumer, provider, pact.Number), Urls.PactTitle(consumer, pact.Number, provider)))));
        return new HalResult(document
            .Link("self", new Link(request.SelfUrl, title))
            .Link(prefix + "consumer", new Link(urls.Pacticipant(consumer), "Consumer", consumer))
            .Link(prefix + "provider", new Link(urls.Pacticipant(provider), "Provider", provider))
            // Beyond the field's usual answer: the official command line can list and download what it finds under this name.
            .Links("pb:pacts", pacts.Select(pact => new Link(urls.Pact(consumer, provider, pact.Number), Urls.PactTitle(consumer, pact.Number, provider), consumer)))
            .Links(prefix + "pact-versions", pacts.Select(pact =>
                new Link(urls.Pact(consumer, provider, pact.Number), Urls.PactTitle(consumer, pact.Number, provider), $"Version {pact.Number} - {Day(pact)}"))));
    }
}

using System.Globalization;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

internal static class DiffApi
{
    public static void MapDiffs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PactsApi.Pair + "/version/{number}/diff/previous-distinct", WithPrevious);
        routes.MapGet(PactsApi.Pair + "/version/{number}/diff/version/{other}", WithVersion);
        routes.MapGet(PactsApi.Pair + "/pact-version/{sha}/diff/pact-version/{other}", WithContent);
    }

    private static async Task<IResult> WithPrevious(BrokerRequest request, string consumer, string provider, string number, PactsStore store, PreviousPacts previous, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(consumer, provider, PactFilter.Version(number), ct) is not { } pact) return Errors.NotFound();
        return await previous.DistinctAsync(pact, ct) is { } other
            ? await Respond(request, pact, other, store, db, ct)
            : new TextResult($"{Urls.PactTitle(consumer, number, provider)}: no earlier version has different content");
    }

    private static async Task<IResult> WithVersion(BrokerRequest request, string consumer, string provider, string number, string other, PactsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(consumer, provider, PactFilter.Version(number), ct) is not { } pact) return Errors.NotFound();
        return await store.FindAsync(consumer, provider, PactFilter.Version(other), ct) is { } second ? await Respond(request, pact, second, store, db, ct) : Errors.NotFound();
    }

    private static async Task<IResult> WithContent(BrokerRequest request, string consumer, string provider, string sha, string other, PactsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindByShaAsync(consumer, provider, sha, null, null, ct) is not { } pact) return Errors.NotFound();
        return await store.FindByShaAsync(consumer, provider, other, null, null, ct) is { } second ? await Respond(request, pact, second, store, db, ct) : Errors.NotFound();
    }

    private static async Task<IResult> Respond(BrokerRequest request, Pact pact, Pact comparison, PactsStore store, Session db, CancellationToken ct)
    {
        var diff = TextDiff.OfPacts(await store.ContentAsync(comparison.PactVersionId, ct), await store.ContentAsync(pact.PactVersionId, ct));
        var made = pact.CreatedAt.Time.ToString("ddd dd MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " +00:00";
        string Entry(string rel, Pact linked) => $"{rel}:\n  title: Pact\n  name: {Urls.PactTitle(linked.Consumer, linked.Number, linked.Provider)}\n  href: {request.Urls.Pact(linked.Consumer, linked.Provider, linked.Number)}\n";
        return new TextResult(
            $"# Diff between versions {comparison.Number} and {pact.Number} of the pact between {pact.Consumer} and {pact.Provider}\n\n"
            + $"Published {Ui.Ago.Text(pact.CreatedAt, db.Now)} ({made})\n\n{diff.ReplaceLineEndings("\n")}\n\n"
            + $"## Links\n\n{Entry("pact-version", pact)}{Entry("comparison-pact-version", comparison)}");
    }
}

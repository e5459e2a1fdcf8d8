using System.Globalization;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Index;

internal static class IndexPages
{
    private const long LargestPage = 1000;

    public static async Task<IResult> Show(BrokerRequest request, CancellationToken ct)
    {
        var store = request.Http.RequestServices.GetRequiredService<IndexStore>();
        var search = request.Query("search");
        var page = new Pagination(Read(request, "page", 1, int.MaxValue), Read(request, "pageSize", Pagination.DefaultSize, LargestPage));
        var (rows, total) = await store.RowsAsync(PairFilter.Matching(search), page, ct);
        return Page.Of<IndexPage>(request, new IndexModel(rows, total, page, store.Now, search, request.PageUrls, request.Urls.Base));
    }

    // A page for people: what is no number, or out of range, is the nearest that makes sense.
    private static long Read(BrokerRequest request, string name, long otherwise, long most) =>
        long.TryParse(request.Query(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 1, most) : otherwise;
}

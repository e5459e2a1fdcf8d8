using PactKit.Broker.Hal;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Index;

internal static class IndexPages
{
    public static async Task<IResult> Show(BrokerRequest request, CancellationToken ct)
    {
        var store = request.Http.RequestServices.GetRequiredService<IndexStore>();
        var search = request.Query("search");
        return Page.Of<IndexPage>(request, new IndexModel(await store.RowsAsync(search, ct), store.Now, search, request.PageUrls, request.Urls.Base));
    }
}

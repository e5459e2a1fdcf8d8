using System.Text;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Dashboard;

internal static class IntegrationsApi
{
    public static void MapIntegrations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/integrations", List).WithMetadata(new Offers("text/vnd.graphviz"));
        routes.MapDelete("/integrations", DeleteAll);
        routes.MapDelete("/integrations/provider/{provider}/consumer/{consumer}", Delete);
        routes.MapGet("/groups/{pacticipant}", Group).WithMetadata(new Offers("text/csv"));
        routes.MapGet("/relationships", Relationships).WithMetadata(new Offers("text/csv"));
    }

    private static async Task<IResult> List(BrokerRequest request, IntegrationsStore store, CancellationToken ct)
    {
        if (!Pagination.TryRead(request, null, out var page, out var refusal)) return refusal!;
        var (items, total) = await store.ListAsync(request.Query("q"), page, ct);
        if (!request.Accept.Contains("json", StringComparison.OrdinalIgnoreCase)) return new TextResult(Graph(items), MediaTypes.Graphviz);
        var urls = request.Urls;
        var document = new HalDocument().Embed("integrations", items.Select(item => Item(item, urls))).Link("self", new Link(request.SelfUrl, "Integrations"));
        page?.AddTo(document, request, total);
        return new HalResult(document);
    }

    private static HalDocument Item(Integration item, Urls urls)
    {
        var (consumer, provider) = (Uri.EscapeDataString(item.Consumer), Uri.EscapeDataString(item.Provider));
        return new HalDocument { ["consumer"] = new HalDocument { ["name"] = item.Consumer }, ["provider"] = new HalDocument { ["name"] = item.Provider } }
            .Link("pb:dashboard", new Link($"{urls.Base}/dashboard/provider/{provider}/consumer/{consumer}", "BETA: Pact dashboard"))
            .Link("pb:matrix", new Link($"{urls.Base}/matrix/provider/{provider}/consumer/{consumer}", "Matrix of the two"))
            .Link("pb:group", new Link($"{urls.Base}/groups/{consumer}", "All connected pacticipants"))
            .Link("pb:delete_integration", new Link($"{urls.Base}/integrations/provider/{provider}/consumer/{consumer}", "Delete the integration"));
    }

    private static string Graph(IEnumerable<Integration> items)
    {
        string Node(string name) => name.Replace(' ', '_').Replace('"', '_');
        return "digraph { ranksep=3; ratio=auto; overlap=false; node [ shape = plaintext, fontname = Helvetica ];\n"
            + string.Concat(items.Select(item => $"  \"{Node(item.Consumer)}\" -> \"{Node(item.Provider)}\"\n")) + "}\n";
    }

    private static async Task<IResult> DeleteAll(IntegrationsStore store, Session db, CancellationToken ct)
    {
        await db.WriteAsync(() => store.DeleteAllAsync(ct), ct);
        return EmptyResult.Deleted;
    }

    private static async Task<IResult> Delete(string consumer, string provider, IntegrationsStore store, PacticipantsStore pacticipants, Session db, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(consumer, ct) is not { } consumerRow) return Errors.PacticipantNotFound(consumer);
        if (await pacticipants.FindAsync(provider, ct) is not { } providerRow) return Errors.PacticipantNotFound(provider);
        await db.WriteAsync(() => store.DeleteAsync(consumerRow.Id, providerRow.Id, ct), ct);
        return EmptyResult.Deleted;
    }

    private static async Task<IResult> Group(BrokerRequest request, string pacticipant, IntegrationsStore store, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(pacticipant, ct) is null) return Errors.PacticipantNotFound(pacticipant);
        var (all, _) = await store.ListAsync(null, null, ct);
        var limit = int.TryParse(request.Query("maxPacticipants"), out var given) && given > 0 ? given : int.MaxValue;
        return new TextResult(RelationshipCsv.Of(RelationshipCsv.Connected(all, pacticipant, limit), pacticipant), MediaTypes.Csv);
    }

    private static async Task<IResult> Relationships(IntegrationsStore store, CancellationToken ct) =>
        new TextResult(RelationshipCsv.Of((await store.ListAsync(null, null, ct)).Items), MediaTypes.Csv);
}

/// <summary>Who talks to whom, as rows that network diagrams are drawn from: id, name, 1, 1, 0, order, then the ids of its providers.</summary>
internal static class RelationshipCsv
{
    public static IReadOnlyList<Integration> Connected(IReadOnlyList<Integration> all, string start, int limit)
    {
        var reached = new HashSet<string> { start };
        var waiting = new Queue<string>(reached);
        var neighbours = all.SelectMany(i => new[] { (i.Consumer, i.Provider), (i.Provider, i.Consumer) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var other in neighbours[name])
            {
                if (reached.Count < limit && reached.Add(other)) waiting.Enqueue(other);
            }
        }

        return all.Where(i => reached.Contains(i.Consumer) && reached.Contains(i.Provider)).ToList();
    }

    /// <param name="start">In the list even when it is connected with nobody.</param>
    public static string Of(IReadOnlyList<Integration> integrations, string? start = null)
    {
        var names = integrations.SelectMany(i => new[] { i.Consumer, i.Provider }).Append(start).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList();
        var ids = names.Index().ToDictionary(item => item.Item, item => item.Index + 1);
        var providers = integrations.ToLookup(i => i.Consumer, i => ids[i.Provider]);
        var width = names.Count == 0 ? 0 : names.Max(name => providers[name].Count());
        var csv = new StringBuilder();
        foreach (var name in names)
        {
            var cells = providers[name].Order().Concat(Enumerable.Repeat(0, width - providers[name].Count()));
            csv.Append(ids[name]).Append(',').Append(Quote(name)).Append(",1,1,0,").Append(ids[name] - 1);
            foreach (var cell in cells) csv.Append(',').Append(cell);
            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

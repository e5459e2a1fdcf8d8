using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacticipants;

internal static class LabelsApi
{
    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/labels", List);
        routes.MapGet("/pacticipants/{pacticipant}/labels/{label}", Show);
        routes.MapPut("/pacticipants/{pacticipant}/labels/{label}", Create).ReadsJson();
        routes.MapDelete("/pacticipants/{pacticipant}/labels/{label}", Delete);
    }

    private static async Task<IResult> List(BrokerRequest request, LabelsStore store, CancellationToken ct)
    {
        if (!Pagination.TryRead(request, null, out var page, out var refusal)) return refusal!;
        var (names, total) = await store.NamesAsync(page, ct);
        var document = new HalDocument()
            .Embed("labels", names.Select(name => new HalDocument { ["name"] = name }))
            .Link("self", new Link(request.SelfUrl, "Labels"));
        page?.AddTo(document, request, total);
        return new HalResult(document);
    }

    private static async Task<IResult> Show(BrokerRequest request, string pacticipant, string label, LabelsStore store, CancellationToken ct) =>
        await store.FindAsync(pacticipant, label, ct) is { } found ? new HalResult(Document(request, pacticipant, found)) : Errors.NotFound();

    private static async Task<IResult> Create(BrokerRequest request, string pacticipant, string label, LabelsStore store, PacticipantsStore pacticipants, Session db, CancellationToken ct) =>
        await db.WriteAsync<IResult>(async () =>
        {
            if (await store.FindAsync(pacticipant, label, ct) is { } existing) return new HalResult(Document(request, pacticipant, existing));
            await store.InsertAsync((await pacticipants.GetOrCreateAsync(pacticipant, ct)).Id, label, ct);
            var created = await store.FindAsync(pacticipant, label, ct);
            return new HalResult(Document(request, pacticipant, created!), 201, request.Urls.Label(pacticipant, label));
        }, ct);

    private static async Task<IResult> Delete(string pacticipant, string label, LabelsStore store, Session db, CancellationToken ct) =>
        await db.WriteAsync(() => store.DeleteAsync(pacticipant, label, ct), ct) > 0 ? EmptyResult.Deleted : Errors.NotFound();

    private static HalDocument Document(BrokerRequest request, string pacticipant, Label label) => new HalDocument
    {
        ["name"] = label.Name,
        ["createdAt"] = label.CreatedAt,
        ["updatedAt"] = label.UpdatedAt == label.CreatedAt ? null : label.UpdatedAt,
    }
    .Link("self", new Link(request.Urls.Label(pacticipant, label.Name), "Label", label.Name))
    .Link("pacticipant", new Link(request.Urls.Pacticipant(pacticipant), "Pacticipant", pacticipant));
}

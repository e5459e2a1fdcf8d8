using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacticipants;

internal static class PacticipantsApi
{
    public static void MapPacticipants(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pacticipants", List);
        routes.MapPost("/pacticipants", Create).ReadsJson(required: true);
        routes.MapGet("/pacticipants/label/{label}", ListByLabel);
        routes.MapGet("/pacticipants/{pacticipant}", Show);
        routes.MapPut("/pacticipants/{pacticipant}", Replace).ReadsJson();
        routes.MapPatch("/pacticipants/{pacticipant}", Merge).ReadsJson(types: ["application/json", "application/merge-patch+json"]);
        routes.MapDelete("/pacticipants/{pacticipant}", Delete);
    }

    private static Task<IResult> List(BrokerRequest request, PacticipantsStore store, CancellationToken ct) =>
        ListMatching(request, store, null, ct);

    private static Task<IResult> ListByLabel(BrokerRequest request, string label, PacticipantsStore store, CancellationToken ct) =>
        ListMatching(request, store, label, ct);

    private static async Task<IResult> ListMatching(BrokerRequest request, PacticipantsStore store, string? label, CancellationToken ct)
    {
        if (!Pagination.TryRead(request, null, out var page, out var refusal)) return refusal!;
        var (items, total) = await store.ListAsync(request.Query("q"), label, page, ct);
        var extras = await store.ExtrasAsync(items.Select(p => p.Id).ToList(), ct);
        var urls = request.Urls;
        HalDocument Item(Pacticipant p) => PacticipantDocument.Of(p, extras[p.Id], urls);

        var document = new HalDocument();
        if (label is null)
        {
            document["pacticipants"] = items.Select(p =>
            {
                var item = Item(p);
                item["title"] = "Deprecated: use _embedded.pacticipants";
                return item;
            });
        }

        document.Embed("pacticipants", items.Select(Item))
            .Link("self", new Link(request.SelfUrl))
            .Link("pb:pacticipants-with-label", new Link(urls.Base + "/pacticipants/label/{label}", "Find pacticipants by label", Templated: true))
            .Links("pb:pacticipants", items.Select(p => new Link(urls.Pacticipant(p.Name), "Pacticipant", p.Name)))
            .Links("pacticipants", items.Select(p => new Link(urls.Pacticipant(p.Name), p.Name, "Deprecated: use pb:pacticipants")));
        page?.AddTo(document, request, total);
        return new HalResult(document);
    }

    private static async Task<IResult> Create(BrokerRequest request, PacticipantsStore store, Session db, CancellationToken ct)
    {
        var fields = new Fields(request.Body);
        var name = fields.Text("name", Text.Required | Text.NotBlank | Text.SingleLine);
        var pacticipant = Read(fields, new Pacticipant { Name = name ?? "" }, onlySupplied: false);
        if (!fields.Ok) return Errors.Validation(fields.Errors);
        var created = await db.WriteAsync(() => store.InsertAsync(pacticipant, ct), ct);
        return await Represent(request, store, created, StatusCodes.Status201Created, ct);
    }

    private static async Task<IResult> Show(BrokerRequest request, string pacticipant, PacticipantsStore store, DeploymentsStore deployments, CancellationToken ct)
    {
        if (request.WantsHtml) return await PacticipantPages.Show(request, pacticipant, ct);
        if (await store.FindAsync(pacticipant, ct) is not { } found) return Errors.PacticipantNotFound(pacticipant);
        var extras = await store.ExtrasAsync([found.Id], ct);
        var deployed = await deployments.CurrentlyDeployedOfAsync(found.Id, ct);
        return new HalResult(PacticipantDocument.Of(found, extras[found.Id], request.Urls, deployed));
    }

    private static async Task<IResult> Replace(BrokerRequest request, string pacticipant, PacticipantsStore store, Session db, CancellationToken ct)
    {
        var fields = Validate(request);
        if (!fields.Ok) return Errors.Validation(fields.Errors);
        return await db.WriteAsync(async () =>
        {
            if (await store.FindAsync(pacticipant, ct) is not { } existing) return Errors.PacticipantNotFound(pacticipant);
            var replaced = Read(fields, new Pacticipant { Id = existing.Id, Name = existing.Name }, onlySupplied: false);
            return await store.UpdateAsync(replaced, ct) is { } updated ? await Represent(request, store, updated, StatusCodes.Status200OK, ct) : Errors.PacticipantNotFound(pacticipant);
        }, ct);
    }

    private static async Task<IResult> Merge(BrokerRequest request, string pacticipant, PacticipantsStore store, Session db, CancellationToken ct)
    {
        var fields = Validate(request);
        if (!fields.Ok) return Errors.Validation(fields.Errors);
        return await db.WriteAsync(async () =>
        {
            var existing = await store.FindAsync(pacticipant, ct);
            var merged = Read(fields, existing ?? new Pacticipant { Name = pacticipant }, onlySupplied: true);
            if (existing is null) return await Represent(request, store, await store.InsertAsync(merged, ct), StatusCodes.Status201Created, ct);
            return await store.UpdateAsync(merged, ct) is { } updated ? await Represent(request, store, updated, StatusCodes.Status200OK, ct) : Errors.PacticipantNotFound(pacticipant);
        }, ct);
    }

    private static async Task<IResult> Delete(string pacticipant, PacticipantsStore store, Session db, CancellationToken ct)
    {
        if (await store.FindAsync(pacticipant, ct) is not { } found) return Errors.PacticipantNotFound(pacticipant);
        await db.WriteAsync(() => store.DeleteAsync(found.Id, ct), ct);
        return EmptyResult.Deleted;
    }

    private static async Task<IResult> Represent(BrokerRequest request, PacticipantsStore store, Pacticipant pacticipant, int status, CancellationToken ct)
    {
        var extras = await store.ExtrasAsync([pacticipant.Id], ct);
        var location = status == StatusCodes.Status201Created ? request.Urls.Pacticipant(pacticipant.Name) : null;
        return new HalResult(PacticipantDocument.Of(pacticipant, extras[pacticipant.Id], request.Urls), status, location);
    }

    private static Fields Validate(BrokerRequest request)
    {
        var fields = new Fields(request.Body);
        fields.Text("name", Text.NotBlank | Text.SingleLine | Text.NotNull);
        Read(fields, new Pacticipant { Name = "" }, onlySupplied: true);
        return fields;
    }

    /// <summary>The name in the path always wins, so it is not read here.</summary>
    private static Pacticipant Read(Fields fields, Pacticipant start, bool onlySupplied)
    {
        string? Value(string name, string? current, Text rules) => onlySupplied && !fields.Has(name) ? current : fields.Text(name, rules);

        return start with
        {
            DisplayName = Value("displayName", start.DisplayName, Text.NotBlank | Text.SingleLine),
            MainBranch = Value("mainBranch", start.MainBranch, Text.NotBlank | Text.SingleLine | Text.NoSpaces),
            RepositoryUrl = Value("repositoryUrl", start.RepositoryUrl, Text.SingleLine),
            RepositoryName = Value("repositoryName", start.RepositoryName, Text.SingleLine),
            RepositoryNamespace = Value("repositoryNamespace", start.RepositoryNamespace, Text.SingleLine),
        };
    }
}

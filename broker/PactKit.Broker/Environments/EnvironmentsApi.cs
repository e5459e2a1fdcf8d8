using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Environments;

internal static class EnvironmentsApi
{
    public static void MapEnvironments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/environments", List);
        routes.MapPost("/environments", Create).ReadsJson(required: true);
        routes.MapGet("/environments/{uuid}", Show);
        routes.MapPut("/environments/{uuid}", Replace).ReadsJson(required: true);
        routes.MapDelete("/environments/{uuid}", Delete);
    }

    private static async Task<IResult> List(BrokerRequest request, EnvironmentsStore store, CancellationToken ct)
    {
        var environments = await store.ListAsync(request.Query("name"), ct);
        return new HalResult(new HalDocument()
            .Embed("environments", environments.Select(e => EnvironmentDocument.Of(e, request.Urls)))
            .Link("self", new Link(request.SelfUrl, "Environments"))
            .Links("pb:environments", environments.Select(e => new Link(request.Urls.Environment(e.Uuid), "Environment", e.Name))));
    }

    private static async Task<IResult> Show(BrokerRequest request, string uuid, EnvironmentsStore store, CancellationToken ct) =>
        await store.FindAsync(uuid, ct) is { } found ? new HalResult(EnvironmentDocument.Of(found, request.Urls)) : Errors.NotFound();

    private static Task<IResult> Create(BrokerRequest request, EnvironmentsStore store, Session db, CancellationToken ct) =>
        db.WriteAsync<IResult>(async () =>
        {
            var (environment, fields) = Read(request.Body, db.NewUuid());
            if (fields.Ok && await store.FindByNameAsync(environment.Name, ct) is not null) fields.Fail("name", Taken(environment.Name));
            if (!fields.Ok) return Errors.Validation(fields.Errors);
            await store.InsertAsync(environment, ct);
            var created = (await store.FindAsync(environment.Uuid, ct))!;
            return new HalResult(EnvironmentDocument.Of(created, request.Urls), 201, request.Urls.Environment(created.Uuid));
        }, ct);

    private static Task<IResult> Replace(BrokerRequest request, string uuid, EnvironmentsStore store, Session db, CancellationToken ct) =>
        db.WriteAsync<IResult>(async () =>
        {
            if (await store.FindAsync(uuid, ct) is not { } existing) return Errors.NotFound();
            var (environment, fields) = Read(request.Body, uuid);
            if (fields.Ok && await store.FindByNameAsync(environment.Name, ct) is { } other && other.Id != existing.Id) fields.Fail("name", Taken(environment.Name));
            if (!fields.Ok) return Errors.Validation(fields.Errors);
            await store.UpdateAsync(environment with { Id = existing.Id }, ct);
            return new HalResult(EnvironmentDocument.Of((await store.FindAsync(uuid, ct))!, request.Urls));
        }, ct);

    private static async Task<IResult> Delete(string uuid, EnvironmentsStore store, Session db, CancellationToken ct) =>
        await db.WriteAsync(() => store.DeleteAsync(uuid, ct), ct) > 0 ? EmptyResult.Deleted : Errors.NotFound();

    private static string Taken(string name) => $"Another environment with name '{name}' already exists.";

    private static (EnvironmentRow Environment, Fields Fields) Read(JsonElement body, string uuid)
    {
        var fields = new Fields(body);
        var name = fields.Text("name", Text.Required | Text.NotBlank | Text.SingleLine | Text.NoSpaces) ?? "";
        var displayName = fields.Text("displayName", Text.SingleLine);
        var environment = new EnvironmentRow
        {
            Uuid = uuid,
            Name = name,
            DisplayName = string.IsNullOrWhiteSpace(displayName) ? DisplayName.From(name) : displayName,
            Production = fields.Flag("production", required: true) ?? false,
            Contacts = fields.List("contacts", allowNull: false) is not null ? fields.Find("contacts").GetRawText() : null,
        };
        CheckContacts(fields);
        return (environment, fields);
    }

    private static void CheckContacts(Fields fields)
    {
        if (fields.Find("contacts").ValueKind != JsonValueKind.Array) return;
        foreach (var (index, contact) in fields.Find("contacts").EnumerateArray().Index())
        {
            if (contact.ValueKind != JsonValueKind.Object)
            {
                fields.Fail("contacts", $"must be a hash (at index {index})");
                continue;
            }

            var item = new Fields(contact);
            item.Text("name", Text.Required | Text.SingleLine);
            item.Object("details");
            foreach (var (field, messages) in item.Errors)
            {
                foreach (var message in messages) fields.Fail("contacts", $"{field} {message} (at index {index})");
            }
        }
    }
}

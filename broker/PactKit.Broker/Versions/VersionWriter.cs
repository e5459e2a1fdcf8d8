using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Versions;

/// <summary>Creates or changes a version from a PUT (absent fields are cleared) or a merge-patch (absent fields stay).</summary>
internal sealed class VersionWriter(Session db, PacticipantsStore pacticipants, VersionsStore versions, TagsStore tags, VersionLists lists)
{
    public async Task<IResult> SaveAsync(BrokerRequest request, string name, string number, bool replace, CancellationToken ct)
    {
        var fields = new Fields(request.Body);
        var buildUrl = fields.Text("buildUrl", Text.SingleLine);
        var tagNames = TagNames(fields);
        if (!fields.Ok) return Errors.Validation(fields.Errors);
        var (version, created) = await db.WriteAsync(async () =>
        {
            var pacticipant = await pacticipants.GetOrCreateAsync(name, ct);
            var (saved, isNew) = await versions.GetOrCreateAsync(pacticipant, number, null, ct);
            if ((replace || fields.Has("buildUrl")) && buildUrl != saved.BuildUrl) await versions.SetBuildUrlAsync(saved.Id, buildUrl, ct);
            if (tagNames is not null)
            {
                await tags.DeleteAllExceptAsync(saved.Id, tagNames, ct);
                foreach (var tag in tagNames) await tags.AddAsync(pacticipant, saved, tag, ct);
            }

            return ((await versions.FindAsync(pacticipant.Id, number, ct))!, isNew);
        }, ct);
        return await lists.ShowOneAsync(request, version, ct, created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static List<string>? TagNames(Fields fields)
    {
        var list = fields.Find("tags");
        if (list.ValueKind != JsonValueKind.Array && fields.Find("_embedded") is { ValueKind: JsonValueKind.Object } embedded) embedded.TryGetProperty("tags", out list);
        if (list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null or JsonValueKind.Undefined)) fields.Fail("tags", "must be an array");
        if (list.ValueKind != JsonValueKind.Array) return null;
        var names = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (new Fields(item).Text("name", Text.Required) is { } name && !name.Contains('\0', StringComparison.Ordinal)) names.Add(name);
            else fields.Fail("tags", "name must be filled");
        }

        return names.Distinct().ToList();
    }
}
